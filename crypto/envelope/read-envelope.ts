/**
 * Envelopes: JWE (RFC 7516) in general JSON serialisation (§7.2.1), one content key for every
 * recipient, agreed by ECDH-ES+A256KW (RFC 7518 §4.6, RFC 8037 §3.2) and A256GCM (§5.3).
 *
 * The protected header says what is encrypted and how; each recipient's header names its key and
 * carries an ephemeral key. The recipients' headers are not authenticated by the JWE (§7.2.1): the
 * digest of the envelope in the package's signed header is what protects them.
 *
 * @packageDocumentation
 */
import { z } from 'zod'
import { fromBase64Url, fromUtf8 } from '../bytes/bytes.js'
import { parseJson } from '../canonical/parse-json.js'
import { CryptoError } from '../errors.js'
import { AGREEMENT, CONTENT_ENCRYPTION } from '../keys/algorithms.js'

export const ENVELOPE_TYPE = 'rogatory-envelope'
/** Octets of an envelope. */
export const MAX_ENVELOPE_BYTES = 4 * 1024 * 1024
export const MAX_RECIPIENTS = 64

const octets = (length: number) =>
  z.string().refine((text) => spells(text, (bytes) => bytes.length === length))

const Recipient = z.strictObject({
  // AES key wrap adds 8 octets to the 32 of the content key (RFC 3394 §2.2.1).
  encrypted_key: octets(40),
  header: z.strictObject({
    alg: z.literal(AGREEMENT),
    epk: z.record(z.string(), z.string()),
    kid: z.string().regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/),
  }),
})

const ProtectedHeader = z.strictObject({
  enc: z.literal(CONTENT_ENCRYPTION),
  typ: z.literal(ENVELOPE_TYPE),
})

const Envelope = z.strictObject({
  ciphertext: z.string().refine((text) => spells(text, () => true)),
  iv: octets(12),
  protected: z.string().max(256).refine(isProtectedHeader),
  recipients: z.array(Recipient).min(1).max(MAX_RECIPIENTS).refine(areDistinct),
  tag: octets(16),
})

export type Envelope = z.infer<typeof Envelope>

/**
 * Reads an envelope's form: strict members, one spelling for every octet string, the algorithms of
 * our table and no compression, 1 to 64 recipients each named once, at most 4 MiB. Decrypts nothing.
 *
 * @throws {@link CryptoError} `envelope/malformed`
 */
export function readEnvelope(envelope: string): Envelope {
  const shape = Envelope.safeParse(parse(envelope, { maxBytes: MAX_ENVELOPE_BYTES, maxDepth: 6 }))
  if (!shape.success) throw malformed()
  return shape.data
}

function parse(text: string, bounds: { maxBytes: number; maxDepth: number }): unknown {
  try {
    return parseJson(text, bounds)
  } catch {
    throw malformed()
  }
}

function isProtectedHeader(text: string): boolean {
  return spells(text, (bytes) => {
    const header = parse(fromUtf8(bytes), { maxBytes: 256, maxDepth: 1 })
    return ProtectedHeader.safeParse(header).success
  })
}

function spells(text: string, holds: (bytes: Uint8Array) => boolean): boolean {
  try {
    return holds(fromBase64Url(text))
  } catch {
    return false
  }
}

function areDistinct(recipients: readonly z.infer<typeof Recipient>[]): boolean {
  return new Set(recipients.map(({ header }) => header.kid)).size === recipients.length
}

const malformed = () => new CryptoError('envelope/malformed', 'not an envelope of ours')
