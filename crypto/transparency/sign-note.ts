import { toUtf8 } from '../bytes/bytes.js'
import { CryptoError } from '../errors.js'
import type { SigningKey } from '../keys/key.js'
import { signEd25519, verifiesEd25519 } from './ed25519.js'
import { formatNote, parseNote, requireNoteText, signatureOf } from './note.js'
import type { NoteKey } from './note-key.js'

/**
 * Signs a text as a note (C2SP signed-note, Ed25519 signatures).
 *
 * @param text - ends with a newline.
 * @throws {@link CryptoError} `transparency/note` if the text is none of a note, or the key is one for
 *   cosignatures: the same octets would then say two things.
 */
export async function signNote(text: string, signer: NoteKey<SigningKey>): Promise<string> {
  requireNoteText(text)
  if (signer.use !== 'note') {
    throw new CryptoError('transparency/note', 'a key for cosignatures signs no notes')
  }
  const { name, keyId, key } = signer
  const signature = await signEd25519(toUtf8(text), key)
  return formatNote({ text, signatures: [{ name, keyId, signature }] })
}

/**
 * Opens a note: returns its text once the signature of `key` over it is verified. Signatures of
 * other keys are neither believed nor refused.
 *
 * @throws {@link CryptoError} `transparency/note` if it is malformed, `transparency/signature` if that key
 *   did not sign it, or its signature is false.
 */
export async function openNote(note: string, key: NoteKey): Promise<string> {
  const parsed = parseNote(note)
  const signature = key.use === 'note' ? signatureOf(parsed, key)?.signature : undefined
  if (signature === undefined) {
    throw new CryptoError('transparency/signature', 'the note carries no signature of this key')
  }
  if (!(await verifiesEd25519(toUtf8(parsed.text), signature, key.key))) {
    throw new CryptoError('transparency/signature', 'the signature over the note is false')
  }
  return parsed.text
}
