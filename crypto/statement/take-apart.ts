import { fromBase64Url, fromUtf8 } from '../bytes/bytes.js'
import { parseJson } from '../canonical/parse-json.js'
import { CryptoError } from '../errors.js'
import { checkSignatureSpelling } from './signature-spelling.js'
import { MAX_CERTIFIED_HEADER_BYTES, readHeader, type StatementHeader } from './statement-header.js'

/** Octets of a payload. */
export const MAX_PAYLOAD_BYTES = 1024 * 1024
const MAX_PAYLOAD_DEPTH = 32
const MAX_SIGNATURE_BYTES = 1024

/** A statement in its one spelling; nothing about it is verified. */
export type StatementParts = {
  readonly header: StatementHeader
  /** The octets that were signed as payload; {@link readPayload} reads them. */
  readonly payload: Uint8Array<ArrayBuffer>
  readonly signature: Uint8Array<ArrayBuffer>
}

/**
 * Takes a compact JWS (RFC 7515 §7.1) apart: exactly three parts in strict base64url, the header,
 * the form of the signature.
 *
 * @throws {@link CryptoError} `statement/too-large` before anything is decoded;
 *   `statement/spelling` on any other spelling than the one; `statement/malformed`,
 *   `statement/algorithm`, `statement/type` as {@link readHeader}.
 */
export function takeApart(statement: string): StatementParts {
  const parts = statement.split('.', 4)
  const [header, payload, signature] = parts
  if (parts.length !== 3 || header === undefined || payload === undefined || !signature) {
    throw new CryptoError('statement/malformed', 'a statement has three parts')
  }
  checkLength(header, MAX_CERTIFIED_HEADER_BYTES)
  checkLength(payload, MAX_PAYLOAD_BYTES)
  checkLength(signature, MAX_SIGNATURE_BYTES)
  const octets = decode(payload)
  const read = asStatementError(() => readHeader(fromUtf8(decode(header))))
  const decoded = decode(signature)
  checkSignatureSpelling(read.alg, decoded)
  return { header: read, payload: octets, signature: decoded }
}

/**
 * Reads a payload as JSON with one meaning.
 *
 * @throws {@link CryptoError} `statement/malformed`
 */
export function readPayload(payload: Uint8Array): unknown {
  const bounds = { maxBytes: MAX_PAYLOAD_BYTES, maxDepth: MAX_PAYLOAD_DEPTH }
  return asStatementError(() => parseJson(fromUtf8(payload), bounds))
}

function checkLength(part: string, maxBytes: number): void {
  if (part.length > Math.ceil((maxBytes * 4) / 3)) {
    throw new CryptoError('statement/too-large', 'a part is longer than allowed')
  }
}

function decode(part: string): Uint8Array<ArrayBuffer> {
  try {
    return fromBase64Url(part)
  } catch {
    throw new CryptoError('statement/spelling', 'a part is not base64url in its one spelling')
  }
}

// Whoever calls asked about a statement; which of its parts was no JSON is for the message.
function asStatementError<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof CryptoError && !error.code.startsWith('statement/')) {
      throw new CryptoError('statement/malformed', error.message)
    }
    throw error
  }
}
