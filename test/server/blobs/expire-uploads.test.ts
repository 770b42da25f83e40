import { mkdir, rename } from 'node:fs/promises'
import { expect } from 'chai'
import { temporaryFolder } from '#test/support/temporary-folder.js'
import { announced, inChunks, octetsOf, openStores } from './fixtures.js'

describe('expiring uploads', () => {
  const folder = temporaryFolder()
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
    const stores = openStores(folder.path)
    const half = await uploaded(stores, 5_000)
    const whole = await uploaded(stores)
    expect(await stores.uploads.expire(hours(1), never)).to.equal(2)
    expect(await stores.uploads.find(half.id)).to.equal(undefined)
    expect(await stores.blobs.find(whole.blob)).to.equal(undefined)
  })

  it('keeps what was touched since', async () => {
    const stores = openStores(folder.path)
    const half = await uploaded(stores, 5_000)
    expect(await stores.uploads.expire(hours(-1), never)).to.equal(0)
    expect(await stores.uploads.find(half.id)).to.include({ offset: 5_000 })
  })

  it('keeps the parts of submitted packages', async () => {
    const stores = openStores(folder.path)
    const { blob } = await uploaded(stores)
    await stores.uploads.expire(hours(1), (key) => Promise.resolve(key.part === blob.part))
    expect(await stores.blobs.find(blob)).to.deep.equal({ length: 10_000 })
  })

  it('keeps a part that a submission found while it was being judged', async () => {
    const stores = openStores(folder.path, { now: () => hours(2) })
    const { blob } = await uploaded(stores)
    await stores.uploads.expire(hours(1), async (key) => {
      await stores.blobs.find(key)
      return false
    })
    expect(await stores.blobs.find(blob)).to.deep.equal({ length: 10_000 })
  })

  it('puts back what a run that was killed had moved away', async () => {
    const stores = openStores(folder.path)
    const { id, blob } = await uploaded(stores)
    await mkdir(stores.layout.expired, { recursive: true })
    await rename(stores.layout.blob(blob).path, stores.layout.expiring(id))
    await stores.uploads.expire(hours(1), () => Promise.resolve(true))
    expect(await stores.blobs.find(blob)).to.deep.equal({ length: 10_000 })
  })
})
