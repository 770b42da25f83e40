import { expect } from 'chai'
import { verifyBundle } from '#crypto/proof/verify-bundle.js'
import { sampleBundle, worldTrust } from '#test/support/world/sample-bundle.js'

describe('verifying a bundle', () => {
  it('proves the whole story', async () => {
    const verdict = await verifyBundle(await sampleBundle(), await worldTrust())
    console.log(JSON.stringify(verdict, undefined, 1))
    expect(verdict.verdict).to.equal('proved')
  })
})
