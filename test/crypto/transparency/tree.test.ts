import { expect } from 'chai'
import { verifyConsistency } from '#crypto/transparency/consistency.js'
import { EMPTY_ROOT } from '#crypto/transparency/hash.js'
import { verifyInclusion } from '#crypto/transparency/inclusion.js'
import {
  consistencyPath,
  type HashReader,
  inclusionPath,
  rootAt,
} from '#crypto/transparency/tree.js'
import { rejection } from '#test/support/rejection.js'
import { distinctTree, LARGE_SIZES, readerOf, sparseTree } from './sample-trees.js'

const SHAPE = 'transparency/proof-shape'
const nothing: HashReader = () => Promise.resolve([])

describe('proof building', () => {
  it('finds the textbook root, audit and consistency paths of every tree up to 33 leaves', async () => {
    const tree = distinctTree(33)
    const { read } = readerOf(tree)
    for (let size = 0; size <= 33; size++) {
      expect(await rootAt(size, read)).to.deep.equal(await tree.root(size))
      for (let i = 0; i < size; i++) {
        expect(await inclusionPath(i, size, read)).to.deep.equal(await tree.inclusion(i, size))
        const path = await consistencyPath(i + 1, size, read)
        expect(path).to.deep.equal(await tree.consistency(i + 1, size))
      }
    }
  })

  it('reads once, and no more hashes than twice the height of the tree', async () => {
    for (const size of LARGE_SIZES) {
      const height = Math.ceil(Math.log2(size))
      for (const place of [1, 2 ** 31 - 1, Math.floor(size / 3), size - 1]) {
        if (place >= size) continue
        const { read, asked } = readerOf(sparseTree([place, place + 1]))
        await inclusionPath(place, size, read)
        await consistencyPath(place, size, read)
        await rootAt(size, read)
        expect(asked.length).to.equal(3)
        for (const coordinates of asked) expect(coordinates.length).to.be.at.most(2 * height)
      }
    }
  })

  for (const size of LARGE_SIZES) {
    it(`proves what verifies in a tree of ${size} leaves`, async () => {
      for (const place of [0, 1, 2 ** 31, 2 ** 32 + 7, size - 1].filter((at) => at < size)) {
        const tree = sparseTree([place, place + 1])
        const { read } = readerOf(tree)
        const root = await rootAt(size, read)
        expect(root).to.deep.equal(await tree.root(size))
        const path = await inclusionPath(place, size, read)
        expect(path).to.deep.equal(await tree.inclusion(place, size))
        const leaf = await tree.hashOf(place, place + 1)
        await verifyInclusion(leaf, { leafIndex: place, treeSize: size, path }, root)
        await verifyConsistency({
          fromSize: place,
          fromRoot: await rootAt(place, read),
          toSize: size,
          toRoot: root,
          path: await consistencyPath(place, size, read),
        })
      }
    })
  }

  it('reads nothing where there is nothing to prove', async () => {
    const { read, asked } = readerOf(distinctTree(4))
    expect(await rootAt(0, read)).to.deep.equal(EMPTY_ROOT)
    expect(await inclusionPath(0, 1, read)).to.deep.equal([])
    expect(await consistencyPath(0, 4, read)).to.deep.equal([])
    expect(await consistencyPath(4, 4, read)).to.deep.equal([])
    expect(asked).to.deep.equal([])
  })

  for (const [what, attempt] of [
    ['a leaf beyond the tree', () => inclusionPath(4, 4, nothing)],
    ['a negative leaf', () => inclusionPath(-1, 4, nothing)],
    ['a tree of no size', () => inclusionPath(0, Number.NaN, nothing)],
    ['a log that shrank', () => consistencyPath(5, 4, nothing)],
    ['a size beyond 2^53 - 1', () => consistencyPath(1, 2 ** 53, nothing)],
    ['half a leaf', () => rootAt(1.5, nothing)],
    ['a reader that leaves hashes out', () => rootAt(3, nothing)],
    ['a reader of short hashes', () => rootAt(1, () => Promise.resolve([new Uint8Array(31)]))],
  ] as const) {
    it(`refuses ${what}`, async () => {
      expect(await rejection(attempt())).to.have.property('code', SHAPE)
    })
  }
})
