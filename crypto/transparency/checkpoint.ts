/**
 * Checkpoints (C2SP tlog-checkpoint): what a log signs to say how large its tree is, and its root.
 *
 * @packageDocumentation
 */
import { equalBytes, fromBase64, toBase64 } from '../bytes/bytes.js'
import { CryptoError } from '../errors.js'
import type { SigningKey } from '../keys/key.js'
import { isTreeSize } from './coordinates.js'
import { EMPTY_ROOT } from './hash.js'
import { requireNoteText } from './note.js'
import type { NoteKey } from './note-key.js'
import { openNote, signNote } from './sign-note.js'

export type Checkpoint = {
  /** Which log: its name, best a URL without its scheme. */
  readonly origin: string
  /** Number of leaves, at most 2^53 - 1. */
  readonly size: number
  /** Root of the tree, 32 octets. */
  readonly root: Uint8Array
  /** Further lines, opaque. Our log writes none: no monitor could check them. */
  readonly extensions: readonly string[]
}

/**
 * Signs a checkpoint as a note of the log's key.
 *
 * A log signs no checkpoint that is inconsistent with one it signed before: that is for the caller
 * to ensure, before this is called.
 *
 * @throws {@link CryptoError} `transparency/note` if no such checkpoint exists.
 *
 * @example
 * ```ts
 * const key = await noteKey('relay.example/log', 'note', signingKey)
 * const note = await signCheckpoint({ origin: key.name, size, root, extensions: [] }, key)
 * ```
 */
export const signCheckpoint = async (
  checkpoint: Checkpoint,
  signer: NoteKey<SigningKey>,
): Promise<string> => signNote(formatCheckpoint(checkpoint), signer)

/**
 * Opens a checkpoint: the log's signature is verified and every line read strictly.
 *
 * @param origin - the log expected, the name of its key unless told: a note for another log is refused
 *   even if the same key signed it.
 * @throws {@link CryptoError} `transparency/note` if note or checkpoint are malformed or of another log,
 *   `transparency/signature` if the log's key did not sign it.
 */
export async function openCheckpoint(
  note: string,
  logKey: NoteKey,
  origin = logKey.name,
): Promise<Checkpoint> {
  const checkpoint = parseCheckpoint(await openNote(note, logKey))
  if (checkpoint.origin !== origin) throw refused('the checkpoint is of another log')
  return checkpoint
}

/**
 * The text of a checkpoint: what is signed and cosigned.
 *
 * @throws {@link CryptoError} `transparency/note` if it could not be read back as it is.
 */
export function formatCheckpoint({ origin, size, root, extensions }: Checkpoint): string {
  const text = [origin, size, toBase64(root), ...extensions].map((line) => `${line}\n`).join('')
  if (parseCheckpoint(text).extensions.length !== extensions.length) {
    throw refused('a line of a checkpoint holds no newline')
  }
  return text
}

/**
 * Reads the text of a checkpoint, one spelling only. It says nothing about who signed it.
 *
 * @throws {@link CryptoError} `transparency/note`
 */
export function parseCheckpoint(text: string): Checkpoint {
  requireNoteText(text)
  const [origin, size, root, ...extensions] = text.slice(0, -1).split('\n')
  if (origin === undefined || size === undefined || root === undefined) {
    throw refused('a checkpoint has three lines')
  }
  if ([origin, ...extensions].includes('')) throw refused('a line of a checkpoint is not empty')
  if (!/^(?:0|[1-9][0-9]{0,15})$/.test(size) || !isTreeSize(Number(size))) {
    throw refused('not the size of a tree')
  }
  // 32 octets are 43 characters and one of padding.
  if (!/^[A-Za-z0-9+/]{43}=$/.test(root)) throw refused('not the root of a tree')
  const checkpoint = { origin, size: Number(size), root: rootOctets(root), extensions }
  if (checkpoint.size === 0 && !equalBytes(checkpoint.root, EMPTY_ROOT)) {
    throw refused('the root of an empty tree is another')
  }
  return checkpoint
}

function rootOctets(base64: string): Uint8Array {
  try {
    return fromBase64(base64)
  } catch {
    throw refused('not the root of a tree')
  }
}

const refused = (message: string) => new CryptoError('transparency/note', message)
