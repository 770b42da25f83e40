import { CryptoError } from '../errors.js'
import type { SigningKey } from '../keys/key.js'
import { signStatement } from '../statement/sign-statement.js'
import { checked } from '../fields/checked.js'
import { DirectoryEntry } from './entry.js'
import { isKnownTimeZone } from './time-zone.js'

/** Who signs an entry: `chain` as `x5c` has it, the signer's certificate first, without the root. */
export type EntrySigner = { readonly key: SigningKey; readonly chain: readonly string[] }

/**
 * Signs a directory entry with the authority's (or relay's) identity key.
 *
 * @throws {@link CryptoError} `directory/entry` if it is no entry, or its time zone is not known here.
 *
 * @example
 * ```ts
 * await signEntry(entry, { key: identity.key, chain: identity.chain.map(({ x5c }) => x5c) })
 * ```
 */
export async function signEntry(entry: DirectoryEntry, identity: EntrySigner): Promise<string> {
  const payload = checked(DirectoryEntry, entry, 'directory/entry')
  if (!isKnownTimeZone(payload.timeZone)) {
    throw new CryptoError('directory/entry', `no time zone is called ${payload.timeZone}`)
  }
  return signStatement({ typ: 'rogatory-entry', payload, key: identity.key, x5c: identity.chain })
}
