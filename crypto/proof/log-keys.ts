import type { TrustList } from '../directory/trust-list.js'
import type { VerifiedEntry } from '../directory/verify-entry.js'
import { importVerificationKey } from '../keys/import-public.js'
import { parseCheckpoint } from '../transparency/checkpoint.js'
import { parseNote } from '../transparency/note.js'
import { type NoteKey, noteKey, parseVerifierKey } from '../transparency/note-key.js'
import { attempt } from './attempt.js'

/**
 * The keys that may have signed a checkpoint: those of the trust list for a log of that name, and those
 * that the relay's own entry names for checkpoints.
 *
 * @throws {@link CryptoError} `transparency/note` if the note is no checkpoint.
 */
export async function logKeys(
  note: string,
  trust: TrustList,
  relay: VerifiedEntry | undefined,
): Promise<readonly NoteKey[]> {
  const { origin } = parseCheckpoint(parseNote(note).text)
  const keys: NoteKey[] = []
  for (const text of trust.logs ?? []) {
    const key = await attempt(() => parseVerifierKey(text))
    if (key.ok && key.value.name === origin && key.value.use === 'note') keys.push(key.value)
  }
  for (const { purpose, jwk } of relay?.payload.keys ?? []) {
    if (purpose !== 'checkpoints') continue
    keys.push(await noteKey(origin, 'note', await importVerificationKey(jwk)))
  }
  return keys
}
