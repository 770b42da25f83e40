import { expect } from 'chai'
import fc from 'fast-check'
import { EMPTY_ROOT, hashLeaf } from '#crypto/transparency/hash.js'
import { type InclusionProof, verifyInclusion } from '#crypto/transparency/inclusion.js'
import { flipBit } from '#test/support/flip-bit.js'
import { rejection } from '#test/support/rejection.js'
import { distinctTree, LARGE_SIZES, sparseTree } from './sample-trees.js'
import { referenceInclusions, referenceLeaves, referenceRoots } from './vectors.js'

const MISMATCH = 'transparency/root-mismatch'
const SHAPE = 'transparency/proof-shape'

const codeOf = async (...args: Parameters<typeof verifyInclusion>) =>
  ((await rejection(verifyInclusion(...args))) as { code?: unknown }).code

const accepts = (...args: Parameters<typeof verifyInclusion>) =>
  verifyInclusion(...args).then(
    () => true,
    () => false,
  )

/** The turns from the root down to a leaf: trees in which these agree verify the same paths. */
function turns(leafIndex: number, treeSize: number): string {
  if (treeSize <= 1) return ''
  const k = 2 ** ((treeSize - 1).toString(2).length - 1)
  return leafIndex < k ? `L${turns(leafIndex, k)}` : `R${turns(leafIndex - k, treeSize - k)}`
}

describe('verifyInclusion', () => {
  for (const proof of referenceInclusions) {
    it(`accepts the published path of leaf ${proof.leafIndex} of ${proof.treeSize}`, async () => {
      const leaf = await hashLeaf(referenceLeaves[proof.leafIndex] ?? new Uint8Array())
      await verifyInclusion(leaf, proof, referenceRoots[proof.treeSize] ?? EMPTY_ROOT)
    })
  }

  it('accepts every leaf of every tree up to 40 leaves, and at no other place', async () => {
    const tree = distinctTree(40)
    for (let treeSize = 1; treeSize <= 40; treeSize++) {
      const root = await tree.root(treeSize)
      for (let leafIndex = 0; leafIndex < treeSize; leafIndex++) {
        const leaf = await tree.hashOf(leafIndex, leafIndex + 1)
        const path = await tree.inclusion(leafIndex, treeSize)
        for (let claimed = 0; claimed < treeSize; claimed++) {
          const proof = { leafIndex: claimed, treeSize, path }
          expect(await accepts(leaf, proof, root), `${leafIndex}`).to.equal(claimed === leafIndex)
        }
      }
    }
  })

  it('refuses another size wherever that size means another path', async () => {
    // Where it means the same path, as for leaf 0 of 3 and of 4, only the signed checkpoint tells.
    const tree = distinctTree(33)
    for (const [leafIndex, treeSize] of [
      [0, 3],
      [6, 7],
      [5, 8],
      [12, 23],
      [32, 33],
    ] as const) {
      const leaf = await tree.hashOf(leafIndex, leafIndex + 1)
      const path = await tree.inclusion(leafIndex, treeSize)
      const root = await tree.root(treeSize)
      for (let claimed = leafIndex + 1; claimed <= 70; claimed++) {
        const alike = turns(leafIndex, claimed) === turns(leafIndex, treeSize)
        const proof = { leafIndex, treeSize: claimed, path }
        expect(await accepts(leaf, proof, root), `${claimed} for ${treeSize}`).to.equal(alike)
      }
    }
  })

  it('refuses every flipped bit', async () => {
    const tree = distinctTree(7)
    const leaf = await tree.hashOf(4, 5)
    const path = await tree.inclusion(4, 7)
    const root = await tree.root(7)
    for (let bit = 0; bit < 256; bit++) {
      const proof = { leafIndex: 4, treeSize: 7, path }
      expect(await codeOf(flipBit(leaf, bit), proof, root)).to.equal(MISMATCH)
      expect(await codeOf(leaf, proof, flipBit(root, bit))).to.equal(MISMATCH)
      for (const i of path.keys()) {
        const forged = path.map((hash, j) => (i === j ? flipBit(hash, bit) : hash))
        expect(await codeOf(leaf, { ...proof, path: forged }, root)).to.equal(MISMATCH)
      }
    }
  })

  it('refuses a path with a hash added, removed, or out of order', () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 3, max: 64 }), fc.nat(), async (treeSize, where) => {
        const tree = distinctTree(treeSize)
        const leafIndex = where % treeSize
        const leaf = await tree.hashOf(leafIndex, leafIndex + 1)
        const root = await tree.root(treeSize)
        const path = await tree.inclusion(leafIndex, treeSize)
        const with_ = (other: Uint8Array[]): InclusionProof => ({
          leafIndex,
          treeSize,
          path: other,
        })
        expect(await codeOf(leaf, with_([...path, root]), root)).to.equal(SHAPE)
        expect(await codeOf(leaf, with_([root, ...path]), root)).to.equal(SHAPE)
        expect(await codeOf(leaf, with_(path.slice(1)), root)).to.equal(SHAPE)
        expect(await codeOf(leaf, with_(path.slice(0, -1)), root)).to.equal(SHAPE)
        if (path.length > 1) {
          expect(await codeOf(leaf, with_(path.toReversed()), root)).to.equal(MISMATCH)
        }
      }),
      { numRuns: 40 },
    ))

  for (const [what, leafIndex, treeSize] of [
    ['a leaf beyond the tree', 7, 7],
    ['a leaf of the empty tree', 0, 0],
    ['a negative index', -1, 7],
    ['half a leaf', 0.5, 7],
    ['no number at all', Number.NaN, 7],
    ['an infinite tree', 0, Number.POSITIVE_INFINITY],
    ['a size beyond 2^53 - 1', 0, 2 ** 53],
  ] as const) {
    it(`refuses ${what}`, async () => {
      const proof = { leafIndex, treeSize, path: [] }
      expect(await codeOf(EMPTY_ROOT, proof, EMPTY_ROOT)).to.equal(SHAPE)
    })
  }

  it('refuses an index so large that its path would fit again', async () => {
    // Half of 8, 4, 2 is 1: from index 8 of 8 the path of leaf 0 leads to the root too.
    const tree = distinctTree(8)
    const leaf = await tree.hashOf(0, 1)
    const path = await tree.inclusion(0, 8)
    for (const leafIndex of [8, 16, 2 ** 32]) {
      expect(await codeOf(leaf, { leafIndex, treeSize: 8, path }, await tree.root(8))).to.equal(
        SHAPE,
      )
    }
  })

  it('refuses hashes that are not 32 octets, even empty ones at both ends', async () => {
    const one = { leafIndex: 0, treeSize: 1, path: [] }
    const none = new Uint8Array()
    expect(await codeOf(none, one, none)).to.equal(SHAPE)
    expect(await codeOf(EMPTY_ROOT, one, none)).to.equal(SHAPE)
    const two = { leafIndex: 0, treeSize: 2, path: [new Uint8Array(33)] }
    expect(await codeOf(EMPTY_ROOT, two, EMPTY_ROOT)).to.equal(SHAPE)
  })

  for (const treeSize of LARGE_SIZES) {
    it(`cuts no number in a tree of ${treeSize} leaves`, async () => {
      for (const leafIndex of [0, treeSize - 1, 2 ** 31, 2 ** 32 + 7].filter((i) => i < treeSize)) {
        const tree = sparseTree([leafIndex, leafIndex + 1])
        const leaf = await tree.hashOf(leafIndex, leafIndex + 1)
        const path = await tree.inclusion(leafIndex, treeSize)
        const root = await tree.root(treeSize)
        await verifyInclusion(leaf, { leafIndex, treeSize, path }, root)
        for (const other of [leafIndex % 2 ** 31, leafIndex % 2 ** 32, leafIndex + 2 ** 32]) {
          if (other === leafIndex || other >= treeSize) continue
          expect(await accepts(leaf, { leafIndex: other, treeSize, path }, root)).to.equal(false)
        }
      }
    })
  }
})
