import { expect } from 'chai'
import { orderedChain } from '#crypto/pki/pkcs12/ordered-chain.js'
import { codeOf } from '#test/support/code-of.js'
import { plans } from '../chains.js'
import { handMade, type Plan } from '../hand-made.js'
import { keyOf } from '../keys.js'

const octetsOf = (...members: readonly Plan[]) => Promise.all(members.map(handMade))

describe('orderedChain', () => {
  it('puts a chain in order and leaves its root out', async () => {
    const { root, middle, leaf } = await plans()
    const chain = orderedChain(await octetsOf(root, middle, leaf), leaf.key.jwk)
    expect(chain.map(({ subject }) => subject)).to.deep.equal(['CN=Leaf', 'CN=Middle'])
  })

  it('accepts a certificate alone', async () => {
    const { leaf } = await plans()
    expect(orderedChain(await octetsOf(leaf), leaf.key.jwk)).to.have.length(1)
  })

  it('refuses no certificate of the key, two of it, strangers and gaps', async () => {
    const { root, middle, leaf, direct } = await plans()
    const other = await keyOf('other')
    const stranger = { ...direct, subject: 'Stranger', key: other }
    const bottom = { ...leaf, subject: 'Bottom', issuer: 'Absent' }
    for (const members of [
      [],
      [root],
      [middle],
      [leaf, direct],
      [leaf, stranger],
      [bottom, middle],
    ]) {
      const encodings = await octetsOf(...members)
      expect(await codeOf(() => orderedChain(encodings, leaf.key.jwk))).to.equal('pki/chain')
    }
  })
})
