import type { Role } from '#crypto/directory/officer-credential.js'
import type { Caller } from '../contract/wire.js'
import { Refusal } from './errors.js'

export const hasRole = (roles: readonly Role[], allowed: readonly Role[]): boolean =>
  roles.some((role) => allowed.includes(role))

/** @throws {@link Refusal} `not-permitted` if the caller has none of the roles. */
export function requireRole(caller: Caller, allowed: readonly Role[]): void {
  if (hasRole(caller.roles, allowed)) return
  throw new Refusal('not-permitted', `this needs one of the roles ${allowed.join(', ')}`)
}
