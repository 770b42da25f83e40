import { readdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'chai'
import { acknowledgePackage } from '#client/core/packages/acknowledge-package.js'
import { composePackage } from '#client/core/packages/compose-package.js'
import { deliverPackage } from '#client/core/packages/deliver-package.js'
import { openDocuments, readPackage } from '#client/core/packages/open-package.js'
import { exportProof } from '#client/core/proof/export-proof.js'
import { resealedCopy } from '#client/core/resealing/resealed-copy.js'
import { resealPackage } from '#client/core/resealing/reseal-package.js'
import type { Session } from '#client/core/session/session.js'
import { diskDocument } from '#client/files/disk-document.js'
import { diskSink } from '#client/files/disk-sink.js'
import { AuthorityId, type PackageId } from '#crypto/fields/fields.js'
import { parseBundle } from '#crypto/proof/parse-bundle.js'
import { verifyBundle } from '#crypto/proof/verify-bundle.js'
import { arrived } from '#test/support/constellation/arrived.js'
import { auditSequenced } from '#test/support/constellation/audit-clients.js'
import { type Constellation, constellation } from '#test/support/constellation/constellation.js'

/** What was replaced stays an hour: this is a little more. */
const LATER_MS = 65 * 60_000

/** Slow, since no relay deletes in its first minute. */
describe('what both parties have sealed anew', function () {
  this.timeout(600_000)
  let folder: string
  let all: Constellation
  let sender: Session
  let recipient: Session
  let id: PackageId
  let early: Uint8Array

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rogatory-resealed-'))
    await writeFile(join(folder, 'exhibit.txt'), 'exhibit '.repeat(300_000))
    all = await constellation({ from: 'sources', env: { RETENTION_INTERVAL_MINUTES: '1' } })
    ;[sender, recipient] = await Promise.all([all.officer('xa'), all.officer('xb')])
    id = await composePackage(sender, {
      to: [AuthorityId.parse('xb.pgo')],
      template: { id: 'mla-request', version: 1 },
      form: { purpose: 'Service of a summons' },
      documents: [await diskDocument(join(folder, 'exhibit.txt'))],
    })
    await deliverPackage(sender, id)
    await arrived(recipient, id)
    await opens(recipient)
    await acknowledgePackage(recipient, id)
    early = (await exportProof(sender, id, { withinMs: 90_000, discloseManifest: true })).octets
  })
  after(async () => {
    await all.close()
    await rm(folder, { recursive: true, force: true })
  })

  async function opens(session: Session): Promise<void> {
    const path = join(folder, 'opened')
    const sink = () => diskSink(path, { replace: true })
    await openDocuments(session, await readPackage(session, id), sink)
    expect(await readFile(path, 'utf8')).to.equal('exhibit '.repeat(300_000))
  }
  const partsOf = async (authority: string) =>
    (await readdir(join(all.data, 'blobs', 'parts', authority, id)).catch(() => [])).length

  it('lies there twice, beside what was sent', async () => {
    await resealPackage(recipient, id)
    await resealPackage(sender, id)
    expect([await partsOf('xa.moj'), await partsOf('xb.pgo')]).to.deep.equal([2, 1])
  })

  it('replaces it: the relay deletes what was sent, and says so', async () => {
    all.running.relay.shiftClock(LATER_MS)
    while ((await partsOf('xa.moj')) > 1) await sleep(250)
    all.running.relay.shiftClock(0)
    for (const session of [sender, recipient]) {
      while ((await resealedCopy(session, id))?.replacedDeletedAt === null) await sleep(250)
      await opens(session)
    }
    const database = await all.openDatabase()
    const pkg = await database.collection('packages').findOne({ sender: 'xa.moj' })
    expect(pkg?.['envelope']).to.equal('')
    await auditSequenced(database, await all.logKey())
    await database.close()
  })

  it('is proved as before, offline', async () => {
    const late = await exportProof(sender, id, { withinMs: 90_000, discloseManifest: true })
    const standings = async (octets: Uint8Array) =>
      (await verifyBundle(parseBundle(octets), sender.trust, { at: new Date() })).facts.map(
        ({ fact, standing }) => [fact, standing],
      )
    expect(await standings(late.octets)).to.deep.equal(await standings(early))
  })
})
