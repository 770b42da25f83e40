import { readAuthenticatorData } from '#crypto/access/authenticator-data.js'
import { ClientError } from '../../core/client-error.js'

/**
 * The key has verified its holder, and what answered stays on it: credentials that may be backed up are copied
 * between machines, and are no hardware.
 *
 * @param data - authenticator data, of a new credential or of an answer.
 * @throws {@link ClientError} `security-key-unfit`
 */
export function requireHardware(data: ArrayBuffer): void {
  const said = readAuthenticatorData(new Uint8Array(data))
  if (said?.isUserVerified !== true) throw unfit('the security key did not verify its holder')
  if (said.isBackupEligible) throw unfit('the credential can be copied to other machines')
}

/** A key, or a browser, that cannot do what is asked of it. */
export const unfit = (message: string, cause?: unknown) =>
  new ClientError(
    'security-key-unfit',
    message,
    'Use a FIDO2 security key with hmac-secret and a PIN or fingerprint.',
    { cause },
  )
