import type { DirectoryEntry, EntryKey, KeyPurpose } from '#crypto/directory/entry.js'
import { signEntry } from '#crypto/directory/sign-entry.js'
import { formatTrustList, readTrustList, type TrustList } from '#crypto/directory/trust-list.js'
import { type VerifiedEntry, verifyEntry } from '#crypto/directory/verify-entry.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import type { SealingKey, SigningKey, VerificationKey } from '#crypto/keys/key.js'
import { generateIdentityKey } from '#crypto/pki/identity-key.js'
import { issueCertificate } from '#crypto/pki/issue-certificate.js'
import type { CertificateIssuer } from '#crypto/pki/identity.js'
import { PublicJwk } from '#crypto/fields/fields.js'
import { BEGIN, END, NOW } from './moments.js'

/** Somebody with a certificate: what signs its entries. */
export type Party = {
  readonly id: AuthorityId
  readonly identity: { readonly key: SigningKey; readonly chain: readonly string[] }
  readonly claims: DirectoryEntry
  readonly entry: VerifiedEntry
}

type Order = {
  readonly id: string
  readonly kind: 'authority' | 'relay'
  readonly root: CertificateIssuer
  readonly keys: Partial<Record<KeyPurpose, SealingKey | VerificationKey>>
  readonly approvals?: number
}

export const trustIn = (root: CertificateIssuer, timestampRoots: readonly string[] = []) =>
  readTrustList(formatTrustList({ roots: [root.certificate.pem], timestampRoots }))

/** Makes a party: identity key, certificate, first entry. */
export async function partyOf(order: Order): Promise<Party> {
  const { id: name, kind, root } = order
  const key = await generateIdentityKey()
  const state = name.slice(0, 2).toUpperCase()
  const issued = {
    role: kind,
    party: name,
    name,
    state,
    issuer: root,
    notBefore: BEGIN,
    notAfter: END,
  }
  const certificate = await issueCertificate(key, issued)
  const claims = entryOf(order, state)
  const identity = { key, chain: [certificate.x5c] }
  const trust: TrustList = trustIn(root)
  const statement = await signEntry(claims, identity)
  const entry = await verifyEntry(statement, trust, { kind, at: NOW, authority: claims.authority })
  return { id: claims.authority, identity, claims, entry }
}

function entryOf({ id, kind, keys, approvals = 0 }: Order, state: string): DirectoryEntry {
  const pairs = Object.entries(keys) as [KeyPurpose, SealingKey | VerificationKey][]
  return {
    authority: AuthorityId.parse(id),
    kind,
    version: 1,
    supersedes: null,
    validFrom: BEGIN.toISOString(),
    validTo: new Date(END.getTime()).toISOString(),
    state,
    names: { en: `Authority ${id}` },
    functions: ['mutual-legal-assistance'],
    instruments: ['UNTOC'],
    requirements: [],
    languages: { normal: ['en'], urgent: ['en'], reciprocity: [] },
    timeZone: 'UTC',
    officeHours: [],
    holidays: [],
    contact: {},
    dutyContact: null,
    channels: ['rogatory'],
    interpol: false,
    legalBases: [],
    laws: [],
    signatureRules: [],
    accepts: { mediaTypes: ['application/pdf'], maximumBytes: 10_000_000_000 },
    policy: { approvals },
    keys: pairs.map(([purpose, key]) => entryKeyOf(purpose, key)),
  }
}

export const entryKeyOf = (
  purpose: KeyPurpose,
  { kid, jwk }: SealingKey | VerificationKey,
): EntryKey => ({
  purpose,
  kid,
  jwk: PublicJwk.parse(jwk),
  notBefore: BEGIN.toISOString(),
  notAfter: END.toISOString(),
})
