import { mkdir, readdir, rename } from 'node:fs/promises'
import { expect } from 'chai'
import type { S3Server } from '#test/support/s3/s3-server.js'
import { temporaryFolder } from '#test/support/temporary-folder.js'
import { announced, everywhere, inChunks, octetsOf, openStores } from './fixtures.js'

for (const { where, serve } of everywhere) {
  describe(`expiring uploads to blobs ${where}`, () => {
    const folder = temporaryFolder()
    let bucket: S3Server | undefined
    before(async () => (bucket = await serve()))
    after(() => bucket?.close())
    function openAt(now: () => Date) {
      if (bucket !== undefined) bucket.behaviour.now = now
      return openStores(folder.path, { now, ...(bucket && { bucket }) })
    }
    const octets = octetsOf(10_000)
    const hours = (count: number) => new Date(Date.now() + count * 3_600_000)
    const never = () => Promise.resolve(false)

    async function uploaded(stores: ReturnType<typeof openStores>, until = octets.length) {
      const blob = announced(octets)
      const { id } = await stores.uploads.begin(blob)
      await stores.uploads.append(id, 0, inChunks(octets.subarray(0, until), 1_000))
      return { id, blob }
    }

    it('deletes what nobody goes on with, finished or not', async () => {
      const stores = openAt(() => new Date())
      const half = await uploaded(stores, 5_000)
      const whole = await uploaded(stores)
      expect(await stores.uploads.expire(hours(1), never)).to.equal(2)
      expect(await stores.uploads.find(half.id)).to.equal(undefined)
      expect(await stores.blobs.find(whole.blob)).to.equal(undefined)
    })

    it('keeps what was touched since', async () => {
      const stores = openAt(() => new Date())
      const half = await uploaded(stores, 5_000)
      expect(await stores.uploads.expire(hours(-1), never)).to.equal(0)
      expect(await stores.uploads.find(half.id)).to.include({ offset: 5_000 })
    })

    it('keeps the parts of submitted packages', async () => {
      const stores = openAt(() => new Date())
      const { blob } = await uploaded(stores)
      await stores.uploads.expire(hours(1), (key) => Promise.resolve(key.part === blob.part))
      expect(await stores.blobs.find(blob)).to.deep.equal({ length: 10_000 })
    })

    it('keeps a part that a submission found while it was being judged', async () => {
      const stores = openAt(() => hours(2))
      const { blob } = await uploaded(stores)
      await stores.uploads.expire(hours(1), async (key) => {
        await stores.blobs.find(key)
        return false
      })
      expect(await stores.blobs.find(blob)).to.deep.equal({ length: 10_000 })
    })

    it('puts back what a run that was killed had moved away', async () => {
      const stores = openAt(() => new Date())
      const { id, blob } = await uploaded(stores)
      const { layout } = stores
      await mkdir(layout.expired, { recursive: true })
      await rename(
        bucket === undefined ? layout.blob(blob).path : layout.upload(id),
        layout.expiring(id),
      )
      expect(await stores.blobs.find(blob)).to.equal(undefined)
      const later = openAt(() => hours(1))
      await later.uploads.expire(hours(1), () => Promise.resolve(true))
      expect(await later.blobs.find(blob)).to.deep.equal({ length: 10_000 })
      expect(await readdir(layout.expired)).to.deep.equal([])
    })
  })
}
