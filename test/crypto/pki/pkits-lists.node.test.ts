import { expect } from 'chai'
import { toBase64 } from '#crypto/bytes/bytes.js'
import type { Octets } from '#crypto/pki/der/read-der.js'
import { der, sequence, unsignedInteger } from '#crypto/pki/der/write-der.js'
import { issueRevocationList } from '#crypto/pki/issue-revocation-list.js'
import { fromPem, toPem } from '#crypto/pki/pem.js'
import { readCertificate } from '#crypto/pki/read-certificate.js'
import { verifyChain } from '#crypto/pki/verify-chain.js'
import { codeOf } from '#test/support/code-of.js'
import { AT, plans } from './chains.js'
import * as made from './hand-made.js'
import { extension, handMadeList } from './hand-made-list.js'
import { keyOf } from './keys.js'
import { type Openssl, openssl } from './openssl.node.js'

type Plans = Awaited<ReturnType<typeof plans>>
type Case = {
  /** After the section of NIST PKITS 1.0.1 named first. */
  readonly what: string
  readonly ours: string
  readonly openssl: boolean
  readonly chain?: (plans: Plans) => readonly made.Plan[]
  readonly root?: (plans: Plans) => made.Plan
  readonly lists: (plans: Plans) => Promise<readonly Octets[]>
}
const GOOD = 'nothing was refused'
const current = { thisUpdate: new Date('2026-02-01'), nextUpdate: new Date('2027-01-01') }
const revoked = { serial: '01ff', at: new Date('2026-06-01'), reason: 'keyCompromise' as const }
/** An extension that nobody knows. */
const unknown = (critical: boolean) => extension('2.16.840.1.101.2.1.12.2', sequence(), critical)
const TRUE = Uint8Array.of(0xff)

async function listBy(
  plan: made.Plan,
  entries: readonly (typeof revoked)[] = [],
  { signer = plan.key, validity = current } = {},
): Promise<Octets> {
  const certificate = readCertificate(await made.handMade(plan))
  const { privateKeyPem } = signer
  const list = await issueRevocationList({ certificate, privateKeyPem }, entries, validity)
  return fromPem('X509 CRL', list, 100_000)
}
const through = ({ leaf, middle }: Plans) => [leaf, middle]
const handMade =
  (parts: Parameters<typeof handMadeList>[1]) =>
  async ({ root }: Plans) => [await handMadeList(root.key, { isEmpty: true, ...parts })]

const CASES: readonly Case[] = [
  {
    what: '4.4.1 no list of the intermediate',
    ours: 'pki/validity',
    openssl: false,
    chain: through,
    lists: async ({ root }) => [await listBy(root)],
  },
  {
    what: '4.4.2 the intermediate is revoked',
    ours: 'pki/revoked',
    openssl: false,
    chain: through,
    lists: async ({ root, middle }) => [await listBy(root, [revoked]), await listBy(middle)],
  },
  {
    what: '4.4.3 the leaf is revoked',
    ours: 'pki/revoked',
    openssl: false,
    chain: through,
    lists: async ({ root, middle }) => [await listBy(root), await listBy(middle, [revoked])],
  },
  {
    what: '4.4.4 a list with a bad signature',
    ours: 'pki/chain',
    openssl: false,
    lists: async ({ root }) => [await listBy(root, [], { signer: await keyOf('other') })],
  },
  {
    what: '4.4.5 a list of another name',
    ours: 'pki/validity',
    openssl: false,
    lists: async ({ root }) => [await listBy({ ...root, subject: 'Other', issuer: 'Other' })],
  },
  {
    what: '4.4.7 two lists, one of another issuer',
    ours: GOOD,
    openssl: true,
    lists: async ({ root }) => [
      await listBy({ ...root, subject: 'Other', issuer: 'Other' }),
      await listBy(root),
    ],
  },
  {
    what: '4.4.8 an unknown critical extension of an entry',
    ours: 'pki/malformed',
    openssl: false,
    lists: async ({ root }) => [await handMadeList(root.key, { entryExtensions: [unknown(true)] })],
  },
  {
    what: '4.4.9 an unknown critical extension of the list',
    ours: 'pki/malformed',
    openssl: false,
    lists: handMade({ listExtensions: [unknown(true)] }),
  },
  {
    what: '4.4.9, not critical',
    ours: GOOD,
    openssl: true,
    lists: handMade({ listExtensions: [unknown(false)] }),
  },
  {
    what: '4.4.11 an old list',
    ours: 'pki/validity',
    openssl: false,
    lists: async ({ root }) => [
      await listBy(root, [], {
        validity: { thisUpdate: new Date('2026-02-01'), nextUpdate: new Date('2026-03-01') },
      }),
    ],
  },
  {
    what: '4.4.13 nextUpdate in GeneralizedTime',
    ours: GOOD,
    openssl: true,
    lists: async ({ root }) => [
      await listBy(root, [], {
        validity: { thisUpdate: new Date('2026-02-01'), nextUpdate: new Date('2055-01-01') },
      }),
    ],
  },
  {
    what: '4.7.4 an issuer whose key may not sign lists',
    ours: 'pki/usage',
    openssl: false,
    root: ({ root }) => ({
      ...root,
      extensions: [made.basicConstraints(true), made.keyUsage(2, 0x04)],
    }),
    lists: async ({ root }) => [await listBy(root)],
  },
  {
    what: '4.14.22 an indirect list (issuingDistributionPoint)',
    ours: 'pki/malformed',
    openssl: false,
    lists: handMade({
      listExtensions: [extension('2.5.29.28', sequence(der(0x84, TRUE)), true)],
    }),
  },
  {
    what: '4.15.1 a delta list alone',
    ours: 'pki/malformed',
    openssl: true,
    lists: handMade({
      listExtensions: [
        extension('2.5.29.20', unsignedInteger(2)),
        extension('2.5.29.27', unsignedInteger(1), true),
      ],
    }),
  },
]

describe('revocation lists after NIST PKITS 4.4, 4.7, 4.14 and 4.15, beside openssl verify', function () {
  this.timeout(300_000)
  let tool: Openssl
  before(() => (tool = openssl()))
  after(() => tool.close())

  for (const { what, ours, openssl: theirs, chain, root, lists } of CASES) {
    it(`${what}: ${ours}`, async () => {
      const all = await plans()
      const anchor = await made.handMade(root?.(all) ?? all.root)
      const certificates = await Promise.all((chain?.(all) ?? [all.direct]).map(made.handMade))
      const texts = await lists(all)
      const [leaf, ...others] = certificates
      if (leaf === undefined) throw new Error('a chain has a leaf')
      tool.write('root.pem', toPem('CERTIFICATE', anchor))
      tool.write('leaf.pem', toPem('CERTIFICATE', leaf))
      tool.write('others.pem', others.map((one) => toPem('CERTIFICATE', one)).join(''))
      tool.write('lists.pem', texts.map((list) => toPem('X509 CRL', list)).join(''))
      const found = await codeOf(() =>
        verifyChain(
          certificates.map(toBase64),
          { roots: [readCertificate(anchor)] },
          { role: 'authority', at: AT, revocationLists: texts.map(toBase64) },
        ),
      )
      const untrusted = others.length > 0 ? ['-untrusted', 'others.pem'] : []
      const theirWord = tool.accepts(
        ...['verify', '-attime', String(AT.getTime() / 1000), '-crl_check_all'],
        ...['-CAfile', 'root.pem', '-CRLfile', 'lists.pem', ...untrusted, 'leaf.pem'],
      )
      expect({ ours: found, openssl: theirWord }).to.deep.equal({ ours, openssl: theirs })
    })
  }
})
