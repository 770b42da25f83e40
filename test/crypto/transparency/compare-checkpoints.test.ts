import { expect } from 'chai'
import { toUtf8 } from '#crypto/bytes/bytes.js'
import type { Checkpoint } from '#crypto/transparency/checkpoint.js'
import { compareCheckpoints, isBreach } from '#crypto/transparency/compare-checkpoints.js'
import { rejection } from '#test/support/rejection.js'
import { treeOf } from '#test/support/reference-tree.js'

const tree = treeOf(Array.from({ length: 12 }, (_, i) => toUtf8(`leaf ${i}`)))
const other = treeOf(Array.from({ length: 12 }, (_, i) => toUtf8(`leaf ${i === 3 ? 'x' : i}`)))
const at = async (size: number, of = tree): Promise<Checkpoint> => ({
  origin: 'relay.example/log',
  size,
  root: await of.root(size),
  extensions: [],
})
const prove = (from: number, to: number) => tree.consistency(from, to)
const never = () => Promise.reject(new Error('nothing is to be proved'))

describe('comparing checkpoints', () => {
  it('knows a log that stood still, and one that grew', async () => {
    expect(await compareCheckpoints(await at(7), await at(7), never)).to.equal('same')
    expect(await compareCheckpoints(await at(7), await at(12), prove)).to.equal('grown')
    expect(await compareCheckpoints(await at(0), await at(12), () => Promise.resolve([]))).to.equal(
      'grown',
    )
    expect([isBreach('same'), isBreach('grown')]).to.deep.equal([false, false])
  })

  it('names a fork, a rewriting and a shrinking', async () => {
    const named = [
      await compareCheckpoints(await at(7), await at(7, other), never),
      await compareCheckpoints(await at(7), await at(12, other), (from, to) =>
        other.consistency(from, to),
      ),
      await compareCheckpoints(await at(7), await at(6), never),
    ]
    expect(named).to.deep.equal(['forked', 'rewritten', 'shrunken'])
    expect(named.map(isBreach)).to.deep.equal([true, true, true])
  })

  it('takes no answer for no breach', async () => {
    const silent = compareCheckpoints(await at(7), await at(12), never)
    expect(await rejection(silent)).to.have.property('message', 'nothing is to be proved')
  })
})
