import { expect } from 'chai'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { PackageId, PartId } from '#crypto/fields/fields.js'
import { diskBlobStore } from '#server/blobs/disk-blob-store.js'
import { diskLayout } from '#server/blobs/disk-layout.js'
import { diskUploadStore } from '#server/blobs/disk-upload-store.js'
import { beginUpload } from '#server/domain/blobs/begin-upload.js'
import { codeOf } from '#test/support/code-of.js'
import { callerOf, fakeRelay } from '#test/support/fake-relay.js'
import { temporaryFolder } from '#test/support/temporary-folder.js'
import { NOW } from '#test/support/world/moments.js'

describe('beginning an upload', () => {
  const folder = temporaryFolder()

  it('gives each translator so much room, begun or arrived; officers have what there is', async () => {
    const relay = await fakeRelay()
    const layout = diskLayout(folder.path)
    const clock = { now: () => new Date() }
    const options = { layout, blobs: diskBlobStore(layout, clock), clock }
    const uploads = diskUploadStore({ ...options, longest: 1_000_000, lifetimeMs: 60_000 })
    const begin = beginUpload({ uploads, translatorBytes: 1000 })
    const [tariq, tove] = await Promise.all(
      ['Tariq', 'Tove'].map((name) => relay.xa.officer(name, ['translator'])),
    )
    if (tariq === undefined || tove === undefined) throw new TypeError('two')
    const blob = (length: number) => ({
      sender: relay.xa.id,
      package: PackageId.parse(uuidV7(NOW)),
      length,
      part: PartId.parse(uuidV7(NOW)),
      digest: 'a'.repeat(64),
    })
    const first = blob(600)
    await begin(callerOf(tariq), first)
    expect(await codeOf(begin(callerOf(tariq), blob(401)))).to.equal('uploads-full')
    // Going on with it is no second one, and another's room is another's.
    await begin(callerOf(tariq), first)
    await begin(callerOf(tariq), blob(400))
    await begin(callerOf(tove), blob(1000))
    expect(await codeOf(begin(callerOf(tove), blob(1)))).to.equal('uploads-full')
    await begin(callerOf(relay.drafter), blob(5000))
    expect(await uploads.octetsBy(relay.drafter.key.kid, first)).to.equal(0)
  })
})
