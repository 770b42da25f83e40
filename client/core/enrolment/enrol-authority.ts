import { z } from 'zod'
import type { DirectoryEntry, EntryKey } from '#crypto/directory/entry.js'
import type { Role } from '#crypto/directory/officer-credential.js'
import { signCredential } from '#crypto/directory/sign-credential.js'
import { type EntrySigner, signEntry } from '#crypto/directory/sign-entry.js'
import { sealVault } from '#crypto/directory/vault.js'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { OfficerId, plainText } from '#crypto/fields/fields.js'
import type { Suite } from '#crypto/keys/algorithms.js'
import { importSealingKey } from '#crypto/keys/import-public.js'
import { importSigningKey } from '#crypto/keys/import-private.js'
import type { SigningKey } from '#crypto/keys/key.js'
import type { KeystoreContent } from '#crypto/keystore/keystore-file.js'
import { createOfficerKeys, type OfficerKeys } from '../officers/create-officer-keys.js'
import type { Relay } from '../ports.js'

/** What an authority says of itself; keys, version and validity are added here. */
export type AuthorityData = Omit<
  DirectoryEntry,
  'kind' | 'version' | 'supersedes' | 'validFrom' | 'validTo' | 'keys'
>

export type Enrolment = {
  readonly data: AuthorityData
  /** The authority's certified identity key, and its chain without the root. */
  readonly identity: EntrySigner
  readonly officers: readonly { readonly name: string; readonly roles: readonly Role[] }[]
  readonly suite: Suite
  readonly at: Date
  readonly validTo: Date
}

/** What an authority keeps before it tells anybody: private halves in keystores, the rest to publish. */
export type PreparedEnrolment = {
  /** The operational keys: `signingKey` signs credentials, `sealingKey` opens envelopes. */
  readonly operational: KeystoreContent
  readonly officers: readonly { readonly name: string; readonly keys: KeystoreContent }[]
  readonly publication: EnrolmentPublication
}

/** Statements, and a vault that only the officers open: may lie in the open. */
export const EnrolmentPublication = z.strictObject({
  entry: z.string(),
  credentials: z.array(z.string()).min(1),
  vault: z.string(),
})
export type EnrolmentPublication = z.infer<typeof EnrolmentPublication>

/**
 * Makes everything that an authority with a certificate needs to take part: operational keys, entry,
 * officers with credentials, vault. Nothing leaves this machine. Keep the result before publishing
 * it: what is published without its keys kept is lost.
 */
export async function prepareEnrolment(enrolment: Enrolment): Promise<PreparedEnrolment> {
  const { identity, suite, data } = enrolment
  const operational = await createOfficerKeys(data.authority, suite)
  const credentialsKey = await importSigningKey(operational.content.signingKey)
  const officers = []
  for (const officer of enrolment.officers) {
    officers.push(await prepareOfficer(enrolment, officer, credentialsKey))
  }
  const readers = await Promise.all(
    officers.map(({ keys }) => importSealingKey(keys.public.sealing.jwk)),
  )
  return {
    operational: operational.content,
    officers: officers.map(({ name, keys }) => ({ name, keys: keys.content })),
    publication: {
      entry: await signEntry(entryOf(enrolment, operational), identity),
      credentials: officers.map(({ credential }) => credential),
      vault: await sealVault({ openingKeys: [operational.content.sealingKey] }, readers),
    },
  }
}

/**
 * Tells the relay. Every step may be repeated: a second time it finds what the first has left.
 *
 * @param admin - The key of an officer with the role `admin`, who stores the vault.
 * @param relay - The relay as the officer with that key reaches it, or as the public does.
 */
export async function publishEnrolment(
  { entry, credentials, vault }: EnrolmentPublication,
  admin: SigningKey,
  relay: (key?: SigningKey) => Relay,
): Promise<void> {
  await relay().call('publishEntry', { body: { entry } })
  for (const credential of credentials) {
    await relay().call('publishCredential', { body: { credential } })
  }
  await relay(admin).call('storeVault', { body: { version: 1, vault } })
}

function entryOf({ data, at, validTo }: Enrolment, { public: keys }: OfficerKeys): DirectoryEntry {
  const window = { notBefore: at.toISOString(), notAfter: validTo.toISOString() }
  const key = (purpose: EntryKey['purpose'], { kid, jwk }: OfficerKeys['public']['signing']) =>
    ({ purpose, kid, jwk: jwk as EntryKey['jwk'], ...window }) satisfies EntryKey
  return {
    ...data,
    kind: 'authority',
    version: 1,
    supersedes: null,
    validFrom: window.notBefore,
    validTo: window.notAfter,
    keys: [key('credentials', keys.signing), key('envelopes', keys.sealing)],
  }
}

async function prepareOfficer(
  { data, suite, at, validTo }: Enrolment,
  { name, roles }: Enrolment['officers'][number],
  credentialsKey: SigningKey,
) {
  const keys = await createOfficerKeys(data.authority, suite)
  const credential = await signCredential(
    {
      authority: data.authority,
      officer: OfficerId.parse(uuidV7(at)),
      name: plainText(name),
      roles: [...roles],
      kid: keys.public.signing.kid,
      key: keys.public.signing.jwk as EntryKey['jwk'],
      sealingKey: keys.public.sealing.jwk as EntryKey['jwk'],
      validFrom: at.toISOString(),
      validTo: validTo.toISOString(),
    },
    credentialsKey,
  )
  return { name, credential, keys: { ...keys, content: { ...keys.content, credential } } }
}
