/**
 * Signed notes (C2SP signed-note): a text, an empty line, and lines of signatures.
 *
 * @packageDocumentation
 */
import { concat, fromBase64, fromHex, hasLoneSurrogate, toBase64, toHex } from '../bytes/bytes.js'
import { CryptoError } from '../errors.js'
import { isKeyName, type NoteKey } from './note-key.js'

/** Length of the longest note taken: sixteen post-quantum signatures fit twice. */
export const MAX_NOTE_LENGTH = 262_144
/** The specification asks for at least 16. */
export const MAX_NOTE_SIGNATURES = 64

/** One signature, of whatever type: `signature` is what follows the key id. */
export type NoteSignature = {
  readonly name: string
  /** Four octets in lower-case hexadecimal. */
  readonly keyId: string
  readonly signature: Uint8Array
}

/** A note taken apart. Its text is not to be believed before a signature is verified. */
export type Note = { readonly text: string; readonly signatures: readonly NoteSignature[] }

/**
 * Takes a note apart, one spelling only.
 *
 * @throws {@link CryptoError} `transparency/note` if it is too long, holds a control character, lacks
 *   its text, its empty line or its signatures, a line is spelt otherwise than
 *   `— name base64`, or one key signs twice.
 */
export function parseNote(note: string): Note {
  requireLength(note)
  const end = note.lastIndexOf('\n\n')
  if (end === -1) throw refused('no empty line between text and signatures')
  const text = note.slice(0, end + 1)
  requireNoteText(text)
  return { text, signatures: parseSignatureLines(note.slice(end + 2)) }
}

/**
 * Reads lines of signatures as they end a note, and as a witness answers them.
 *
 * @throws {@link CryptoError} `transparency/note`
 */
export function parseSignatureLines(lines: string): NoteSignature[] {
  requireLength(lines)
  if (!lines.endsWith('\n')) throw refused('no signature, or the last one has no end of line')
  const signatures = lines.slice(0, -1).split('\n').map(parseSignatureLine)
  if (signatures.length > MAX_NOTE_SIGNATURES) throw refused('too many signatures')
  if (new Set(signatures.map(addressOf)).size < signatures.length) {
    throw refused('one key signs twice')
  }
  return signatures
}

/**
 * Puts a note together.
 *
 * @throws {@link CryptoError} `transparency/note` if nobody could read it back.
 */
export function formatNote({ text, signatures }: Note): string {
  const note = `${text}\n${signatures.map(formatSignatureLine).join('')}`
  parseNote(note)
  return note
}

/** One signature as a line of its own, end of line included. */
export const formatSignatureLine = ({ name, keyId, signature }: NoteSignature): string =>
  `— ${name} ${toBase64(concat(fromHex(keyId), signature))}\n`

/**
 * Adds signatures to a note, as a log does with what its witnesses answer. An earlier signature of the
 * same key is replaced.
 *
 * @param lines - signature lines, each with its end of line.
 * @throws {@link CryptoError} `transparency/note`
 */
export function addSignatures(note: string, lines: string): string {
  const { text, signatures } = parseNote(note)
  const added = parseSignatureLines(lines)
  const replaced = new Set(added.map(addressOf))
  const kept = signatures.filter((signature) => !replaced.has(addressOf(signature)))
  return formatNote({ text, signatures: [...kept, ...added] })
}

/** The signature that claims to be of a key, if the note has one. */
export const signatureOf = (note: Note, key: NoteKey): NoteSignature | undefined =>
  note.signatures.find(({ name, keyId }) => name === key.name && keyId === key.keyId)

function parseSignatureLine(line: string): NoteSignature {
  // C2SP signed-note: em dash, space, name, space, base64 of a key id and at least one octet.
  const [, name, base64] = /^— ([^ ]+) ([A-Za-z0-9+/=]+)$/.exec(line) ?? []
  if (name === undefined || base64 === undefined || !isKeyName(name)) {
    throw refused('not a signature line')
  }
  const octets = octetsOf(base64)
  if (octets.length < 5) throw refused('a signature line without a signature')
  return { name, keyId: toHex(octets.subarray(0, 4)), signature: octets.subarray(4) }
}

function octetsOf(base64: string): Uint8Array {
  try {
    return fromBase64(base64)
  } catch {
    throw refused('a signature that is not base64 in its one accepted spelling')
  }
}

/** Name and key id together are the address of a key; a name holds no space. */
const addressOf = ({ name, keyId }: NoteSignature) => `${name} ${keyId}`

/** Holds back what cannot be the text of a note. */
export function requireNoteText(text: string): void {
  requireLength(text)
  if (!text.endsWith('\n')) throw refused('the text does not end its last line')
  // ASCII control characters other than the newline, and halves of surrogate pairs: no UTF-8.
  // eslint-disable-next-line no-control-regex -- the characters below U+0020 are what is refused
  if (/[\u0000-\u0009\u000b-\u001f]/.test(text) || hasLoneSurrogate(text)) {
    throw refused('the text holds a control character, or is no Unicode text')
  }
}

// A bound on work and no rule of the format: so UTF-16 units will do.
function requireLength(text: string): void {
  if (text.length > MAX_NOTE_LENGTH) throw refused('the note is too long')
}

const refused = (message: string) => new CryptoError('transparency/note', message)
