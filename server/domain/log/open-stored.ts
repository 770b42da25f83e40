import { equalBytes, fromHex, toHex } from '#crypto/bytes/bytes.js'
import { CryptoError } from '#crypto/errors.js'
import { type Checkpoint, openCheckpoint } from '#crypto/transparency/checkpoint.js'
import type { NoteKey } from '#crypto/transparency/note-key.js'
import { LogFault } from './log-fault.js'
import type { StoredCheckpoint } from './ports.js'

/**
 * Opens a stored checkpoint; its signature and its own columns must agree.
 *
 * @throws {@link LogFault} `log/checkpoint-unreadable`
 */
export async function openStored(stored: StoredCheckpoint, key: NoteKey): Promise<Checkpoint> {
  const opened = await openCheckpoint(stored.note, key).catch((cause: unknown) => {
    if (!(cause instanceof CryptoError)) throw cause
    throw new LogFault('log/checkpoint-unreadable', `checkpoint ${stored.size}: ${cause.code}`, {
      cause,
    })
  })
  if (opened.size !== stored.size || !equalBytes(opened.root, fromHex(stored.root))) {
    throw new LogFault(
      'log/checkpoint-unreadable',
      `checkpoint ${stored.size} says ${opened.size}, ${toHex(opened.root)}`,
    )
  }
  return opened
}
