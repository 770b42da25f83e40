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
import { digestOf } from '../bytes/sha256.js'
import type { StatementHeader } from './statement-header.js'
import { readPayload, takeApart } from './take-apart.js'

/** What a statement says of itself. Nothing of it is proved: it tells which key to ask for. */
export type UnverifiedStatement = StatementHeader & {
  readonly statement: string
  readonly payload: unknown
  readonly digest: string
}

/**
 * Reads a statement without its key: spelling, shape and bounds, no signature.
 *
 * Bounds: 16 KiB of header (64 KiB with `x5c`), 1 MiB of payload, 32 levels.
 *
 * @throws {@link CryptoError} `statement/malformed`, `statement/spelling`, `statement/too-large`,
 *   `statement/algorithm`, `statement/type`
 */
export async function readStatement(statement: string): Promise<UnverifiedStatement> {
  const { header, payload } = takeApart(statement)
  const read = readPayload(payload)
  return { ...header, statement, payload: read, digest: await digestOf(statement) }
}
