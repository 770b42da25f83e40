import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { acknowledgePackage } from '#client/core/packages/acknowledge-package.js'
import { composePackage } from '#client/core/packages/compose-package.js'
import { deliverPackage } from '#client/core/packages/deliver-package.js'
import { openDocuments, readPackage } from '#client/core/packages/open-package.js'
import type { Subscription } from '#client/core/ports.js'
import type { Session } from '#client/core/session/session.js'
import { watchEvents } from '#client/core/session/watch-events.js'
import { diskDocument } from '#client/files/disk-document.js'
import { diskSink } from '#client/files/disk-sink.js'
import { AuthorityId, type PackageId } from '#crypto/fields/fields.js'
import { exampleAuthorities } from '#client/example/authorities.js'
import { auditClients, auditSequenced } from '#test/support/constellation/audit-clients.js'
import { type Fleet, fleet } from '#test/support/constellation/fleet.js'
import { LATER_JOB, laterVersion } from '#test/support/constellation/later-version.js'
import type { ProductProcess } from '#test/support/constellation/product-process.js'
import { secretsOf } from '#test/support/constellation/secrets-of.js'

const MIB = 1024 * 1024
/** Of a form, and of a document's name: nothing that chance writes. */
const WORDS = 'Zwölf gestohlene Taschenuhren'
const NAME = 'vernehmung-schmidt.bin'
/** Tokens, statements and proofs are all spelt so. */
const JOSE = /eyJ[\w-]{10,}/

const until = async (isSo: () => boolean | Promise<boolean>) => {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20))
}
/** What a process logged of one kind. */
const said = ({ lines }: ProductProcess, event: string) =>
  lines.filter((line) => line.includes(`"event":"${event}"`))
/** How many connections a relay has that were not closed. */
const listening = (relay: ProductProcess) =>
  said(relay, 'socket.opened').length - said(relay, 'socket.closed').length

describe('three relays and two workers behind one origin', function () {
  this.timeout(300_000)
  let several: Fleet
  let alma: Session
  let yusuf: Session
  let subscription: Subscription | undefined
  /** Which of the workers died. */
  let dead = -1
  const acknowledged = new Map<PackageId, string>()
  /** Packages that came to the recipient live, and how often each. */
  const heard = new Map<PackageId, number>()

  before(async () => {
    several = await fleet({ relays: 3, workers: 2, env: { LOG_LEVEL: 'trace' } })
    const { all, prefer } = several
    ;[alma, yusuf] = await Promise.all([all.officer('xa'), all.officer('xb')])
    prefer.sockets = 1
    subscription = await watchEvents(yusuf, -1, {
      onEvent({ evidence }) {
        const { code, package: id } = evidence.payload
        if (code === 'D.1') heard.set(id, (heard.get(id) ?? 0) + 1)
      },
      onEnd: (error) => expect.fail(String(error)),
    })
    await until(() => said(several.relay(1), 'socket.opened').length === 1)
  })
  after(async () => {
    subscription?.close()
    await several.close()
  })

  async function sent(onProgress?: (octets: number) => void, mebibytes = 0): Promise<PackageId> {
    const file = join(several.all.data, NAME)
    if (mebibytes > 0) await writeFile(file, randomBytes(mebibytes * MIB))
    const id = await composePackage(alma, {
      to: [AuthorityId.parse('xb.pgo')],
      template: { id: 'mla-request', version: 1 },
      form: { summary: WORDS },
      documents: mebibytes > 0 ? [await diskDocument(file)] : [],
    })
    const { payload, digest } = await deliverPackage(alma, id, (_document, octets) =>
      onProgress?.(octets),
    )
    expect(payload.code).to.equal('A.1')
    acknowledged.set(id, digest)
    return id
  }

  it('what is submitted at one relay arrives live at another', async () => {
    const id = await sent()
    await until(() => heard.has(id))
    const submissions = several.relays.map(
      ({ lines }) =>
        lines.filter((line) => line.includes('"POST"') && line.includes('"route":"/v1/packages"'))
          .length,
    )
    expect(submissions).to.deep.equal([1, 0, 0])
    const sockets = several.relays.map((relay) => said(relay, 'socket.opened').length)
    expect(sockets).to.deep.equal([0, 1, 0])
  })

  it('a relay dies: the client that listened there goes on at another and misses nothing', async () => {
    await several.relay(1).kill()
    const id = await sent()
    await until(() => heard.has(id))
    // However often it had to come back, as where its token ended meanwhile, it listens once, and there.
    expect([0, 2].map((i) => listening(several.relay(i)))).to.deep.equal([0, 1])
  })

  it('a relay dies under an upload: another goes on where it stood', async () => {
    let killed: Promise<unknown> | undefined
    const id = await sent((octets) => {
      if (octets > 2 * MIB) killed ??= several.relay(0).kill()
    }, 16)
    expect(killed).to.not.equal(undefined)
    await until(() => heard.has(id))
  })

  it('the worker that sequences dies: the other takes over', async () => {
    const connection = await several.all.openDatabase()
    const leases = connection.collection<{ _id: string; holder: string }>('leases')
    const holder = async () => (await leases.findOne({ _id: 'sequencer' }))?.holder ?? ''
    const before = await holder()
    const isHis = (worker: ProductProcess) => before.includes(`:${String(worker.child.pid)}:`)
    dead = several.workers.findIndex(isHis)
    expect(dead, before).to.be.greaterThan(-1)
    await several.workers[dead]?.kill()
    const id = await sent()
    await until(() => heard.has(id))
    await auditSequenced(connection, await several.all.logKey())
    const now = await holder()
    expect(now).to.not.equal(before)
    await connection.close()
  })

  it('a later version in the place of the dead: its relay beside older workers, then its workers, too', async () => {
    const later = await laterVersion()
    const connection = await several.all.openDatabase()
    const outbox = connection.collection('outbox')
    const waiting = () => outbox.countDocuments({ name: LATER_JOB })
    await several.restartRelay(0, later)
    const id = await sent()
    await until(() => heard.has(id))
    const written = await connection.collection<{ _id: string }>('packages').findOne({ _id: id })
    expect(written).to.include({ ofALaterVersion: 'yes' })
    expect(await waiting(), 'the older workers leave alone what they do not know').to.equal(1)
    await several.restartWorkers(dead, later)
    await until(async () => (await waiting()) === 0)
    await connection.close()

    // Taken back: its migration says that older versions may run.
    await several.relay(0).kill()
    await several.restartRelay(0)
    expect(said(several.relay(0), 'migration.unknown')).to.have.length(1)
    await later.remove()
  })

  it('afterwards the clients’ own records and the log prove all of it', async () => {
    for (const id of acknowledged.keys()) {
      const read = await readPackage(yusuf, id)
      await openDocuments(yusuf, read, (part) => diskSink(join(several.all.data, part.part)))
      await acknowledgePackage(yusuf, id)
    }
    await auditClients(alma, yusuf, acknowledged)
    // Each came live, from whichever relay, and none came twice to whoever listens.
    expect([...heard]).to.have.deep.members([...acknowledged.keys()].map((id) => [id, 1]))
    const connection = await several.all.openDatabase()
    await auditSequenced(connection, await several.all.logKey())
    await connection.close()
  })

  it('no process has logged a secret, a token, a name or a word of what was sent, at any level', async () => {
    const { data, env } = several.all
    const persons = exampleAuthorities.flatMap(({ officers }) => officers.map(({ name }) => name))
    const secrets = await secretsOf(data)
    expect(secrets.length, 'passphrases and keys').to.be.greaterThan(10)
    const password = new URL(String(env['REDIS_URL'])).password
    const never = [...secrets, ...persons, WORDS, NAME, ...(password === '' ? [] : [password])]
    const lines = several.everyProcess.flatMap((one) => one.lines)
    expect(lines.length, 'a full run').to.be.greaterThan(100)
    for (const line of lines) {
      expect(line).to.not.match(JOSE)
      for (const word of never) if (line.includes(word)) expect.fail(`a secret is in: ${line}`)
    }
  })
})
