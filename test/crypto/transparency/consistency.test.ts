import { expect } from 'chai'
import { type ConsistencyProof, verifyConsistency } from '#crypto/transparency/consistency.js'
import { EMPTY_ROOT } from '#crypto/transparency/hash.js'
import { flipBit } from '#test/support/flip-bit.js'
import { rejection } from '#test/support/rejection.js'
import { distinctTree, LARGE_SIZES, sparseTree } from './sample-trees.js'
import { argon2020, referenceConsistencies, referenceRoots } from './vectors.js'

const MISMATCH = 'transparency/root-mismatch'
const SHAPE = 'transparency/proof-shape'

const codeOf = async (proof: ConsistencyProof) =>
  ((await rejection(verifyConsistency(proof))) as { code?: unknown }).code

const accepts = (proof: ConsistencyProof) =>
  verifyConsistency(proof).then(
    () => true,
    () => false,
  )

/** What RFC 9162 §2.1.4.1 does at each step: sizes in which these agree verify the same paths. */
function steps(fromSize: number, toSize: number, b = true): string {
  if (fromSize === toSize) return b ? 'given' : 'seed'
  const k = 2 ** ((toSize - 1).toString(2).length - 1)
  return fromSize <= k
    ? `right ${steps(fromSize, k, b)}`
    : `left ${steps(fromSize - k, toSize - k, false)}`
}

async function honestProof(
  tree: ReturnType<typeof distinctTree>,
  fromSize: number,
  toSize: number,
) {
  const path = fromSize === 0 ? [] : await tree.consistency(fromSize, toSize)
  const [fromRoot, toRoot] = [await tree.root(fromSize), await tree.root(toSize)]
  return { fromSize, fromRoot, toSize, toRoot, path }
}

describe('verifyConsistency', () => {
  for (const { fromSize, toSize, path } of referenceConsistencies) {
    it(`accepts the published path from ${fromSize} to ${toSize}`, async () => {
      const fromRoot = referenceRoots[fromSize] ?? EMPTY_ROOT
      const toRoot = referenceRoots[toSize] ?? EMPTY_ROOT
      await verifyConsistency({ fromSize, fromRoot, toSize, toRoot, path })
    })
  }

  it('accepts what a public log of 961,984,013 leaves answered, and nothing near it', async () => {
    await verifyConsistency(argon2020)
    expect(await codeOf({ ...argon2020, fromSize: argon2020.fromSize + 1 })).to.equal(SHAPE)
    expect(await codeOf({ ...argon2020, toRoot: argon2020.fromRoot })).to.equal(MISMATCH)
    expect(await codeOf({ ...argon2020, path: argon2020.path.slice(1) })).to.equal(SHAPE)
  })

  it('accepts every pair of sizes up to 32, and no other sizes with another path', async () => {
    const tree = distinctTree(32)
    for (let toSize = 1; toSize <= 32; toSize++) {
      for (let fromSize = 1; fromSize < toSize; fromSize++) {
        const proof = await honestProof(tree, fromSize, toSize)
        await verifyConsistency(proof)
        for (let claimed = 1; claimed < toSize; claimed++) {
          const alike = steps(claimed, toSize) === steps(fromSize, toSize)
          expect(await accepts({ ...proof, fromSize: claimed })).to.equal(alike)
        }
        for (let claimed = fromSize + 1; claimed <= 40; claimed++) {
          const alike = steps(fromSize, claimed) === steps(fromSize, toSize)
          expect(await accepts({ ...proof, toSize: claimed })).to.equal(alike)
        }
      }
    }
  })

  it('refuses every flipped bit', async () => {
    for (const [fromSize, toSize] of [
      [4, 7],
      [6, 7],
    ] as const) {
      const proof = await honestProof(distinctTree(toSize), fromSize, toSize)
      for (let bit = 0; bit < 256; bit++) {
        const fromRoot = flipBit(proof.fromRoot, bit)
        expect(await codeOf({ ...proof, fromRoot })).to.equal(MISMATCH)
        const toRoot = flipBit(proof.toRoot, bit)
        expect(await codeOf({ ...proof, toRoot })).to.equal(MISMATCH)
        for (const i of proof.path.keys()) {
          const path = proof.path.map((hash, j) => (i === j ? flipBit(hash, bit) : hash))
          expect(await codeOf({ ...proof, path })).to.equal(MISMATCH)
        }
      }
    }
  })

  it('refuses a path of any other length', async () => {
    for (const [fromSize, toSize] of [
      [1, 2],
      [3, 4],
      [6, 8],
      [8, 13],
      [7, 29],
    ] as const) {
      const proof = await honestProof(distinctTree(toSize), fromSize, toSize)
      const { path, fromRoot, toRoot } = proof
      expect(await codeOf({ ...proof, path: [] })).to.equal(SHAPE)
      expect(await codeOf({ ...proof, path: path.slice(0, -1) })).to.equal(SHAPE)
      expect(await codeOf({ ...proof, path: [...path, toRoot] })).to.equal(SHAPE)
      expect(await codeOf({ ...proof, path: [fromRoot, ...path] })).to.equal(SHAPE)
    }
  })

  it('refuses a tree that was rewritten or re-ordered between the two', async () => {
    const honest = await honestProof(distinctTree(9), 5, 9)
    const shorter = distinctTree(8)
    expect(await codeOf({ ...honest, fromRoot: await shorter.root(6) })).to.equal(MISMATCH)
    expect(await codeOf({ ...honest, fromRoot: honest.toRoot, toRoot: honest.fromRoot })).to.equal(
      MISMATCH,
    )
  })

  it('takes every tree for a growth of the empty one, and of itself', async () => {
    const tree = distinctTree(3)
    await verifyConsistency(await honestProof(tree, 0, 0))
    await verifyConsistency(await honestProof(tree, 0, 3))
    await verifyConsistency(await honestProof(tree, 3, 3))
  })

  it('refuses two roots of one size, a false empty root, and a path where none belongs', async () => {
    const [one, two] = [referenceRoots[1] ?? EMPTY_ROOT, referenceRoots[2] ?? EMPTY_ROOT]
    const same = { fromSize: 2, toSize: 2, toRoot: two, path: [] }
    expect(await codeOf({ ...same, fromRoot: one })).to.equal(MISMATCH)
    expect(await codeOf({ ...same, fromRoot: two, path: [one] })).to.equal(SHAPE)
    const empty = { fromSize: 0, toSize: 2, toRoot: two, path: [] }
    expect(await codeOf({ ...empty, fromRoot: one })).to.equal(MISMATCH)
    expect(await codeOf({ ...empty, fromRoot: EMPTY_ROOT, path: [one] })).to.equal(SHAPE)
  })

  for (const [what, fromSize, toSize] of [
    ['a log that shrank', 8, 7],
    ['a negative size', -1, 7],
    ['half a leaf', 1.5, 7],
    ['no number', 1, Number.NaN],
    ['a size beyond 2^53 - 1', 1, 2 ** 53],
  ] as const) {
    it(`refuses ${what}`, async () => {
      const roots = { fromRoot: EMPTY_ROOT, toRoot: EMPTY_ROOT }
      expect(await codeOf({ fromSize, toSize, ...roots, path: [] })).to.equal(SHAPE)
    })
  }

  it('refuses hashes that are not 32 octets', async () => {
    const none = new Uint8Array()
    const proof = { fromSize: 2, toSize: 2, fromRoot: none, toRoot: none, path: [] }
    expect(await codeOf(proof)).to.equal(SHAPE)
  })

  for (const toSize of LARGE_SIZES) {
    it(`cuts no number on the way to ${toSize} leaves`, async () => {
      const sizes = [1, 2 ** 31 - 1, 2 ** 31, 2 ** 32, 2 ** 32 + 7, 2 ** 32 + 8, toSize - 1]
      for (const fromSize of sizes.filter((size) => size < toSize)) {
        const tree = sparseTree([fromSize])
        const proof = await honestProof(tree, fromSize, toSize)
        await verifyConsistency(proof)
        for (const cut of [fromSize % 2 ** 31, fromSize % 2 ** 32, fromSize + 2 ** 32]) {
          if (cut < 1 || cut >= toSize || steps(cut, toSize) === steps(fromSize, toSize)) continue
          expect(await accepts({ ...proof, fromSize: cut })).to.equal(false)
        }
      }
    })
  }
})
