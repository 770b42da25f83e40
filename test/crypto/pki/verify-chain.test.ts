import { expect } from 'chai'
import { der, sequence, unsignedInteger } from '#crypto/pki/der/write-der.js'
import { OID } from '#crypto/pki/oid.js'
import type { ExpectedLeaf, Trust } from '#crypto/pki/verify-chain.js'
import { verifyChain } from '#crypto/pki/verify-chain.js'
import { codeOf } from '#test/support/code-of.js'
import { AT, chainOf, plans, trustIn } from './chains.js'
import {
  basicConstraints,
  certSign,
  digitalSignature,
  type Extension,
  issuerExtensions,
  keyUsage,
  leafExtensions,
  type Plan,
  purposes,
  uris,
} from './hand-made.js'
import { keyOf } from './keys.js'

const expected: ExpectedLeaf = { role: 'authority', party: 'xa.moj', at: AT }
const refusal = (chain: readonly string[], trust: Trust, change: Partial<ExpectedLeaf> = {}) =>
  codeOf(() => verifyChain(chain, trust, { ...expected, ...change }))

type Change = { root?: Partial<Plan>; middle?: Partial<Plan>; leaf?: Partial<Plan> }
/** Root, intermediate and leaf, with parts made otherwise. */
async function changed({ root = {}, middle = {}, leaf = {} }: Change) {
  const all = await plans()
  const chain = await chainOf({ ...all.leaf, ...leaf }, { ...all.middle, ...middle })
  return { chain, trust: await trustIn({ ...all.root, ...root }) }
}
const refusalOf = async (change: Change, expect: Partial<ExpectedLeaf> = {}) => {
  const { chain, trust } = await changed(change)
  return refusal(chain, trust, expect)
}

describe('verifyChain', () => {
  it('accepts a leaf under the root and one under an intermediate', async () => {
    const { root, middle, leaf, direct } = await plans()
    const trust = await trustIn(root)
    for (const members of [[direct], [leaf, middle]]) {
      const { leaf: found, key } = await verifyChain(await chainOf(...members), trust, expected)
      expect(found).to.include({ role: 'authority', party: 'xa.moj' })
      expect(key).to.include({ alg: 'PS256', kid: direct.key.kid })
    }
  })

  it('accepts RSASSA-PSS and SHA-512, and any party when none is expected', async () => {
    const { chain, trust } = await changed({
      middle: { scheme: 'PSS' },
      leaf: { scheme: 'SHA-512' },
    })
    const { leaf } = await verifyChain(chain, trust, { role: 'authority', at: AT })
    expect(leaf.party).to.equal('xa.moj')
  })

  it('accepts the first and the last moment of validity and none beyond', async () => {
    const { chain, trust } = await changed({})
    const at = (text: string) => refusal(chain, trust, { at: new Date(text) })
    expect(await at('2026-01-01T00:00:00.000Z')).to.equal('nothing was refused')
    expect(await at('2036-01-01T00:00:00.999Z')).to.equal('nothing was refused')
    expect(await at('2025-12-31T23:59:59.999Z')).to.equal('pki/validity')
    expect(await at('2036-01-01T00:00:01.000Z')).to.equal('pki/validity')
    expect(await at('no moment')).to.equal('pki/validity')
  })

  it('finds the right root among several of one name', async () => {
    const { root, direct } = await plans()
    const other = await keyOf('other')
    const namesake = { ...root, key: other, signer: other }
    const chain = await chainOf(direct)
    expect(await refusal(chain, await trustIn(namesake, root))).to.equal('nothing was refused')
    expect(await refusal(chain, await trustIn(namesake))).to.equal('pki/untrusted')
    expect(await refusal(chain, { roots: [] })).to.equal('pki/untrusted')
  })

  it('refuses chains that are empty, too long or not in order', async () => {
    const { root, middle, leaf, direct } = await plans()
    const trust = await trustIn(root)
    const [one = '', two = ''] = await chainOf(leaf, middle)
    expect(await refusal([], trust)).to.equal('pki/malformed')
    expect(await refusal([one, two, two, two, two], trust)).to.equal('pki/malformed')
    expect(await refusal([two, one], trust)).to.equal('pki/chain')
    expect(await refusal([one, one, two], trust)).to.equal('pki/chain')
    expect(await refusal([one], trust)).to.equal('pki/untrusted')
    // The root comes from the trust list, never from the chain.
    expect(await refusal(await chainOf(direct, root), trust)).to.equal('pki/chain')
  })

  it('refuses a leaf that issued itself, also under the name of the root', async () => {
    const { root, direct } = await plans()
    const trust = await trustIn(root)
    const own = { ...direct, signer: direct.key }
    expect(await refusal(await chainOf({ ...own, issuer: 'Leaf' }), trust)).to.equal('pki/chain')
    expect(await refusal(await chainOf(own), trust)).to.equal('pki/untrusted')
  })

  it('refuses a leaf used as an authority', async () => {
    const { root, direct } = await plans()
    const other = await keyOf('other')
    const forged = { ...direct, subject: 'Forged', issuer: 'Leaf', key: other, signer: direct.key }
    expect(await refusal(await chainOf(forged, direct), await trustIn(root))).to.equal('pki/usage')
  })

  it('refuses more intermediates than a path length allows', async () => {
    const { root, middle, leaf } = await plans()
    const other = await keyOf('other')
    const limited = { ...middle, extensions: [basicConstraints(true, 0), certSign] }
    const lower = { ...middle, subject: 'Lower', issuer: 'Middle', key: other, signer: middle.key }
    const below = { ...leaf, issuer: 'Lower', signer: other }
    const trust = await trustIn(root)
    expect(await refusal(await chainOf(below, lower, middle), trust)).to.equal(
      'nothing was refused',
    )
    expect(await refusal(await chainOf(below, lower, limited), trust)).to.equal('pki/chain')
    expect(await refusal(await chainOf(leaf, limited), trust)).to.equal('nothing was refused')
    const strict = await trustIn({ ...root, extensions: [basicConstraints(true, 0), certSign] })
    expect(await refusal(await chainOf(leaf, middle), strict)).to.equal('pki/chain')
  })

  const unknown: Extension = { id: '1.2.3.4', critical: true, value: sequence() }
  // Permitted is one host: no URN has any.
  const host = der(0x86, new TextEncoder().encode('.gov.xa'))
  const value = sequence(der(0xa0, sequence(host)))
  const constraints: Extension = { id: OID.nameConstraints, critical: true, value }
  const hollow: Extension = { ...constraints, value: sequence() }
  const keyId = (octets: number) => new Uint8Array(20).fill(octets)
  const skid = { id: OID.subjectKeyIdentifier, value: Uint8Array.of(4, 20, ...keyId(1)) }
  const akid = {
    id: OID.authorityKeyIdentifier,
    value: sequence(Uint8Array.of(0x80, 20, ...keyId(2))),
  }
  const leafWith = (...extensions: Extension[]) => ({ leaf: { extensions } })
  const [constraint, usage, purpose, name] = leafExtensions()
  if (!constraint || !usage || !purpose || !name) throw new Error('four extensions')
  const cases: readonly (readonly [string, string, Change])[] = [
    ['an intermediate that expired', 'pki/validity', { middle: { to: '2026-07-01' } }],
    ['a leaf that is not yet valid', 'pki/validity', { leaf: { from: '2026-08-01' } }],
    ['a root that expired', 'pki/validity', { root: { to: '2026-07-01' } }],
    ['another issuer’s name', 'pki/chain', { leaf: { issuer: 'Another' } }],
    ['an issuer’s name in other capitals', 'pki/chain', { leaf: { issuer: 'MIDDLE' } }],
    ['an unknown issuer of the last', 'pki/untrusted', { middle: { issuer: 'Another' } }],
    [
      'an issuer without basicConstraints',
      'pki/usage',
      { middle: { extensions: [certSign, purpose, name] } },
    ],
    [
      'basicConstraints that are not critical',
      'pki/usage',
      { middle: { extensions: [basicConstraints(true, undefined, false), certSign] } },
    ],
    [
      'an issuer without keyUsage',
      'pki/usage',
      { middle: { extensions: [basicConstraints(true)] } },
    ],
    [
      'an issuer without keyCertSign',
      'pki/usage',
      { middle: { extensions: [basicConstraints(true), keyUsage(1, 0x02)] } },
    ],
    [
      'a root without keyCertSign',
      'pki/usage',
      { root: { extensions: [basicConstraints(true), digitalSignature] } },
    ],
    [
      'an issuer for another purpose only',
      'pki/usage',
      { middle: { extensions: [...issuerExtensions, purposes(false, OID.timeStamping)] } },
    ],
    ['an unknown critical extension', 'pki/usage', leafWith(...leafExtensions(), unknown)],
    [
      'an unknown critical extension of an issuer',
      'pki/usage',
      { middle: { extensions: [...issuerExtensions, unknown] } },
    ],
    [
      'an unknown critical extension of the root',
      'pki/usage',
      { root: { extensions: [...issuerExtensions, unknown] } },
    ],
    [
      'name constraints that constrain nothing',
      'pki/malformed',
      { middle: { extensions: [...issuerExtensions, hollow] } },
    ],
    [
      'name constraints on URIs',
      'pki/name',
      { middle: { extensions: [...issuerExtensions, constraints] } },
    ],
    [
      'name constraints on URIs, of the root',
      'pki/name',
      { root: { extensions: [...issuerExtensions, constraints] } },
    ],
    [
      'key identifiers that disagree',
      'pki/chain',
      {
        middle: { extensions: [...issuerExtensions, skid] },
        leaf: { extensions: [...leafExtensions(), akid] },
      },
    ],
    ['a leaf that is an authority', 'pki/usage', leafWith(...issuerExtensions, purpose, name)],
    ['a leaf without keyUsage', 'pki/usage', leafWith(constraint, purpose, name)],
    [
      'a leaf key that also encrypts',
      'pki/usage',
      leafWith(constraint, keyUsage(5, 0xa0), purpose, name),
    ],
    [
      'a leaf key that also certifies',
      'pki/usage',
      leafWith(constraint, keyUsage(2, 0x84), purpose, name),
    ],
    [
      'a leaf with a second purpose',
      'pki/usage',
      leafWith(constraint, usage, purposes(false, OID.documentSigning, '1.3.6.1.5.5.7.3.1'), name),
    ],
    [
      'a leaf for any purpose',
      'pki/usage',
      leafWith(constraint, usage, purposes(false, OID.anyExtendedKeyUsage), name),
    ],
    ['SHA-1 in the middle', 'pki/weak', { middle: { scheme: 'SHA-1' } }],
    [
      'a relay as an authority',
      'pki/usage',
      leafWith(...leafExtensions('urn:rogatory:relay:xa.moj')),
    ],
    [
      'a time-stamping authority as an authority',
      'pki/usage',
      leafWith(
        constraint,
        usage,
        purposes(true, OID.timeStamping),
        uris('urn:rogatory:tsa:xa.moj'),
      ),
    ],
    ['another party', 'pki/name', leafWith(...leafExtensions('urn:rogatory:authority:xa.mof'))],
    ['a negative serial number', 'pki/malformed', { leaf: { serial: Uint8Array.of(2, 1, 0xff) } }],
    [
      'a serial number of 21 octets',
      'pki/malformed',
      { leaf: { serial: unsignedInteger('01'.repeat(21)) } },
    ],
  ]
  for (const [what, code, change] of cases) {
    it(`refuses ${what}`, async () => {
      expect(await refusalOf(change)).to.equal(code)
    })
  }

  it('accepts key identifiers that agree, and extensions that are unknown but not critical', async () => {
    const { chain, trust } = await changed({
      middle: { extensions: [...issuerExtensions, skid, purposes(false, OID.documentSigning)] },
      leaf: {
        extensions: [
          ...leafExtensions(),
          { ...akid, value: sequence(Uint8Array.of(0x80, 20, ...keyId(1))) },
          { ...unknown, critical: false },
        ],
      },
    })
    expect(await refusal(chain, trust)).to.equal('nothing was refused')
  })

  it('refuses signatures by other keys: of the leaf, of the intermediate', async () => {
    const other = await keyOf('other')
    expect(await refusalOf({ leaf: { signer: other } })).to.equal('pki/chain')
    expect(await refusalOf({ middle: { signer: other } })).to.equal('pki/untrusted')
  })

  it('refuses an authority where a relay or a time-stamping authority belongs', async () => {
    expect(await refusalOf({}, { role: 'relay' })).to.equal('pki/usage')
    expect(await refusalOf({}, { role: 'timestamp' })).to.equal('pki/usage')
  })

  it('accepts a time-stamping purpose only when it is critical', async () => {
    const leaf = (critical: boolean) =>
      leafWith(
        constraint,
        usage,
        purposes(critical, OID.timeStamping),
        uris('urn:rogatory:tsa:xa.tsa'),
      )
    const tsa = { role: 'timestamp', party: 'xa.tsa' } as const
    expect(await refusalOf(leaf(true), tsa)).to.equal('nothing was refused')
    expect(await refusalOf(leaf(false), tsa)).to.equal('pki/usage')
  })
})
