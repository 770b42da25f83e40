/**
 * Statements: compact JWS (RFC 7515) with JSON payloads, in one spelling only.
 *
 * A statement is kept and passed on as the string that was signed. Its digest is SHA-256 over that
 * string's octets, so a string that verifies but is spelled otherwise (a newline at the end, a space
 * in the signature, other last bits, the twin of an ECDSA signature) would be a second digest for
 * one act; all are refused before anything is hashed.
 *
 * @packageDocumentation
 */
import type { ZodType } from 'zod'
import { type Reading, readingOf } from './reading.js'
import type { StatementHeader } from './statement-header.js'

/** What a statement says of itself. Nothing of it is proved: it tells which key to ask for. */
export type UnverifiedStatement = StatementHeader & {
  readonly statement: string
  readonly payload: unknown
  readonly digest: string
}

/** A statement as its text, or as it was read before: then nothing of it is found out twice. */
export type Readable = string | UnverifiedStatement

// By the object that came of it: one that somebody else made, or copied, has none and is read by its text.
const readings = new WeakMap<UnverifiedStatement, Reading>()

/** What is known of a statement. @throws {@link CryptoError} as {@link readStatement}, but for the payload. */
export function knownOf(statement: Readable): Reading {
  if (typeof statement === 'string') return readingOf(statement)
  return readings.get(statement) ?? readingOf(statement.statement)
}

/** The payload as a schema has it, or undefined where it refuses: asked twice, judged once. */
export const claimsOf = <P>(read: UnverifiedStatement, schema: ZodType<P>): P | undefined =>
  knownOf(read).claims(schema)

/**
 * Reads a statement without its key: spelling, shape and bounds, no signature. One that was read before is given back.
 *
 * Bounds: 16 KiB of header (64 KiB with `x5c`), 1 MiB of payload, 32 levels.
 *
 * @throws {@link CryptoError} `statement/malformed`, `statement/spelling`, `statement/too-large`,
 *   `statement/algorithm`, `statement/type`
 */
export async function readStatement(statement: Readable): Promise<UnverifiedStatement> {
  if (typeof statement !== 'string' && readings.has(statement)) return statement
  const known = knownOf(statement)
  const payload = known.payload()
  const { header, statement: text } = known
  const read = { ...header, statement: text, payload, digest: await known.digest() }
  readings.set(read, known)
  return read
}
