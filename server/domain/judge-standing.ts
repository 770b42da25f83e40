import type { Caller } from '../contract/wire.js'
import { Refusal } from './errors.js'
import type { KnownAuthorities } from './known-authorities.js'
import { officerInGoodStanding } from './officer-in-good-standing.js'
import type { Clock, DirectoryStore } from './ports.js'
import { requirePermission } from './require-permission.js'

type Ports = {
  readonly directory: Pick<DirectoryStore, 'findCredential'>
  readonly authorities: KnownAuthorities
  readonly clock: Clock
}
export type JudgeStanding = ReturnType<typeof judgeStanding>

/**
 * Whether an officer who was let in may go on listening: the authority still vouches for the key, and
 * with a role that listens. Rejects when that cannot be found out.
 */
export function judgeStanding(ports: Ports) {
  return async ({ kid, authority }: Pick<Caller, 'kid' | 'authority'>): Promise<boolean> => {
    try {
      const { payload } = await officerInGoodStanding(ports, kid, ports.clock.now())
      requirePermission(payload, 'listen')
      return payload.authority === authority
    } catch (error) {
      if (error instanceof Refusal) return false
      throw error
    }
  }
}
