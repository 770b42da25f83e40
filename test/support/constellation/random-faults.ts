import { setTimeout as sleep } from 'node:timers/promises'
import type { Chance } from '../mutate.js'
import type { Fleet } from './fleet.js'
import type { Gate } from './gate.js'
import type { OwnServices } from './own-services.js'
import type { ProductProcess } from './product-process.js'
import type { SmallDisk } from './small-disk.js'

/** What can be broken. */
type Breakable = {
  readonly several: Fleet
  readonly services: OwnServices
  readonly blobs: SmallDisk
}
/** Breaks something for a while, and has mended it when it resolves. */
export type Fault = () => Promise<void>

/** Within what clients and relays put up with: TOLERANCE_MS, PROOF_LIFETIME_SECONDS. */
const WRONG_MS = 50_000

/**
 * Everything that may go wrong on machines, by name: each process killed and stopped, its clock wrong; MongoDB and
 * Redis killed, stopped, out of reach, slow, empty; lines cut and slow; no room on the disk.
 *
 * @param longest - milliseconds that a fault lasts at most; `longestPause` that workers stand still.
 */
export function randomFaults(
  { several, services, blobs }: Breakable,
  next: Chance,
  longest: number,
  longestPause = longest,
): ReadonlyMap<string, Fault> {
  const { all, relays, workers, door } = several
  const { mongodb, redis } = all
  const aWhile = () => sleep(next(longest))

  const killed =
    (of: readonly ProductProcess[], start: (i: number) => Promise<void>): Fault =>
    async () => {
      const i = next(of.length)
      await of[i]?.kill()
      await aWhile()
      await start(i)
    }
  const paused =
    (of: readonly ProductProcess[], atMost: number): Fault =>
    async () => {
      const child = of[next(of.length)]?.child
      child?.kill('SIGSTOP')
      await sleep(next(atMost))
      child?.kill('SIGCONT')
    }
  const wrong =
    (of: readonly ProductProcess[]): Fault =>
    async () => {
      const one = of[next(of.length)]
      one?.shiftClock(next(2 * WRONG_MS) - WRONG_MS)
      await aWhile()
      one?.shiftClock(0)
    }
  const stopped =
    (name: 'mongodb' | 'redis'): Fault =>
    async () => {
      services.pause(name)
      await aWhile()
      services.resume(name)
    }
  const gone =
    (gate: Gate, meanwhile?: () => Promise<unknown>): Fault =>
    async () => {
      await gate.shut()
      await meanwhile?.()
      await aWhile()
      await gate.open()
    }
  const slow =
    (gate: Gate): Fault =>
    async () => {
      gate.delay(1 + next(150))
      await aWhile()
      gate.delay(0)
    }
  const atOnce =
    (act: () => void): Fault =>
    () => {
      act()
      return Promise.resolve()
    }

  return new Map<string, Fault>([
    ['relay killed', killed(relays, (i) => several.restartRelay(i))],
    ['relay paused', paused(relays, longest)],
    ['clock of a relay wrong', wrong(relays)],
    ['workers killed', killed(workers, (i) => several.restartWorkers(i))],
    // Longer than a lease lasts, now and then: another takes over, and this one wakes believing it holds it.
    ['workers paused', paused(workers, longestPause)],
    ['clock of workers wrong', wrong(workers)],
    ['clients cut off', gone(door)],
    ['lines of clients cut', atOnce(() => door.cut())],
    ['lines of clients slow', slow(door)],
    ['MongoDB killed', () => services.kill('mongodb')],
    ['MongoDB paused', stopped('mongodb')],
    ['MongoDB out of reach', gone(mongodb)],
    ['lines to MongoDB cut', atOnce(() => mongodb.cut())],
    ['lines to MongoDB slow', slow(mongodb)],
    ['Redis killed', () => services.kill('redis')],
    ['Redis paused', stopped('redis')],
    ['Redis out of reach', gone(redis)],
    ['Redis out of reach, and back empty', gone(redis, all.flushRedis)],
    ['lines to Redis cut', atOnce(() => redis.cut())],
    ['lines to Redis slow', slow(redis)],
    ['lines to Redis silent', atOnce(() => redis.mute())],
    ...(blobs.isMounted ? [['disk full', full] as const] : []),
  ])

  async function full(): Promise<void> {
    blobs.fill(next(64))
    await aWhile()
    blobs.empty()
  }
}
