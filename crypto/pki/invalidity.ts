import { type Octets, readDer } from './der/read-der.js'
import { preciseTimeOf } from './der/times.js'

/**
 * The value of the extension invalidityDate (RFC 5280 §5.3.2, and RFC 6960 §4.4.5 in an OCSP answer): since when the
 * key is known or suspected to be compromised.
 *
 * @throws {@link CryptoError} `pki/malformed` if it is no GeneralizedTime in UTC.
 */
export const invaliditySince = (value: Octets): Date => preciseTimeOf(readDer(value, 32))

/** A key that was lost before it was revoked counts from the earlier moment. */
export const earlierOf = (a: Date, b: Date): Date => (b < a ? b : a)
