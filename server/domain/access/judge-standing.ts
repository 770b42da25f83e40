import { permissions } from '../../contract/permissions.js'
import type { Caller } from '../../contract/wire.js'
import { Refusal } from '../errors.js'
import type { KnownAuthorities } from '../directory/known-authorities.js'
import { officerInGoodStanding } from './officer-in-good-standing.js'
import type { Clock, DirectoryStore } from '../ports.js'
import { hasRole, requirePermission } from './require-permission.js'

type Ports = {
  readonly directory: Pick<DirectoryStore, 'findCredential'>
  readonly authorities: KnownAuthorities
  readonly clock: Clock
}
export type JudgeStanding = ReturnType<typeof judgeStanding>

/**
 * Whether an officer who was let in may go on listening: the authority still vouches for the key as theirs, and
 * with a role that listens to what they were let in to: who was a member and is a translator only has to come
 * in anew. Rejects when that cannot be found out.
 */
export function judgeStanding(ports: Ports) {
  return async ({ kid, authority, officer, roles }: Caller): Promise<boolean> => {
    try {
      const { payload } = await officerInGoodStanding(ports, kid, ports.clock.now())
      const isMember = hasRole(roles, permissions.listen)
      requirePermission(payload, isMember ? 'listen' : 'listenInPerson')
      return payload.authority === authority && payload.officer === officer
    } catch (error) {
      if (error instanceof Refusal) return false
      throw error
    }
  }
}
