import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { acknowledgePackage } from '#client/core/packages/acknowledge-package.js'
import { composePackage } from '#client/core/packages/compose-package.js'
import { deliverPackage } from '#client/core/packages/deliver-package.js'
import { openDocuments, readPackage } from '#client/core/packages/open-package.js'
import { RelayProblem } from '#client/core/relay-problem.js'
import type { Session } from '#client/core/session/session.js'
import { diskDocument } from '#client/files/disk-document.js'
import { diskSink } from '#client/files/disk-sink.js'
import { AuthorityId, type PackageId } from '#crypto/fields/fields.js'
import { type Fleet, fleet } from '#test/support/constellation/fleet.js'
import { s3Environment } from '#test/support/s3/s3-environment.js'
import { type S3Server, s3Server } from '#test/support/s3/s3-server.js'

const MIB = 1024 * 1024

describe('two relays over one bucket', function () {
  this.timeout(300_000)
  let folder: string
  let bucket: S3Server
  let several: Fleet
  let alma: Session
  let yusuf: Session

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rogatory-bucket-'))
    bucket = await s3Server()
    several = await fleet({ relays: 2, workers: 2, env: await s3Environment(bucket, folder) })
    ;[alma, yusuf] = await Promise.all([several.all.officer('xa'), several.all.officer('xb')])
  })
  after(async () => {
    await several.close()
    await bucket.close()
    await rm(folder, { recursive: true, force: true })
  })

  async function sent(octets: Buffer, onProgress?: (sent: number) => void): Promise<PackageId> {
    const file = join(folder, 'evidence.bin')
    await writeFile(file, octets)
    const id = await composePackage(alma, {
      to: [AuthorityId.parse('xb.pgo')],
      template: { id: 'mla-request', version: 1 },
      form: { summary: 'Zwölf Taschenuhren' },
      documents: [await diskDocument(file)],
    })
    await deliverPackage(alma, id, (_document, done) => onProgress?.(done))
    return id
  }
  /** What was sent, once it is available. */
  async function arrived(id: PackageId): ReturnType<typeof readPackage> {
    for (;;) {
      try {
        return await readPackage(yusuf, id)
      } catch (error) {
        if (!(error instanceof RelayProblem) || error.status !== 404) throw error
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    }
  }
  async function received(id: PackageId): Promise<Buffer> {
    const written = join(folder, id)
    await openDocuments(yusuf, await arrived(id), () => diskSink(written))
    await acknowledgePackage(yusuf, id)
    return readFile(written)
  }
  const namedFor = (id: PackageId) => [...bucket.objects.keys()].filter((one) => one.includes(id))

  it('what one takes in lies in the bucket, and opens', async () => {
    const octets = randomBytes(3 * MIB)
    const id = await sent(octets)
    expect(namedFor(id)).to.have.length(1)
    expect((await received(id)).equals(octets)).to.equal(true)
  })

  it('a relay dies under an upload: the other goes on, and puts one whole object', async () => {
    let killed: Promise<unknown> | undefined
    const octets = randomBytes(16 * MIB)
    const id = await sent(octets, (done) => {
      if (done > 2 * MIB) killed ??= several.relay(0).kill()
    })
    expect(killed).to.not.equal(undefined)
    expect(namedFor(id)).to.have.length(1)
    expect((await received(id)).equals(octets)).to.equal(true)
  })

  it('a bucket that refuses for a while keeps nothing from arriving', async () => {
    let refused = 0
    bucket.behaviour.fault = (method) => (method === 'PUT' && refused++ < 2 ? 503 : undefined)
    const octets = randomBytes(MIB)
    const id = await sent(octets)
    bucket.behaviour.fault = undefined
    expect(refused).to.be.greaterThan(2)
    expect((await received(id)).equals(octets)).to.equal(true)
  })
})
