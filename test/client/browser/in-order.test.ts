import { expect } from 'chai'
import { inOrder } from '#client/browser/proof/in-order.js'
import { findingMeanings, findingOf } from '#crypto/proof/compare/comparison.js'
import { proof as texts } from '#client/browser/proof/texts/en.js'

describe('what two bundles show when they are held against each other', () => {
  it('is told with contradictions first, and what only one proves last', () => {
    const findings = [
      findingOf('fact', 'second', ''),
      findingOf('fact', 'both', ''),
      findingOf('log-unjoined', 'unshown', ''),
      findingOf('fact', 'first', ''),
      findingOf('split-view', 'contradiction', ''),
    ]
    expect(inOrder(findings).map(({ standing }) => standing)).to.deep.equal([
      ...['contradiction', 'unshown', 'both', 'first', 'second'],
    ])
  })
  it('has words for every finding; a fact is told by its own', () => {
    const told = Object.keys(texts).flatMap((key) => /^finding_(.+)$/.exec(key)?.[1] ?? [])
    expect([...told, 'fact', 'claim']).to.have.members(Object.keys(findingMeanings))
  })
})
