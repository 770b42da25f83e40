import { CryptoError } from '../errors.js'
import type { Role } from './officer-credential.js'
import type { VerifiedCredential } from './verify-credential.js'

/** Roles that send packages and acknowledge them. */
export const CORRESPONDENTS: readonly Role[] = ['case', 'registrar', 'duty']

/** Roles whose approval counts. A translator is often no member of the authority, a witness never acts for it. */
export const APPROVERS: readonly Role[] = ['case', 'registrar', 'duty', 'legal', 'admin']

/**
 * Refuses an officer without any of the roles.
 *
 * @throws {@link CryptoError} `directory/role`
 */
export function requireRole({ payload }: VerifiedCredential, roles: readonly Role[]): void {
  if (payload.roles.some((role) => roles.includes(role))) return
  throw new CryptoError('directory/role', `this takes one of the roles ${roles.join(', ')}`)
}
