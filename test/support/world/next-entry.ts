import type { DirectoryEntry, EntryKey } from '#crypto/directory/entry.js'
import { signEntry } from '#crypto/directory/sign-entry.js'
import type { KeyPurpose } from '#crypto/directory/entry.js'
import { issueEvidence } from '#crypto/evidence/issue-evidence.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { generateSigningKey } from '#crypto/keys/generate.js'
import type { SigningKey } from '#crypto/keys/key.js'
import { after, NOW } from './moments.js'
import { entryKeyOf, type Party } from './parties.js'
import { type Relay, world } from './world.js'

/** Version 2 of a party's entry, in force since a minute before NOW. */
export const nextEntry = (
  { claims, entry, identity }: Party,
  changes: Partial<DirectoryEntry> = {},
): Promise<string> =>
  signEntry(
    {
      ...claims,
      version: 2,
      supersedes: entry.digest,
      validFrom: after(NOW, -60).toISOString(),
      ...changes,
    },
    identity,
  )

/** A party's keys without those of one purpose, and a new one of that purpose instead. */
export async function withNewKey(
  { claims }: Pick<Party, 'claims'>,
  purpose: KeyPurpose,
): Promise<{ readonly keys: EntryKey[]; readonly key: SigningKey }> {
  const key = await generateSigningKey('x25519')
  const others = claims.keys.filter((one) => one.purpose !== purpose)
  return { keys: [...others, entryKeyOf(purpose, key)], key }
}

/** Evidence X.1: when the relay was told of a version. */
export async function acceptedAt(entry: string, of: Party, at: Date, by?: Relay): Promise<string> {
  const relay = by ?? (await world()).relay
  return issueEvidence(
    {
      about: 'directory',
      code: 'X.1',
      time: at.toISOString(),
      issuer: relay.id,
      authority: of.id,
      subject: await digestOf(entry),
    },
    relay.evidenceKey,
  )
}
