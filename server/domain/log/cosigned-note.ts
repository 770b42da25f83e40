import { addSignatures, MAX_NOTE_SIGNATURES } from '#crypto/transparency/note.js'
import type { StoredCosignature } from './ports.js'

/** A note of the log with the cosignatures under it: what others verify. Our own signature comes first. */
export function cosignedNote(note: string, cosignatures: readonly StoredCosignature[]): string {
  const lines = cosignatures.slice(0, MAX_NOTE_SIGNATURES - 1).map(({ line }) => line)
  return lines.length === 0 ? note : addSignatures(note, lines.join(''))
}
