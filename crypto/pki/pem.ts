/**
 * Textual encodings (RFC 7468), strict: one block, one label, nothing around it.
 *
 * @packageDocumentation
 */
import { fromBase64, toBase64 } from '../bytes/bytes.js'
import { malformed, type Octets } from './der/read-der.js'

export type PemLabel =
  | 'CERTIFICATE'
  | 'CERTIFICATE REQUEST'
  | 'PRIVATE KEY'
  | 'ENCRYPTED PRIVATE KEY'
  | 'PUBLIC KEY'
  | 'X509 CRL'

/** RFC 7468 §3: lines of 64 characters, a newline at the end. */
export function toPem(label: PemLabel, bytes: Uint8Array): string {
  const lines = toBase64(bytes).match(/.{1,64}/g) ?? []
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}

/**
 * Reads one block. Lines may end in CRLF; white space may surround the block, text may not.
 *
 * @throws {@link CryptoError} `pki/malformed` on another label, several blocks, or bad base64.
 */
export function fromPem(label: PemLabel, text: string, maxBytes: number): Octets {
  if (text.length > 2 * maxBytes + 128) throw malformed(`longer than ${maxBytes} octets`)
  const head = `-----BEGIN ${label}-----`
  const tail = `-----END ${label}-----`
  const block = text.trim()
  if (!block.startsWith(head) || !block.endsWith(tail)) throw malformed(`no PEM block ${label}`)
  return strictBase64(block.slice(head.length, -tail.length).replace(/\r?\n/g, ''))
}

/** Standard base64 with padding, one spelling, as `x5c` has it (RFC 7515 §4.1.6). */
export function strictBase64(text: string): Octets {
  try {
    return fromBase64(text)
  } catch {
    throw malformed('not base64')
  }
}
