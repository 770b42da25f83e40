/** What an authenticator says of itself as it signs (WebAuthn §6.1), without what extensions say. */
export type AuthenticatorData = {
  /** SHA-256 of the RP ID. */
  readonly rpIdHash: Uint8Array
  /** UP: somebody touched it. */
  readonly isUserPresent: boolean
  /** UV: it knows by PIN or fingerprint that it was its holder. */
  readonly isUserVerified: boolean
  /** BE: the credential may be copied to other machines. */
  readonly isBackupEligible: boolean
  /** BS: it was. */
  readonly isBackedUp: boolean
  /** AT: a new credential follows. */
  readonly isAttested: boolean
  /** How often it has signed, by its own counting; 0 where it does not count. */
  readonly signCount: number
}

const HEAD = 37
const FLAGS_AT = 32
const FLAG = { UP: 0x01, UV: 0x04, BE: 0x08, BS: 0x10, AT: 0x40, ED: 0x80 }

/**
 * Reads authenticator data. What follows its head is CBOR that nobody here asks for; it is there exactly where a flag
 * says so.
 *
 * @returns undefined for other octets.
 */
export function readAuthenticatorData(octets: Uint8Array): AuthenticatorData | undefined {
  const flags = octets[FLAGS_AT] ?? 0
  const has = (flag: number) => (flags & flag) !== 0
  const goesOn = has(FLAG.AT) || has(FLAG.ED)
  if (octets.length < HEAD || octets.length > HEAD !== goesOn) return undefined
  return {
    rpIdHash: octets.slice(0, FLAGS_AT),
    isUserPresent: has(FLAG.UP),
    isUserVerified: has(FLAG.UV),
    isBackupEligible: has(FLAG.BE),
    isBackedUp: has(FLAG.BS),
    isAttested: has(FLAG.AT),
    signCount: new DataView(octets.buffer, octets.byteOffset).getUint32(FLAGS_AT + 1),
  }
}
