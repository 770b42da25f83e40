import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { acknowledgePackage } from '#client/core/acknowledge-package.js'
import { ClientError } from '#client/core/client-error.js'
import { composePackage } from '#client/core/compose-package.js'
import { deliverPackage } from '#client/core/deliver-package.js'
import { openDocuments, readPackage } from '#client/core/open-package.js'
import { RelayProblem } from '#client/core/relay-problem.js'
import type { Session } from '#client/core/session.js'
import { diskDocument } from '#client/files/disk-document.js'
import { diskSink } from '#client/files/disk-sink.js'
import { AuthorityId, PackageId } from '#crypto/fields/fields.js'
import { auditClients, auditSequenced } from '#test/support/constellation/audit-clients.js'
import { type Constellation, constellation } from '#test/support/constellation/constellation.js'

const MIB = 1024 * 1024
const CROWD = 6
const EACH = 2

const pause = () => new Promise((resolve) => setTimeout(resolve, 50))

/** An acknowledged submission is never lost and never doubled, whatever dies under it. */
describe('the constellation, while its parts fail', function () {
  this.timeout(300_000)
  let all: Constellation
  let alma: Session
  let yusuf: Session
  let disk = ''
  let isMounted = false
  const acknowledged = new Map<PackageId, string>()

  before(async () => {
    all = await constellation({ prepare: smallDisk })
    alma = await all.officer('xa')
    yusuf = await all.officer('xb')
  })
  afterEach(function () {
    if (this.currentTest?.state !== 'failed') return
    const { relay, workers } = all.running
    for (const { lines } of [relay, workers]) console.error(lines.slice(-30).join('\n'))
  })
  after(async () => {
    await all.stop()
    if (isMounted) execFileSync('umount', [disk])
    await all.close()
  })

  /** Only root may mount; elsewhere the disk does not fill, and everything else is tested all the same. */
  async function smallDisk(data: string): Promise<void> {
    disk = join(data, 'blobs')
    await mkdir(disk, { recursive: true })
    try {
      mount('size=160m')
      isMounted = true
    } catch {
      isMounted = false
    }
  }
  function mount(options: string): void {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', disk], { stdio: 'ignore' })
  }

  async function sealed(mebibytes = 0): Promise<PackageId> {
    const file = join(all.data, 'document.bin')
    if (mebibytes > 0) await writeFile(file, randomBytes(mebibytes * MIB))
    return composePackage(alma, {
      to: [AuthorityId.parse('xb.pgo')],
      template: { id: 'mla-request', version: 1 },
      form: {},
      documents: mebibytes > 0 ? [await diskDocument(file)] : [],
    })
  }
  const crowd = () => Promise.all(Array.from({ length: CROWD * EACH }, () => sealed()))

  /** What a person does: deliver again for as long as the answer is that it may work later. */
  async function deliver(id: PackageId, onProgress?: (sent: number) => void): Promise<void> {
    for (;;) {
      try {
        const { payload, digest } = await deliverPackage(alma, id, (_document, sent) =>
          onProgress?.(sent),
        )
        expect(payload.code).to.equal('A.1')
        acknowledged.set(id, digest)
        return
      } catch (error) {
        const isPassing =
          error instanceof RelayProblem
            ? error.status >= 500
            : error instanceof ClientError && error.code === 'relay-unreachable'
        if (!isPassing) throw error
      }
    }
  }

  /**
   * Delivers packages, some at a time, and lets something happen when the first is acknowledged: others
   * are on their way then, and more follow while it lasts.
   */
  async function deliverAll(
    ids: readonly PackageId[],
    onFirst: () => Promise<void>,
  ): Promise<void> {
    const waiting = [...ids]
    let happening: Promise<void> | undefined
    const oneAfterAnother = async () => {
      for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
        await deliver(id)
        happening ??= onFirst()
      }
    }
    await Promise.all(Array.from({ length: CROWD }, oneAfterAnother))
    await happening
  }

  async function areAvailable(ids: readonly PackageId[]): Promise<void> {
    for (;;) {
      const { packages } = await yusuf.relay.call('listPackages', {
        query: { box: 'inbox', limit: 200 },
      })
      if (packages.length >= ids.length) return
      await pause()
    }
  }

  it('kill -9 of the relay during an upload: it goes on where it stood', async () => {
    const id = await sealed(24)
    let killed: Promise<void> | undefined
    await deliver(id, (sent) => {
      if (sent > 4 * MIB) killed ??= all.kill('relay').then(() => all.restart('relay'))
    })
    expect(killed).to.not.equal(undefined)
    await killed
  })

  it('kill -9 of the relay during submissions', async () => {
    await deliverAll(await crowd(), async () => {
      await all.kill('relay')
      await all.restart('relay')
    })
  })

  it('kill -9 of the workers after A.1: what follows is made up for', async () => {
    const id = await sealed()
    await deliver(id)
    await all.kill('workers')
    await all.restart('workers')
    await areAvailable([...acknowledged.keys()])
  })

  it('MongoDB gone in the middle, and back', async () => {
    const ids = await crowd()
    await deliverAll(ids, async () => {
      await all.mongodb.shut()
      await unready('mongodb')
      expect(
        ids.filter((id) => !acknowledged.has(id)),
        'in the middle',
      ).to.not.be.empty
      await all.mongodb.open()
    })
  })

  it('Redis gone in the middle, and back with nothing in it', async () => {
    const ids = await crowd()
    await deliverAll(ids, async () => {
      await all.redis.shut()
      await all.flushRedis()
      await unready('redis')
      expect(
        ids.filter((id) => !acknowledged.has(id)),
        'in the middle',
      ).to.not.be.empty
      await all.redis.open()
    })
  })

  it('a disk that fills under an upload', async function () {
    if (!isMounted) this.skip()
    const used = Number(execFileSync('df', ['--output=used', '-k', disk]).toString().split('\n')[1])
    mount(`remount,size=${used + 6 * 1024}k`)
    const id = await sealed(12)
    const delivered = deliver(id)
    await full()
    expect([...acknowledged.keys()]).to.not.include(id)
    mount('remount,size=160m')
    await delivered
  })

  it('afterwards: nothing is lost, nothing doubled, every chain whole, every receipt genuine', async () => {
    await areAvailable([...acknowledged.keys()])
    for (const id of acknowledged.keys()) {
      const read = await readPackage(yusuf, id)
      await openDocuments(yusuf, read, (part) => diskSink(join(all.data, part.part)))
      await acknowledgePackage(yusuf, id)
    }
    await auditClients(alma, yusuf, acknowledged)
    const connection = await all.openDatabase()
    await auditSequenced(connection, await all.logKey())
    expect(await connection.collection('packages').countDocuments()).to.equal(acknowledged.size)
    await connection.close()
  })

  /** Until the relay itself says that it misses this service. */
  async function unready(service: string): Promise<void> {
    for (;;) {
      const response = await fetch(`${all.origin}/health/ready`)
      const { checks } = (await response.json()) as { checks: Record<string, boolean> }
      if (checks[service] === false) return
      await pause()
    }
  }

  async function full(): Promise<void> {
    while (!all.running.relay.lines.some((line) => line.includes('"status":507'))) {
      await pause()
    }
  }
})
