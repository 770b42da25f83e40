import type { Redis } from 'ioredis'
import { Refusal } from '../domain/errors.js'
import type { ReplayGuard } from '../domain/ports.js'

/**
 * Remembers ids across all relay processes: `SET key 1 NX EX lifetime`.
 *
 * When Redis does not answer nobody can know whether an id was used, so nothing is let through: the
 * promise rejects with {@link Refusal} `unavailable`.
 *
 * @param redis - an impatient connection (`connectRedis`).
 * @param prefix - of the names of all keys.
 */
export function redisReplayGuard(redis: Redis, prefix: string): ReplayGuard {
  return {
    async firstUse(id, lifetimeSeconds) {
      const key = `${prefix}:once:${id}`
      const answer = await redis
        .set(key, '1', 'EX', Math.max(1, Math.ceil(lifetimeSeconds)), 'NX')
        .catch((cause: unknown) => {
          throw new Refusal('unavailable', 'the register of used proofs does not answer', { cause })
        })
      return answer === 'OK'
    },
  }
}
