import { expect } from 'chai'
import fc from 'fast-check'
import { toHex } from '#crypto/bytes/bytes.js'
import { EMPTY_ROOT } from '#crypto/transparency/hash.js'
import { appendLeaves, EMPTY_FRONTIER, frontierAt, rootOf } from '#crypto/transparency/range.js'
import { rejection } from '#test/support/rejection.js'
import { distinctTree, readerOf, sparseTree } from './sample-trees.js'

const SHAPE = 'transparency/proof-shape'
const tree = distinctTree(80)
const leaves = (begin: number, end: number) =>
  Promise.all(Array.from({ length: end - begin }, (_, i) => tree.hashOf(begin + i, begin + i + 1)))

describe('the right edge', () => {
  it('grows to the textbook root and stores the textbook nodes, in batches of any size', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 20 }), { maxLength: 4 }), async (batches) => {
        let frontier = EMPTY_FRONTIER
        const places = new Set<string>()
        for (const batch of batches) {
          const before = frontier.size
          const grown = await appendLeaves(frontier, await leaves(before, before + batch))
          frontier = grown.frontier
          expect(frontier.size).to.equal(before + batch)
          expect(await rootOf(frontier)).to.deep.equal(await tree.root(frontier.size))
          for (const { level, index, hash } of grown.newNodes) {
            const begin = index * 2 ** level
            expect(toHex(hash)).to.equal(toHex(await tree.hashOf(begin, begin + 2 ** level)))
            places.add(`${level}/${index}`)
          }
        }
        // Every complete subtree once: n leaves and their complete parents.
        let expected = 0
        for (let width = 1; width <= frontier.size; width *= 2) {
          expected += Math.floor(frontier.size / width)
        }
        expect(places.size).to.equal(expected)
      }),
      { numRuns: 60 },
    ))

  it('makes each node once, whether leaves come one by one or all together', async () => {
    const together = await appendLeaves(EMPTY_FRONTIER, await leaves(0, 21))
    let frontier = EMPTY_FRONTIER
    const nodes = []
    for (const leaf of await leaves(0, 21)) {
      const grown = await appendLeaves(frontier, [leaf])
      frontier = grown.frontier
      nodes.push(...grown.newNodes)
    }
    expect(frontier).to.deep.equal(together.frontier)
    expect(nodes).to.have.deep.members(together.newNodes)
  })

  it('is read back from a store in one read', async () => {
    const { read, asked } = readerOf(tree)
    const frontier = await frontierAt(77, read)
    expect(frontier).to.deep.equal(
      (await appendLeaves(EMPTY_FRONTIER, await leaves(0, 77))).frontier,
    )
    expect(asked.length).to.equal(1)
    expect(await frontierAt(0, read)).to.deep.equal(EMPTY_FRONTIER)
  })

  it('grows past 2^32 and up to 2^53 - 1, and no further', async () => {
    for (const size of [2 ** 32 - 1, 2 ** 53 - 2]) {
      const large = sparseTree([size])
      const frontier = await frontierAt(size, readerOf(large).read)
      const leaf = await large.hashOf(size, size + 1)
      const grown = await appendLeaves(frontier, [leaf])
      expect(await rootOf(grown.frontier)).to.deep.equal(await large.root(size + 1))
      expect(grown.newNodes[0]).to.deep.include({ level: 0, index: size })
    }
    const full = await frontierAt(2 ** 53 - 1, readerOf(sparseTree([])).read)
    const error = await rejection(appendLeaves(full, [EMPTY_ROOT]))
    expect(error).to.have.property('code', SHAPE)
  })

  it('leaves the frontier it was given as it was', async () => {
    const { frontier } = await appendLeaves(EMPTY_FRONTIER, await leaves(0, 5))
    const hashes = frontier.hashes.map(toHex)
    await appendLeaves(frontier, await leaves(5, 11))
    expect(frontier.size).to.equal(5)
    expect(frontier.hashes.map(toHex)).to.deep.equal(hashes)
  })

  it('has the root of the empty tree at first, and stays so without leaves', async () => {
    expect(await rootOf(EMPTY_FRONTIER)).to.deep.equal(EMPTY_ROOT)
    const grown = await appendLeaves(EMPTY_FRONTIER, [])
    expect(grown).to.deep.equal({ frontier: EMPTY_FRONTIER, newNodes: [] })
  })

  for (const [what, size, hashes] of [
    ['too few hashes', 3, [EMPTY_ROOT]],
    ['too many hashes', 4, [EMPTY_ROOT, EMPTY_ROOT]],
    ['no size', Number.NaN, []],
    ['a short hash', 1, [new Uint8Array(31)]],
  ] as const) {
    it(`is refused with ${what}`, async () => {
      const frontier = { size, hashes }
      expect(await rejection(rootOf(frontier))).to.have.property('code', SHAPE)
      expect(await rejection(appendLeaves(frontier, []))).to.have.property('code', SHAPE)
    })
  }

  it('takes no leaf that is not 32 octets', async () => {
    const error = await rejection(appendLeaves(EMPTY_FRONTIER, [new Uint8Array(33)]))
    expect(error).to.have.property('code', SHAPE)
  })
})
