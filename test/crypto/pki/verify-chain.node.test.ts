import { expect } from 'chai'
import { toBase64 } from '#crypto/bytes/bytes.js'
import { sequence } from '#crypto/pki/der/write-der.js'
import { createCertificateRequest } from '#crypto/pki/create-certificate-request.js'
import { generateIdentityKey } from '#crypto/pki/identity-key.js'
import { issueCertificate } from '#crypto/pki/issue-certificate.js'
import { issueNetworkRoot } from '#crypto/pki/issue-network-root.js'
import { issueRevocationList } from '#crypto/pki/issue-revocation-list.js'
import { toPem } from '#crypto/pki/pem.js'
import { readCertificate } from '#crypto/pki/read-certificate.js'
import { verifyChain } from '#crypto/pki/verify-chain.js'
import { codeOf } from '#test/support/code-of.js'
import { AT, plans } from './chains.js'
import * as made from './hand-made.js'
import { keyOf } from './keys.js'
import { type Openssl, openssl } from './openssl.node.js'

let tool: Openssl
before(() => (tool = openssl()))
after(() => tool.close())

const seconds = (at: Date) => String(Math.floor(at.getTime() / 1000))
const judged = (...options: string[]) =>
  tool.accepts(
    'verify',
    '-x509_strict',
    '-attime',
    seconds(AT),
    '-CAfile',
    'root.pem',
    ...options,
    'leaf.pem',
  )

type Change = Partial<Record<'root' | 'middle' | 'leaf', Partial<made.Plan>>>
/** Both verdicts on root, intermediate and leaf with parts made otherwise. */
async function verdicts(change: Change): Promise<{ ours: string; theirs: boolean }> {
  const all = await plans()
  const octets = async (part: 'root' | 'middle' | 'leaf') =>
    made.handMade({ ...all[part], ...change[part] })
  const [root, middle, leaf] = await Promise.all([octets('root'), octets('middle'), octets('leaf')])
  for (const [name, bytes] of Object.entries({ root, middle, leaf })) {
    tool.write(`${name}.pem`, toPem('CERTIFICATE', bytes))
  }
  const ours = await codeOf(() =>
    verifyChain(
      [leaf, middle].map(toBase64),
      { roots: [readCertificate(root)] },
      { role: 'authority', at: AT },
    ),
  )
  return { ours, theirs: judged('-untrusted', 'middle.pem') }
}

describe('verifyChain beside openssl verify', () => {
  // Key identifiers as RFC 5280 §4.2.1.1 and §4.2.1.2 demand: OpenSSL's strict mode insists.
  const identifier = (octet: number) => new Uint8Array(20).fill(octet)
  const skid = (octet: number) => ({
    id: '2.5.29.14',
    value: Uint8Array.of(4, 20, ...identifier(octet)),
  })
  const akid = (octet: number) => ({
    id: '2.5.29.35',
    value: sequence(Uint8Array.of(0x80, 20, ...identifier(octet))),
  })
  const extended: Record<'root' | 'middle' | 'leaf', readonly made.Extension[]> = {
    root: [...made.issuerExtensions, skid(1)],
    middle: [...made.issuerExtensions, skid(2), akid(1)],
    leaf: [...made.leafExtensions(), skid(3), akid(2)],
  }
  const whole = (change: Change = {}): Change => ({
    root: { extensions: extended.root, ...change.root },
    middle: { extensions: extended.middle, ...change.middle },
    leaf: { extensions: extended.leaf, ...change.leaf },
  })
  const issuer = (...extensions: made.Extension[]) => ({
    middle: { extensions: [...extensions, skid(2), akid(1)] },
  })

  it('agrees on honest chains', async () => {
    for (const change of [
      {},
      { leaf: { scheme: 'PSS' } },
      { middle: { scheme: 'SHA-512' } },
    ] as const) {
      expect(await verdicts(whole(change))).to.deep.equal({
        ours: 'nothing was refused',
        theirs: true,
      })
    }
  })

  const critical = { id: '1.2.3.4', critical: true, value: sequence() }
  const wrong: Record<string, Change | (() => Promise<Change>)> = {
    'a leaf that expired': { leaf: { to: '2026-07-01' } },
    'a leaf that is not yet valid': { leaf: { from: '2026-08-01' } },
    'an intermediate that expired': { middle: { to: '2026-07-01' } },
    'a root that expired': { root: { to: '2026-07-01' } },
    'another issuer’s name': { leaf: { issuer: 'Another' } },
    'another root’s name': { middle: { issuer: 'Another' } },
    'a signature by another key': async () => ({ leaf: { signer: await keyOf('other') } }),
    'an intermediate signed by another key': async () => ({
      middle: { signer: await keyOf('other') },
    }),
    'an issuer without basicConstraints': issuer(made.certSign),
    'an issuer that is none': issuer(made.basicConstraints(false), made.certSign),
    'basicConstraints that are not critical': issuer(
      made.basicConstraints(true, undefined, false),
      made.certSign,
    ),
    'an issuer without keyCertSign': issuer(made.basicConstraints(true), made.keyUsage(1, 0x02)),
    'a path length of the root exceeded': {
      root: { extensions: [made.basicConstraints(true, 0), made.certSign, skid(1)] },
    },
    'an unknown critical extension of the leaf': {
      leaf: { extensions: [...extended.leaf, critical] },
    },
    'an unknown critical extension of the issuer': {
      middle: { extensions: [...extended.middle, critical] },
    },
    'key identifiers that disagree': {
      leaf: { extensions: [...made.leafExtensions(), skid(3), akid(9)] },
    },
  }
  for (const [what, change] of Object.entries(wrong)) {
    it(`agrees in refusing ${what}`, async () => {
      const { ours, theirs } = await verdicts(
        whole(typeof change === 'function' ? await change() : change),
      )
      expect(ours).to.match(/^pki\//)
      expect(theirs).to.equal(false)
    })
  }

  const narrower: Record<string, Change> = {
    'a purpose that is another’s': {
      leaf: { extensions: [...made.leafExtensions('urn:rogatory:relay:xa.moj'), skid(3), akid(2)] },
    },
    'names of the chain in other capitals': { leaf: { issuer: 'MIDDLE' } },
  }
  for (const [what, change] of Object.entries(narrower)) {
    it(`refuses ${what}, which OpenSSL does not`, async () => {
      const { ours, theirs } = await verdicts(whole(change))
      expect(ours).to.match(/^pki\//)
      expect(theirs).to.equal(true)
    })
  }
})

describe('what we issue beside OpenSSL', () => {
  it('verifies: certificates, request, revocation before and after', async () => {
    const validity = { notBefore: new Date('2026-01-01'), notAfter: new Date('2030-01-01') }
    const root = await issueNetworkRoot({ name: 'Rogatory réseau', ...validity })
    const [middleKey, key] = [await generateIdentityKey(), await generateIdentityKey()]
    const middle = await issueCertificate(middleKey, {
      role: 'intermediate',
      name: 'Middle',
      issuer: root,
      ...validity,
    })
    const issuer = { certificate: middle, privateKeyPem: middleKey.privateKeyPem }
    const request = await createCertificateRequest(
      { party: 'xa.moj', name: 'وزارة العدل', state: 'XA' },
      key,
    )
    const order = { role: 'authority', party: 'xa.moj', name: 'وزارة العدل', state: 'XA' } as const
    const leaf = await issueCertificate(request, { ...order, issuer, ...validity })
    tool.write('root.pem', root.certificate.pem)
    tool.write('middle.pem', middle.pem)
    tool.write('leaf.pem', leaf.pem)
    tool.write('request.pem', request)
    expect(tool.accepts('req', '-in', 'request.pem', '-verify', '-noout')).to.equal(true)
    expect(judged('-untrusted', 'middle.pem')).to.equal(true)

    const period = { thisUpdate: new Date('2026-06-01'), nextUpdate: new Date('2026-12-01') }
    const list = (serial: string) =>
      issueRevocationList(
        issuer,
        [{ serial, at: new Date('2026-06-15'), reason: 'superseded' }],
        period,
      )
    const check = async (serial: string) => {
      tool.write('list.pem', await list(serial))
      return judged('-untrusted', 'middle.pem', '-crl_check', '-CRLfile', 'list.pem')
    }
    expect(await check('01aa')).to.equal(true)
    expect(await check(leaf.serial)).to.equal(false)
    expect(tool.run('x509', '-in', 'leaf.pem', '-noout', '-serial')).to.equal(
      `serial=${leaf.serial.toUpperCase()}\n`,
    )
  }).timeout(60_000)
})
