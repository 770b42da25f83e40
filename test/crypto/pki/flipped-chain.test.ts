import { expect } from 'chai'
import fc from 'fast-check'
import { toBase64 } from '#crypto/bytes/bytes.js'
import { verifyChain } from '#crypto/pki/verify-chain.js'
import { codeOf } from '#test/support/code-of.js'
import { flipBit } from '#test/support/flip-bit.js'
import { AT, plans, trustIn } from './chains.js'
import { handMade } from './hand-made.js'

describe('verifyChain on altered octets', () => {
  it('refuses a chain with any one bit flipped, with a code of this folder', async () => {
    const { root, middle, leaf } = await plans()
    const trust = await trustIn(root)
    const members = await Promise.all([leaf, middle].map(handMade))
    const expected = { role: 'authority', party: 'xa.moj', at: AT } as const
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 1 }), fc.nat(), async (which, bit) => {
        const altered = members.map((octets, i) =>
          toBase64(i === which ? flipBit(octets, bit) : octets),
        )
        expect(await codeOf(() => verifyChain(altered, trust, expected))).to.match(/^pki\//)
      }),
      { numRuns: 300 },
    )
  })
})
