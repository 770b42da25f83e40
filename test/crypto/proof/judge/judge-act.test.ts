import { expect } from 'chai'
import { OfficerCredential } from '#crypto/directory/officer-credential.js'
import { signRevocation } from '#crypto/directory/sign-revocation.js'
import type { ProofBundle } from '#crypto/proof/bundle.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { NOW } from '#test/support/world/moments.js'
import { sampleBundle } from '#test/support/world/sample-bundle.js'
import { withTranslation } from '#test/support/world/sample-translation.js'
import { twinned } from '#test/support/world/twinned.js'
import { type World, world } from '#test/support/world/world.js'
import { factsOf, standingsOf } from '../story.js'

const claimsOf = async (credential: string) =>
  OfficerCredential.parse((await readStatement(credential)).payload)

/** Any authority may vouch for any key: whoever signed is known by key and authority together. */
describe('two credentials of one key in a bundle', () => {
  let w: World
  before(async () => {
    w = await world()
  })

  const translated = async () =>
    withTranslation(await sampleBundle({ told: 'first part', receipt: false }))
  const translatorOf = async ({ credentials }: ProofBundle) => {
    const all = await Promise.all(credentials.map(claimsOf))
    const found = all.find(({ name }) => name === 'Tariq Translator')
    if (!found) throw new TypeError('the sample has a translator')
    return found.kid
  }
  const revoked = async (bundle: ProofBundle, { id, credentialsKey }: World['xb']) => {
    const kid = await translatorOf(bundle)
    const since = NOW.toISOString()
    const claims = { authority: id, kid, since, reason: 'compromised' as const, declared: since }
    return { ...bundle, revocations: [await signRevocation(claims, credentialsKey)] }
  }

  it('leave a header, its approvals and a receipt to the officers of the authority they are of', async () => {
    const bundle = await twinned(await sampleBundle())
    for (const fact of ['header-signed', 'approvals-given', 'receipt-signed'] as const) {
      const [found] = await factsOf(bundle, fact)
      expect(found?.standing, fact).to.equal('proved')
      expect(JSON.stringify(found?.data), fact).to.not.include('Somebody Else')
    }
  })

  it('leave each step of a hand-off to those whom it names', async () => {
    const bundle = await twinned(await translated())
    const [custody] = await factsOf(bundle, 'custody-unbroken')
    expect(custody?.standing).to.equal('proved')
    expect(custody?.data['holders']).to.equal('Tariq Translator (xb.pgo); Rita Reviewer (xb.pgo)')
    const [certified] = await factsOf(bundle, 'translation-certified')
    expect(certified?.standing).to.equal('proved')
    expect(certified?.data).to.deep.include({ name: 'Tariq Translator', authority: 'xb.pgo' })
  })

  it('are no credential of those whom the hand-off names where theirs is left out', async () => {
    const whole = await translated()
    const kid = await translatorOf(whole)
    const { credentials, ...bundle } = await twinned(whole)
    const all = await Promise.all(credentials.map(claimsOf))
    const left = credentials.filter((_, n) => all[n]?.kid !== kid || all[n].authority === w.xc.id)
    const without = { ...bundle, credentials: left }
    expect(await standingsOf(without, 'translation-certified')).to.deep.equal(['unproved'])
    expect(await standingsOf(without, 'custody-unbroken')).to.deep.equal(['unproved'])
  })

  it('end with the revocation of the authority that the officer acted for, and of no other', async () => {
    const bundle = await twinned(await translated())
    const of = (one: ProofBundle) => standingsOf(one, 'translation-certified')
    expect(await of(await revoked(bundle, w.xc))).to.deep.equal(['proved'])
    expect(await of(await revoked(bundle, w.xb))).to.deep.equal(['contradicted'])
  })
})
