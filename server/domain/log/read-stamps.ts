import { timestamp } from '../timestamp.js'
import type { StampQueue, TimestampStore } from './ports.js'

type Ports = {
  readonly stamps: Pick<StampQueue, 'turns'>
  readonly timestamps: Pick<TimestampStore, 'oldestBy'>
}
export type ReadStamps = ReturnType<typeof readStamps>

/**
 * How every time-stamping authority fares, and the oldest of its tokens that covers so many leaves. An
 * authority that owes a token names since when, whatever became of the requests in between.
 */
export function readStamps({ stamps, timestamps }: Ports) {
  return async ({ covering }: { readonly covering: number }) => {
    const turns = await stamps.turns()
    const authorities = await Promise.all(
      turns.map(async ({ authority, pendingSince, lastSuccess, lastError }) => {
        const stamped = await timestamps.oldestBy(authority, covering)
        return {
          authority,
          stamped: stamped === undefined ? null : { ...stamped, at: timestamp(stamped.at) },
          pendingSince: pendingSince && timestamp(pendingSince),
          lastSuccess: lastSuccess && timestamp(lastSuccess),
          lastError: lastError && { ...lastError, at: timestamp(lastError.at) },
        }
      }),
    )
    return { authorities }
  }
}
