import { CryptoError } from '../errors.js'

const DIGITS = 32

/**
 * A digest as two people compare it over the telephone: 32 decimal digits in groups of four, such as
 * `0471 8820 …`. About 106 bits: nobody finds another statement with the same ones.
 *
 * @param digest - lower-case hex SHA-256.
 * @throws {@link CryptoError} `bytes/malformed` for anything else.
 */
export function spokenFingerprint(digest: string): string {
  if (!/^[0-9a-f]{64}$/.test(digest)) throw new CryptoError('bytes/malformed', 'not a digest')
  const number = BigInt(`0x${digest}`) % 10n ** BigInt(DIGITS)
  return (number.toString().padStart(DIGITS, '0').match(/.{4}/g) ?? []).join(' ')
}

/** The same, however it was typed: with other spaces, hyphens, or none. */
export const isSpokenFingerprint = (typed: string, digest: string): boolean =>
  typed.replace(/[\s-]/g, '') === spokenFingerprint(digest).replaceAll(' ', '')
