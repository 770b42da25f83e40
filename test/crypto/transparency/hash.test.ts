import { expect } from 'chai'
import fc from 'fast-check'
import { fromHex, toHex } from '#crypto/bytes/bytes.js'
import { EMPTY_ROOT, hashLeaf, hashNode } from '#crypto/transparency/hash.js'
import { codeOf } from '#test/support/code-of.js'
import { leafHash, nodeHash, treeOf } from '#test/support/reference-tree.js'
import { referenceLeaves, referenceRoots } from './vectors.js'

describe('tree hashes', () => {
  it('hash a leaf and a node as the reference tree does', async () => {
    const [first, second] = await Promise.all(referenceLeaves.slice(0, 2).map(hashLeaf))
    expect(first).to.deep.equal(referenceRoots[1])
    expect(await hashNode(first ?? EMPTY_ROOT, second ?? EMPTY_ROOT)).to.deep.equal(
      referenceRoots[2],
    )
  })

  it('know the root of no leaves', async () => {
    expect(EMPTY_ROOT).to.deep.equal(referenceRoots[0])
    expect(EMPTY_ROOT).to.deep.equal(await treeOf([]).root(0))
  })

  it('tell a leaf of 64 octets from the node over its halves', async () => {
    const left = fromHex('11'.repeat(32))
    const right = fromHex('22'.repeat(32))
    const leaf = await hashLeaf(fromHex('11'.repeat(32) + '22'.repeat(32)))
    expect(toHex(leaf)).to.not.equal(toHex(await hashNode(left, right)))
  })

  it('take no two hashes but of 32 octets', async () => {
    for (const wrong of [new Uint8Array(31), new Uint8Array(33), new Uint8Array()]) {
      expect(await codeOf(() => hashNode(wrong, EMPTY_ROOT))).to.equal('transparency/proof-shape')
      expect(await codeOf(() => hashNode(EMPTY_ROOT, wrong))).to.equal('transparency/proof-shape')
    }
  })

  const hash = (i: number) => new Uint8Array(32).fill(i)

  it('agree with WebCrypto, also while others are being made', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 300 })), async (entries) => {
        const ours = await Promise.all(
          entries.flatMap((entry, i) => [hashLeaf(entry), hashNode(hash(i), hash(i + 1))]),
        )
        const theirs = await Promise.all(
          entries.flatMap((entry, i) => [leafHash(entry), nodeHash(hash(i), hash(i + 1))]),
        )
        expect(ours).to.deep.equal(theirs)
      }),
    ))
})
