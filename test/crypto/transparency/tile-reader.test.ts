import { expect } from 'chai'
import fc from 'fast-check'
import { toUtf8 } from '#crypto/bytes/bytes.js'
import { verifyConsistency } from '#crypto/transparency/consistency.js'
import { treeHasher } from '#crypto/transparency/hash.js'
import { verifyInclusion } from '#crypto/transparency/inclusion.js'
import { tileHashReader } from '#crypto/transparency/tile-reader.js'
import {
  parseTilePath,
  serializeTile,
  type Tile,
  tilePath,
  tilesFor,
} from '#crypto/transparency/tiles.js'
import { consistencyPath, inclusionPath, rootAt } from '#crypto/transparency/tree.js'
import { flipBit } from '#test/support/flip-bit.js'
import { rejection } from '#test/support/rejection.js'
import { distinctTree, storedTree } from './sample-trees.js'

type Stored = Awaited<ReturnType<typeof storedTree>>

/** The files a log of that size publishes, and which of them were fetched. */
function published(stored: Stored, size: number) {
  const files = new Map<string, Uint8Array>()
  for (const { level, index, width } of tilesFor(0, size)) {
    const hashes = Array.from({ length: width }, (_, i) =>
      stored.hashAt(8 * level, index * 256 + i),
    )
    files.set(tilePath(level, index, width), serializeTile(hashes))
  }
  const fetched: string[] = []
  const fetchTile = ({ level, index, width }: Tile) => {
    const path = tilePath(level, index, width)
    const octets = files.get(path)
    fetched.push(path)
    return octets ? Promise.resolve(octets) : Promise.reject(new RangeError(`no file ${path}`))
  }
  return { files, fetched, fetchTile }
}

describe('a tree read from tiles', () => {
  let large: Stored
  before(async () => {
    const hasher = await treeHasher()
    large = await storedTree(
      Array.from({ length: 65_537 }, (_, i) => hasher.leaf(toUtf8(`entry ${i}`))),
    )
  })

  it('gives the textbook proofs, whatever the size', async () => {
    const tree = distinctTree(600)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 600 }), fc.nat(), async (size, where) => {
        const place = where % size
        const read = tileHashReader(size, published(large, size).fetchTile)
        expect(await rootAt(size, read)).to.deep.equal(await tree.root(size))
        expect(await inclusionPath(place, size, read)).to.deep.equal(
          await tree.inclusion(place, size),
        )
        expect(await consistencyPath(place + 1, size, read)).to.deep.equal(
          await tree.consistency(place + 1, size),
        )
      }),
      { numRuns: 40 },
    )
  })

  for (const size of [255, 256, 257, 65_535, 65_536, 65_537]) {
    it(`proves at the edge of tiles, with ${size} leaves`, async () => {
      const { fetchTile, fetched } = published(large, size)
      const read = tileHashReader(size, fetchTile)
      const root = await rootAt(size, read)
      expect(root).to.deep.equal(await rootAt(size, large.read))
      for (const place of [0, 1, 127, 254, 255, 256, 511, 65_279, 65_534, 65_535, size - 1]) {
        if (place >= size) continue
        fetched.length = 0
        const path = await inclusionPath(place, size, read)
        expect(new Set(fetched).size, 'each tile once').to.equal(fetched.length)
        expect(fetched.length).to.be.at.most(5)
        expect(path).to.deep.equal(await inclusionPath(place, size, large.read))
        await verifyInclusion(
          large.hashAt(0, place),
          { leafIndex: place, treeSize: size, path },
          root,
        )
        await verifyConsistency({
          fromSize: place,
          fromRoot: await rootAt(place, large.read),
          toSize: size,
          toRoot: root,
          path: await consistencyPath(place, size, read),
        })
      }
    })
  }

  it('asks only for tiles that the tree of its size has', async () => {
    const { fetched, fetchTile } = published(large, 65_537)
    await inclusionPath(65_536, 65_537, tileHashReader(65_537, fetchTile))
    await rootAt(65_537, tileHashReader(65_537, fetchTile))
    const has = tilesFor(0, 65_537)
    for (const path of fetched) expect(has).to.deep.include(parseTilePath(path))
  })

  it('makes of a false tile only proofs that do not verify', async () => {
    const size = 300
    const { files, fetchTile } = published(large, size)
    const root = await rootAt(size, large.read)
    files.set('tile/0/000', flipBit(files.get('tile/0/000') ?? new Uint8Array(), 32 * 8 * 9))
    const path = await inclusionPath(7, size, tileHashReader(size, fetchTile))
    const proof = { leafIndex: 7, treeSize: size, path }
    const error = await rejection(verifyInclusion(large.hashAt(0, 7), proof, root))
    expect(error).to.have.property('code', 'transparency/root-mismatch')
  })

  it('refuses a tile with an octet missing or too many', async () => {
    for (const octets of [new Uint8Array(31), new Uint8Array(33), new Uint8Array(64)]) {
      const read = tileHashReader(1, () => Promise.resolve(octets))
      expect(await rejection(rootAt(1, read))).to.have.property('code', 'transparency/tile')
    }
  })

  it('passes on what keeps a tile from coming', async () => {
    const outage = new RangeError('connection reset')
    const read = tileHashReader(3, () => Promise.reject(outage))
    expect(await rejection(rootAt(3, read))).to.equal(outage)
  })

  it('refuses to read beyond the tree, and a tree of no size', async () => {
    const read = tileHashReader(255, published(large, 255).fetchTile)
    for (const place of [
      { level: 0, index: 255 },
      { level: 8, index: 0 },
      { level: 1, index: 127 },
    ]) {
      expect(await rejection(read([place]))).to.have.property('code', 'transparency/proof-shape')
    }
    expect(() => tileHashReader(-1, () => Promise.reject(new RangeError()))).to.throw(
      /a tree has between/,
    )
  })

  it('keeps no tile alive through the hashes it gives', async () => {
    const read = tileHashReader(256, published(large, 256).fetchTile)
    const [hash] = await read([{ level: 0, index: 3 }])
    expect(hash?.buffer.byteLength).to.equal(32)
  })
})
