import type { TrustList } from '../directory/trust-list.js'
import type { DirectoryEntry } from '../directory/entry.js'
import type { VerifiedEntry } from '../directory/verify-entry.js'
import { importVerificationKey } from '../keys/import-public.js'
import { parseCheckpoint } from '../transparency/checkpoint.js'
import { parseNote } from '../transparency/note.js'
import { type NoteKey, noteKey, parseVerifierKey } from '../transparency/note-key.js'
import { attempt } from './attempt.js'

/** Who may have signed a checkpoint, and between which moments that was. */
export type LogSigners = {
  readonly trust: TrustList
  readonly relay: VerifiedEntry | undefined
  /** All versions of the relay's entry that hold, whenever they did. */
  readonly versions: readonly DirectoryEntry[]
  /** The time of the newest evidence under it: it was signed no sooner. */
  readonly from: Date | undefined
  /** The verifier's clock: it was signed no later. */
  readonly until: Date | undefined
}

/**
 * The keys that may have signed a checkpoint: those of the trust list for a log of that name, and those
 * that the relay's own entry names for checkpoints and that were in force while it was signed.
 *
 * Where the trust list names logs, no entry makes a log of another name known: a relay that runs two
 * would show each party its own. Nor does the entry of one relay give it the name of another's log: one of
 * the keys that the list names must be the relay's own, in any version of its entry.
 *
 * @throws {@link CryptoError} `transparency/note` if the note is no checkpoint.
 */
export async function logKeys(note: string, signers: LogSigners): Promise<readonly NoteKey[]> {
  const { origin } = parseCheckpoint(parseNote(note).text)
  const known = await trustedLogs(signers.trust)
  const own = known.filter(({ name }) => name === origin)
  if (known.length > 0 && !own.some((key) => isOf(signers, key))) return own
  return [...own, ...(await relayKeys(origin, signers))]
}

/** Whether a trust list names the log of that name: then its name alone tells which log it is. */
export const namesLog = async (trust: TrustList, origin: string): Promise<boolean> =>
  (await trustedLogs(trust)).some(({ name }) => name === origin)

const isOf = ({ versions }: LogSigners, { key }: NoteKey): boolean =>
  versions.some(({ keys }) =>
    keys.some(({ purpose, kid }) => purpose === 'checkpoints' && kid === key.kid),
  )

async function trustedLogs({ logs = [] }: TrustList): Promise<readonly NoteKey[]> {
  const keys = await Promise.all(logs.map((text) => attempt(() => parseVerifierKey(text))))
  return keys.flatMap((key) => (key.ok && key.value.use === 'note' ? [key.value] : []))
}

function relayKeys(origin: string, { relay, from, until }: LogSigners): Promise<NoteKey[]> {
  const keys = (relay?.payload.keys ?? []).filter(
    ({ purpose, notBefore, notAfter }) =>
      purpose === 'checkpoints' &&
      (!from || new Date(notAfter) >= from) &&
      (!until || new Date(notBefore) <= until),
  )
  return Promise.all(
    keys.map(async ({ jwk }) => noteKey(origin, 'note', await importVerificationKey(jwk))),
  )
}
