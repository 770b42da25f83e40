import type { Role } from '#crypto/directory/officer-credential.js'
import { type Operation, permissions } from '../../contract/permissions.js'
import type { Caller } from '../../contract/wire.js'
import { Refusal } from '../errors.js'

export const hasRole = (roles: readonly Role[], allowed: readonly Role[]): boolean =>
  roles.some((role) => allowed.includes(role))

/**
 * Holds a caller to the table of permissions.
 *
 * @throws {@link Refusal} `not-permitted` if none of the caller's roles may do it.
 */
export function requirePermission({ roles }: Pick<Caller, 'roles'>, operation: Operation): void {
  const allowed: readonly Role[] = permissions[operation]
  if (hasRole(roles, allowed)) return
  throw new Refusal('not-permitted', `this needs one of the roles ${allowed.join(', ')}`)
}
