import { readEnvelope } from './read-envelope.js'

/**
 * The `kid` of every key an envelope is sealed to, in its order: what a relay can check without
 * being able to open it. An envelope does not prove that these keys open it.
 *
 * @throws {@link CryptoError} `envelope/malformed`
 */
export function recipientsOf(envelope: string): readonly string[] {
  return readEnvelope(envelope).recipients.map(({ header }) => header.kid)
}
