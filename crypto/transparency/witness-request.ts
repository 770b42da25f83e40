/**
 * What a log asks a witness (C2SP tlog-witness, add-checkpoint): the size it believes the witness
 * knows, why its new tree begins with that one, and the new checkpoint.
 *
 * @packageDocumentation
 */
import { fromBase64, toBase64 } from '../bytes/bytes.js'
import { CryptoError } from '../errors.js'
import { isTreeSize, requireHashes } from './coordinates.js'
import { MAX_NOTE_LENGTH } from './note.js'

/** The specification's bound; a tree of 2^53 leaves needs fewer. */
const MAX_PROOF_LINES = 63
/** Length of the longest request taken. */
export const MAX_WITNESS_REQUEST = MAX_NOTE_LENGTH + (MAX_PROOF_LINES + 2) * 45

export type WitnessRequest = {
  readonly oldSize: number
  /** Consistency path from `oldSize` to the size of the checkpoint (RFC 9162 §2.1.4.1). */
  readonly path: readonly Uint8Array[]
  /** The checkpoint, signed by its log. */
  readonly note: string
}

/**
 * The body of a request.
 *
 * @throws {@link CryptoError} `transparency/note` if no witness could read it.
 */
export function formatWitnessRequest({ oldSize, path, note }: WitnessRequest): string {
  const lines = [`old ${oldSize}`, ...path.map(toBase64)].map((line) => `${line}\n`).join('')
  const body = `${lines}\n${note}`
  parseWitnessRequest(body)
  return body
}

/**
 * Reads the body of a request, one spelling only. The note in it is taken apart by whoever opens it.
 *
 * @throws {@link CryptoError} `transparency/note`
 */
export function parseWitnessRequest(body: string): WitnessRequest {
  if (body.length > MAX_WITNESS_REQUEST) throw refused('the request is too long')
  const end = body.indexOf('\n\n')
  if (end === -1) throw refused('no empty line between proof and checkpoint')
  const [first = '', ...lines] = body.slice(0, end).split('\n')
  const size = parseTreeSize(/^old (.+)$/.exec(first)?.[1] ?? '')
  if (size === undefined) throw refused('the first line does not say "old" and a size')
  if (lines.length > MAX_PROOF_LINES) throw refused('too many lines of proof')
  return { oldSize: size, path: lines.map(hashOf), note: body.slice(end + 2) }
}

/** A tree size in decimal, one spelling only; undefined for anything else. */
export function parseTreeSize(text: string): number | undefined {
  return /^(?:0|[1-9][0-9]{0,15})$/.test(text) && isTreeSize(Number(text))
    ? Number(text)
    : undefined
}

function hashOf(line: string): Uint8Array {
  try {
    const hash = fromBase64(line)
    requireHashes([hash])
    return hash
  } catch {
    throw refused('a line of proof is no hash')
  }
}

const refused = (message: string) => new CryptoError('transparency/note', message)
