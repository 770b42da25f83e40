import { expect } from 'chai'
import { rejection } from '#test/support/rejection.js'
import { smallDisk } from '#test/support/small-disk.js'
import { announced, inChunks, octetsOf, openStores } from './fixtures.js'

describe('uploads on a full disk', () => {
  const disk = smallDisk()

  it('says so when the disk fills, keeps what fitted, and goes on when there is room again', async () => {
    const octets = octetsOf(3_000_000)
    const { uploads, blobs } = openStores(disk.path, { reserve: -4_000_000 })
    const blob = announced(octets)
    const { id } = await uploads.begin(blob)
    expect(await rejection(uploads.append(id, 0, inChunks(octets, 65_536)))).to.include({
      name: 'Refusal',
      code: 'storage-full',
    })
    expect(await blobs.find(blob)).to.equal(undefined)
    const { offset = 0 } = (await uploads.find(id)) ?? {}
    expect(offset).to.be.within(1, 2 * 1024 * 1024)
    disk.grow()
    await uploads.append(id, offset, inChunks(octets.subarray(offset), 65_536))
    expect(await blobs.find(blob)).to.deep.equal({ length: octets.length })
  })

  it('leaves nothing behind when not even the announcement fits', async () => {
    const { uploads } = openStores(disk.path, { reserve: -40_000_000 })
    const filler = octetsOf(3_000_000)
    const first = await uploads.begin(announced(filler))
    await rejection(uploads.append(first.id, 0, inChunks(filler, 65_536)))
    const second = announced(octetsOf(1_000))
    expect(await rejection(uploads.begin(second))).to.include({ code: 'storage-full' })
    await uploads.discard(first.id)
    expect(await uploads.begin(second)).to.include({ offset: 0 })
  })
})
