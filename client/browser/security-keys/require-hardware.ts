import { ClientError } from '../../core/client-error.js'

/** WebAuthn §6.1: 32 octets that name the site, then the flags. */
const FLAGS_AT = 32
const USER_VERIFIED = 0x04
const BACKUP_ELIGIBLE = 0x08

/**
 * The key has verified its holder, and what answered stays on it: credentials that may be backed up are copied
 * between machines, and are no hardware.
 *
 * @param data - authenticator data, of a new credential or of an answer.
 * @throws {@link ClientError} `security-key-unfit`
 */
export function requireHardware(data: ArrayBuffer): void {
  const flags = new Uint8Array(data)[FLAGS_AT] ?? 0
  if ((flags & USER_VERIFIED) === 0) throw unfit('the security key did not verify its holder')
  if ((flags & BACKUP_ELIGIBLE) !== 0) throw unfit('the credential can be copied to other machines')
}

/** A key, or a browser, that cannot do what is asked of it. */
export const unfit = (message: string, cause?: unknown) =>
  new ClientError(
    'security-key-unfit',
    message,
    'Use a FIDO2 security key with hmac-secret and a PIN or fingerprint.',
    { cause },
  )
