import { nameableEntry } from '#crypto/directory/entry-in-force.js'
import type { VerifiedEntry } from '#crypto/directory/verify-entry.js'
import { CryptoError } from '#crypto/errors.js'
import type { Header } from '#crypto/package/header.js'
import type { Session } from '../session/session.js'

/** By which versions of its entry a sender is judged. */
export type SenderVersions = {
  /** The one that the header names. */
  readonly named: VerifiedEntry
  /** The one that counted at the submission, where that is another: what it has taken back, nobody can use any more. */
  readonly counting: VerifiedEntry | undefined
}

/**
 * The version of its sender's entry that a header names, if it could be named at that moment: it was the one in force,
 * or an `envelopes` key of it still served in that one, as during a rotation. So the relay judges, which may be in
 * league with whoever stole a key that the sender has withdrawn since.
 *
 * @param at - when it was submitted, by the relay's word.
 * @throws CryptoError `directory/entry` if it was superseded by then, or had ended; ClientError `directory-untrusted`
 */
export async function senderVersions(
  { directory }: Pick<Session, 'directory'>,
  { sender, senderEntry }: Pick<Header, 'sender' | 'senderEntry'>,
  at: Date,
): Promise<SenderVersions> {
  const named = await directory.version(sender, senderEntry)
  const newest = await directory.at(sender, at)
  const known = { entries: [named, newest] }
  if (nameableEntry(known, named.digest, 'envelopes', at) === undefined) {
    throw new CryptoError(
      'directory/entry',
      `the entry of ${sender} that the package names (version ${named.payload.version}) was superseded or had ended when it was submitted`,
    )
  }
  return { named, counting: newest.digest === named.digest ? undefined : newest }
}
