import { OfficerId, PublicJwk } from '#crypto/fields/fields.js'
import { entryKeyOf } from '#test/support/world/parties.js'
import { BEGIN, END, NOW } from '#test/support/world/moments.js'
import type { DirectoryEntry, KeyPurpose } from '#crypto/directory/entry.js'
import type { OfficerCredential, Role } from '#crypto/directory/officer-credential.js'
import { signCredential } from '#crypto/directory/sign-credential.js'
import { signEntry } from '#crypto/directory/sign-entry.js'
import { formatTrustList, readTrustList } from '#crypto/directory/trust-list.js'
import { verifyEntry } from '#crypto/directory/verify-entry.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import type { OpeningKey, SealingKey, SigningKey, VerificationKey } from '#crypto/keys/key.js'
import { keyIdentifierOf, subjectOf, tbsCertificate } from '#crypto/pki/certificate-template.js'
import { issueCertificate } from '#crypto/pki/issue-certificate.js'
import type { CertificateIssuer } from '#crypto/pki/identity.js'
import { readCertificate } from '#crypto/pki/read-certificate.js'
import { signedByIssuer } from '#crypto/pki/signed.js'
import { formatVerifierKey, noteKey } from '#crypto/transparency/note-key.js'
import { exampleKeys } from './example-keys.js'

export const ORIGIN = 'relay.example/log'
const keys = exampleKeys()

/** The network of the worked examples: a root, a relay, two authorities, five officers. */
export async function exampleNetwork() {
  const root = await rootOf()
  const relayKeys = {
    evidence: await keys.signing('zz.relay evidence'),
    checkpoints: await keys.signing('zz.relay checkpoints'),
    operator: await keys.signing('zz.relay operator'),
  }
  const sender = await authorityKeys('xa.moj')
  const recipient = await authorityKeys('xb.pgo')
  const logKey = await noteKey(ORIGIN, 'note', relayKeys.checkpoints)
  const witness = await noteKey('witness.example', 'cosignature', await keys.signing('witness'))
  const trust = {
    roots: [root.certificate.pem],
    timestampRoots: [root.certificate.pem],
    logs: [formatVerifierKey(logKey)],
    witnesses: [{ key: formatVerifierKey(witness), authority: AuthorityId.parse('xb.pgo') }],
    quorum: 1,
  }
  const party = async (
    id: string,
    kind: 'authority' | 'relay',
    own: Partial<Record<KeyPurpose, SealingKey | VerificationKey>>,
    approvals = 0,
  ) => {
    const key = await keys.identity(`${id} identity`)
    const state = id.slice(0, 2).toUpperCase()
    const certificate = await issueCertificate(key, {
      role: kind,
      party: id,
      name: `Example ${id}`,
      state,
      issuer: root,
      notBefore: BEGIN,
      notAfter: END,
    })
    const claims = entryOf(id, kind, own, approvals)
    const statement = await signEntry(claims, { key, chain: [certificate.x5c] })
    const expected = { kind, at: NOW, authority: claims.authority }
    return verifyEntry(statement, readTrustList(formatTrustList(trust)), expected)
  }
  return {
    keys,
    root,
    trust,
    logKey,
    witness,
    relay: { ...relayKeys, entry: await party('zz.relay', 'relay', relayKeys) },
    sender: { ...sender, entry: await party('xa.moj', 'authority', sender, 1) },
    recipient: { ...recipient, entry: await party('xb.pgo', 'authority', recipient) },
    drafter: await officerOf('xa.moj', sender.credentials, 'Ana Drafter', ['case'], 1),
    approver: await officerOf('xa.moj', sender.credentials, 'Axel Approver', ['legal'], 2),
    registrar: await officerOf(
      'xb.pgo',
      recipient.credentials,
      'Berta Registrar',
      ['registrar'],
      3,
    ),
    duty: await officerOf('xb.pgo', recipient.credentials, 'Boris Duty', ['duty'], 4),
    translator: await officerOf(
      'xb.pgo',
      recipient.credentials,
      'Tariq Translator',
      ['translator'],
      5,
    ),
  }
}

async function rootOf(): Promise<CertificateIssuer> {
  const { jwk, privateKeyPem } = await keys.identity('root')
  const tbs = await tbsCertificate({
    role: 'root',
    subject: subjectOf('Example network root'),
    jwk,
    issuerKeyIdentifier: await keyIdentifierOf(jwk),
    notBefore: BEGIN,
    notAfter: END,
  })
  return { certificate: readCertificate(await signedByIssuer(tbs, privateKeyPem)), privateKeyPem }
}

const authorityKeys = async (
  id: string,
): Promise<{ credentials: SigningKey; envelopes: OpeningKey }> => ({
  credentials: await keys.signing(`${id} credentials`),
  envelopes: await keys.opening(`${id} envelopes`),
})

function entryOf(
  id: string,
  kind: 'authority' | 'relay',
  own: Partial<Record<KeyPurpose, SealingKey | VerificationKey>>,
  approvals: number,
): DirectoryEntry {
  const isRelay = kind === 'relay'
  return {
    authority: AuthorityId.parse(id),
    kind,
    version: 1,
    supersedes: null,
    validFrom: BEGIN.toISOString(),
    validTo: END.toISOString(),
    state: id.slice(0, 2).toUpperCase(),
    names: { en: `Example ${id}` },
    functions: isRelay ? [] : ['mutual-legal-assistance'],
    instruments: isRelay ? [] : ['UNTOC'],
    legalBases: isRelay ? [] : ['UNTOC'],
    laws: isRelay ? [] : [{ title: 'Mutual Assistance Act', url: 'https://law.example/mla' }],
    requirements: [],
    signatureRules: [],
    languages: { normal: ['en'], urgent: ['en'], reciprocity: [] },
    timeZone: 'UTC',
    officeHours: isRelay ? [] : [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }],
    holidays: isRelay ? [] : [{ from: '2026-12-25', to: '2026-12-26', name: 'Winter holidays' }],
    contact: isRelay ? {} : { email: `${id}@example.org`, telephone: '+999 1 234 567' },
    dutyContact: null,
    channels: ['rogatory'],
    interpol: false,
    accepts: { mediaTypes: isRelay ? [] : ['application/pdf'], maximumBytes: 10_000_000_000 },
    policy: { approvals },
    keys: Object.entries(own).map(([purpose, key]) => entryKeyOf(purpose as KeyPurpose, key)),
  }
}

async function officerOf(
  authority: string,
  credentials: SigningKey,
  name: string,
  roles: Role[],
  number: number,
) {
  const key = await keys.signing(name)
  const openingKey = await keys.opening(`${name} sealing`)
  const claims: OfficerCredential = {
    authority: AuthorityId.parse(authority),
    officer: OfficerId.parse(`019b76da-a800-7000-8000-00000000000${number}`),
    name,
    roles,
    kid: key.kid,
    key: PublicJwk.parse(key.jwk),
    sealingKey: PublicJwk.parse(openingKey.jwk),
    validFrom: BEGIN.toISOString(),
    validTo: END.toISOString(),
  }
  return { key, openingKey, claims, credential: await signCredential(claims, credentials) }
}
