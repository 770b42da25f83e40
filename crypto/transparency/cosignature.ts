/**
 * Cosignatures (C2SP tlog-cosignature, Ed25519, `cosignature/v1`): a witness says that at a time this
 * checkpoint was the largest consistent one it had seen of that log.
 *
 * @packageDocumentation
 */
import { concat, toUtf8 } from '../bytes/bytes.js'
import { CryptoError } from '../errors.js'
import type { SigningKey } from '../keys/key.js'
import { parseCheckpoint } from './checkpoint.js'
import { ED25519_OCTETS, signEd25519, verifiesEd25519 } from './ed25519.js'
import { formatSignatureLine, parseNote, signatureOf } from './note.js'
import type { NoteKey } from './note-key.js'

const TIMESTAMP_OCTETS = 8
// The format allows 2^63 - 1; RFC 3339 can write no later second than this one of the year 9999.
const LATEST = 253_402_300_799

/** A cosignature that was verified. */
export type Cosignature = {
  /** The witness's key name. */
  readonly witness: string
  /** Seconds since 1970-01-01T00:00:00Z by the witness's clock. */
  readonly timestamp: number
}

/**
 * Cosigns a checkpoint. The caller has opened the note with the log's key and verified consistency
 * with the last checkpoint that this witness cosigned.
 *
 * @param timestamp - whole seconds since the epoch.
 * @returns the signature line, end of line included: the witness's answer (C2SP tlog-witness), which
 *   `addSignatures` puts under the note.
 * @throws {@link CryptoError} `transparency/note` if the note is no checkpoint, the key is not one for
 *   cosignatures, or the time cannot be written.
 */
export async function cosignCheckpoint(
  note: string,
  witness: NoteKey<SigningKey>,
  timestamp: number,
): Promise<string> {
  if (witness.use !== 'cosignature') throw refused('this key is not one for cosignatures')
  if (!isTimestamp(timestamp)) throw refused('not a whole second that RFC 3339 can write')
  const message = cosignedMessage(parseNote(note).text, timestamp)
  const time = new Uint8Array(TIMESTAMP_OCTETS)
  new DataView(time.buffer).setBigUint64(0, BigInt(timestamp))
  const signature = concat(time, await signEd25519(message, witness.key))
  return formatSignatureLine({ name: witness.name, keyId: witness.keyId, signature })
}

/**
 * Verifies the cosignature of one witness under a checkpoint. Whether its time is believable is for
 * the caller to judge, who has a clock.
 *
 * @throws {@link CryptoError} `transparency/note` if the note is no checkpoint, `transparency/signature` if
 *   the witness did not cosign it, or its cosignature is false.
 */
export async function verifyCosignature(note: string, witness: NoteKey): Promise<Cosignature> {
  const parsed = parseNote(note)
  const found = witness.use === 'cosignature' ? signatureOf(parsed, witness) : undefined
  if (found === undefined) throw unproved('the checkpoint carries no cosignature of this witness')
  const { signature } = found
  if (signature.length !== TIMESTAMP_OCTETS + ED25519_OCTETS) {
    throw unproved('not the length of a cosignature')
  }
  const view = new DataView(signature.buffer, signature.byteOffset, signature.byteLength)
  const timestamp = Number(view.getBigUint64(0))
  if (!isTimestamp(timestamp)) throw unproved('a time that RFC 3339 cannot write')
  const message = cosignedMessage(parsed.text, timestamp)
  if (!(await verifiesEd25519(message, signature.subarray(TIMESTAMP_OCTETS), witness.key))) {
    throw unproved('the cosignature is false')
  }
  return { witness: witness.name, timestamp }
}

/** C2SP tlog-cosignature, Ed25519 signed message. The first line keeps it apart from a log's own. */
function cosignedMessage(text: string, timestamp: number): Uint8Array {
  parseCheckpoint(text)
  return toUtf8(`cosignature/v1\ntime ${timestamp}\n${text}`)
}

const isTimestamp = (timestamp: number) =>
  Number.isSafeInteger(timestamp) && timestamp >= 0 && timestamp <= LATEST

const refused = (message: string) => new CryptoError('transparency/note', message)
const unproved = (message: string) => new CryptoError('transparency/signature', message)
