import { CryptoError } from '../errors.js'
import { importSealingKey, importVerificationKey } from '../keys/import-public.js'
import type { SealingKey, VerificationKey } from '../keys/key.js'
import type { EntryKey, KeyPurpose } from './entry.js'
import { isInForce } from './in-force.js'
import type { VerifiedEntry } from './verify-entry.js'

/**
 * The key of an entry that may verify what was signed at a moment.
 *
 * @param kid - which one; without it, the newest in force.
 * @throws {@link CryptoError} `directory/key` if the entry has no such key for that purpose, or it
 *   was not in force at that moment.
 */
export async function entryKey(
  entry: VerifiedEntry,
  purpose: Exclude<KeyPurpose, 'envelopes'>,
  at: Date,
  kid?: string,
): Promise<VerificationKey> {
  return importVerificationKey(newest(entry, purpose, at, kid).jwk)
}

/**
 * The key that envelopes are sealed to at a moment: the newest in force, so that a rotation takes
 * effect at once while the one before still opens what is under way.
 *
 * @throws {@link CryptoError} `directory/key` if no key of the entry is in force.
 */
export async function entrySealingKey(entry: VerifiedEntry, at: Date): Promise<SealingKey> {
  return importSealingKey(newest(entry, 'envelopes', at).jwk)
}

function newest(entry: VerifiedEntry, purpose: KeyPurpose, at: Date, kid?: string): EntryKey {
  const [first, ...others] = entry.payload.keys.filter(
    (key) =>
      key.purpose === purpose &&
      (kid === undefined || key.kid === kid) &&
      isInForce(key.notBefore, key.notAfter, at),
  )
  if (first === undefined) {
    const { authority, version } = entry.payload
    const detail = `version ${version} of the entry of ${authority} has no such ${purpose} key in force`
    throw new CryptoError('directory/key', detail)
  }
  // On a tie the first in the entry's own order: everybody picks the same one.
  return others.reduce((best, key) => (key.notBefore > best.notBefore ? key : best), first)
}
