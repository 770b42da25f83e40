import { expect } from 'chai'
import { toBase64 } from '#crypto/bytes/bytes.js'
import { der, oid, sequence } from '#crypto/pki/der/write-der.js'
import { toPem } from '#crypto/pki/pem.js'
import { readCertificate } from '#crypto/pki/read-certificate.js'
import { verifyChain } from '#crypto/pki/verify-chain.js'
import { codeOf } from '#test/support/code-of.js'
import { AT, plans } from './chains.js'
import * as made from './hand-made.js'
import { keyOf } from './keys.js'
import { type Openssl, openssl } from './openssl.node.js'

type Plans = Awaited<ReturnType<typeof plans>>
type Case = {
  readonly what: string
  readonly ours: string
  readonly openssl: boolean
  readonly chain: (plans: Plans) => Promise<readonly made.Plan[]> | readonly made.Plan[]
}
const policies = (critical: boolean, ...ids: string[]): made.Extension => ({
  id: '2.5.29.32',
  critical,
  value: sequence(...ids.map((id) => sequence(oid(id)))),
})
/** permittedSubtrees with one URI host. */
const uriConstraint = (host: string, critical = true): made.Extension => ({
  id: '2.5.29.30',
  critical,
  value: sequence(der(0xa0, sequence(der(0x86, new TextEncoder().encode(host))))),
})
const requireExplicitPolicy: made.Extension = {
  id: '2.5.29.36',
  critical: true,
  value: sequence(Uint8Array.of(0x80, 1, 0)),
}
const issuer = (...more: made.Extension[]) => [...made.issuerExtensions, ...more]
const GOOD = 'nothing was refused'

/** A second intermediate between the first one and the leaf. */
async function deeper({ middle, leaf }: Plans, first: made.Extension[]) {
  const key = await keyOf('other')
  const second = { ...middle, subject: 'Second', issuer: 'Middle', key, signer: middle.key }
  return [{ ...leaf, issuer: 'Second', signer: key }, second, { ...middle, extensions: first }]
}

/** After the sections of NIST PKITS 1.0.1, made here: its own certificates are of RSA-2048, below this profile. */
const CASES: readonly Case[] = [
  {
    what: '4.1.1 valid signatures',
    ours: GOOD,
    openssl: true,
    chain: ({ leaf, middle }) => [leaf, middle],
  },
  {
    what: '4.1.2 invalid CA signature',
    ours: 'pki/untrusted',
    openssl: false,
    chain: async ({ leaf, middle }) => [leaf, { ...middle, signer: await keyOf('other') }],
  },
  {
    what: '4.1.3 invalid end entity signature',
    ours: 'pki/chain',
    openssl: false,
    chain: async ({ leaf, middle }) => [{ ...leaf, signer: await keyOf('other') }, middle],
  },
  {
    what: '4.2.1 invalid CA notBefore',
    ours: 'pki/validity',
    openssl: false,
    chain: ({ leaf, middle }) => [leaf, { ...middle, from: '2027-01-01' }],
  },
  {
    what: '4.2.8 invalid EE notAfter, GeneralizedTime for the root',
    ours: 'pki/validity',
    openssl: false,
    chain: ({ leaf, middle }) => [{ ...leaf, to: '2026-02-01' }, middle],
  },
  {
    what: '4.3.1 invalid name chaining',
    ours: 'pki/chain',
    openssl: false,
    chain: ({ leaf, middle }) => [{ ...leaf, issuer: 'Elsewhere' }, middle],
  },
  {
    what: '4.3.5 name chaining with other capitals',
    ours: 'pki/chain',
    openssl: true,
    chain: ({ leaf, middle }) => [{ ...leaf, issuer: 'MIDDLE' }, middle],
  },
  {
    what: '4.6.2 cA false',
    ours: 'pki/usage',
    openssl: false,
    chain: ({ leaf, middle }) => [
      leaf,
      { ...middle, extensions: [made.basicConstraints(false), made.certSign] },
    ],
  },
  {
    what: '4.6.4 cA true, not critical',
    ours: 'pki/usage',
    openssl: true,
    chain: ({ leaf, middle }) => [
      leaf,
      { ...middle, extensions: [made.basicConstraints(true, undefined, false), made.certSign] },
    ],
  },
  {
    what: '4.6.5 path length 0, one intermediate below',
    ours: 'pki/chain',
    openssl: false,
    chain: (all) => deeper(all, [made.basicConstraints(true, 0), made.certSign]),
  },
  {
    what: '4.6.13 path length 1, one intermediate below',
    ours: GOOD,
    openssl: true,
    chain: (all) => deeper(all, [made.basicConstraints(true, 1), made.certSign]),
  },
  {
    what: '4.7.1 keyCertSign false',
    ours: 'pki/usage',
    openssl: false,
    chain: ({ leaf, middle }) => [
      leaf,
      { ...middle, extensions: [made.basicConstraints(true), made.keyUsage(1, 0x02)] },
    ],
  },
  {
    what: '4.8.1 same policy in every certificate',
    ours: GOOD,
    openssl: true,
    chain: ({ leaf, middle }) => [
      {
        ...leaf,
        extensions: [...made.leafExtensions(), policies(false, '2.16.840.1.101.3.2.1.48.1')],
      },
      { ...middle, extensions: issuer(policies(false, '2.16.840.1.101.3.2.1.48.1')) },
    ],
  },
  {
    what: '4.8.x critical policies',
    ours: 'pki/usage',
    openssl: true,
    chain: ({ leaf, middle }) => [
      leaf,
      { ...middle, extensions: issuer(policies(true, '2.16.840.1.101.3.2.1.48.1')) },
    ],
  },
  {
    what: '4.9.3 requireExplicitPolicy and no policy',
    ours: 'pki/usage',
    openssl: true,
    chain: ({ leaf, middle }) => [leaf, { ...middle, extensions: issuer(requireExplicitPolicy) }],
  },
  {
    what: '4.13.34 URI name constraints',
    ours: 'pki/name',
    openssl: false,
    chain: ({ leaf, middle }) => [
      leaf,
      { ...middle, extensions: issuer(uriConstraint('.gov.xa')) },
    ],
  },
  {
    what: '4.13.x name constraints that are not critical',
    ours: 'pki/name',
    openssl: false,
    chain: ({ leaf, middle }) => [
      leaf,
      { ...middle, extensions: issuer(uriConstraint('.gov.xa', false)) },
    ],
  },
  {
    what: '4.16.2 unknown critical extension',
    ours: 'pki/usage',
    openssl: false,
    chain: ({ leaf, middle }) => [
      {
        ...leaf,
        extensions: [
          ...made.leafExtensions(),
          { id: '2.16.840.1.101.2.1.12.2', critical: true, value: sequence() },
        ],
      },
      middle,
    ],
  },
]

describe('path validation after NIST PKITS, beside openssl verify', function () {
  this.timeout(300_000)
  let tool: Openssl
  before(() => (tool = openssl()))
  after(() => tool.close())

  for (const { what, ours, openssl: theirs, chain } of CASES) {
    it(`${what}: ${ours}${(ours === GOOD) === theirs ? '' : ', where OpenSSL says otherwise'}`, async () => {
      const all = await plans()
      const root = await made.handMade(all.root)
      const [leaf, ...others] = await Promise.all((await chain(all)).map(made.handMade))
      if (leaf === undefined) throw new Error('a chain has a leaf')
      tool.write('root.pem', toPem('CERTIFICATE', root))
      tool.write('leaf.pem', toPem('CERTIFICATE', leaf))
      tool.write('others.pem', others.map((one) => toPem('CERTIFICATE', one)).join(''))
      const found = await codeOf(() =>
        verifyChain(
          [leaf, ...others].map(toBase64),
          { roots: [readCertificate(root)] },
          { role: 'authority', at: AT },
        ),
      )
      const time = String(AT.getTime() / 1000)
      const words = `verify -attime ${time} -CAfile root.pem -untrusted others.pem leaf.pem`
      expect({ ours: found, openssl: tool.accepts(...words.split(' ')) }).to.deep.equal({
        ours,
        openssl: theirs,
      })
    })
  }
})
