import { ClientError } from '../client-error.js'
import { besideLeaked } from './beside-leaked.js'
import { leakedPasswords } from './leaked-passwords.js'
import { unguessablePart } from './unguessable-part.js'

/** So many characters at least, counted as people see them: code points. */
export const MINIMUM_PASSPHRASE = 15
const MAXIMUM = 1024
/** Fewer different characters than this are a pattern, whatever its length. */
const MINIMUM_DIFFERENT = 5
/** Characters beside what is guessed first; two words of the dictionary have more. */
const MINIMUM_UNGUESSED = 8
/** Characters beside a password that was stolen; another word has as many. */
const MINIMUM_BESIDE_LEAKED = 5

/**
 * The rule for every passphrase that is newly set, the only one: length, after NIST SP 800-63B-4 §3.1.1.2
 * (15 where nothing else stands beside it, as for a stolen file that is guessed at leisure; no rule of
 * composition; all characters, spaces among them), that it is not made of what is guessed first, and that it is
 * no password that was stolen and published, repeated or padded. Passphrases that protect files already are not judged.
 *
 * @throws {@link ClientError} `keystore-passphrase`; as `leakedPasswords`
 */
export async function requireGoodPassphrase(passphrase: string): Promise<string> {
  const characters = Array.from(passphrase)
  if (characters.length < MINIMUM_PASSPHRASE) throw refused('is too short')
  if (passphrase.length > MAXIMUM) throw refused('is too long')
  if (new Set(characters).size < MINIMUM_DIFFERENT) throw refused('repeats itself')
  if (Array.from(unguessablePart(passphrase)).length < MINIMUM_UNGUESSED) {
    throw refused('is made of words and patterns that are guessed first')
  }
  const beside = besideLeaked(passphrase, await leakedPasswords())
  if (beside !== undefined && Array.from(beside).length < MINIMUM_BESIDE_LEAKED) {
    throw refused('is little more than a password that was stolen and published')
  }
  return passphrase
}

const refused = (what: string) =>
  new ClientError(
    'keystore-passphrase',
    `the passphrase ${what}`,
    `Use ${MINIMUM_PASSPHRASE} to ${MAXIMUM} characters; four random words do well.`,
  )
