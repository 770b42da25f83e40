import type { CaseId, PackageId } from '#crypto/fields/fields.js'
import { deliverPackage } from '../core/packages/deliver-package.js'
import { type ReadPackage, readPackage } from '../core/packages/open-package.js'
import { RelayProblem } from '../core/relay-problem.js'
import type { Session } from '../core/session/session.js'
import { watchEvents } from '../core/session/watch-events.js'
import { playCase, type Played } from './play-case.js'
import type { Script } from './script.js'

export type Simulation = {
  readonly script: Script
  /** Leaf index of the last event not to be answered any more, -1 to answer all there are. */
  readonly after: number
  readonly tell: (played: Played) => void
  readonly onConnection?: (state: 'connected' | 'lost') => void
}

/**
 * Is a counterpart: answers what arrives at the officer's authority as a script says, until `stop`
 * aborts. Cases are played side by side, each in its own order; what an earlier run has left undone is
 * done first.
 *
 * @throws as `watchEvents` and `playCase`.
 */
export async function simulate(
  session: Session,
  { script, after, tell, onConnection }: Simulation,
  stop: AbortSignal,
): Promise<void> {
  for (const waiting of await session.platform.outgoing.waiting()) {
    await deliverPackage(session, waiting)
  }
  const read = new Map<PackageId, ReadPackage>()
  const stage = { script, read, tell, until: (moment: Date) => untilDue(moment, stop) }
  const cases = new Map<CaseId, Promise<void>>()
  await new Promise<void>((resolve, reject) => {
    const play = async (pkg: PackageId): Promise<void> => {
      const opened = await unlessGone(readPackage(session, pkg))
      if (opened === undefined) return
      read.set(pkg, opened)
      const id = opened.manifest.case
      const played = (cases.get(id) ?? Promise.resolve()).then(() => playCase(session, id, stage))
      cases.set(id, played)
      played.catch((error: unknown) => {
        if (!stop.aborted) reject(asError(error))
      })
    }
    const listening = watchEvents(session, after, {
      ...(onConnection && { onConnection }),
      onEvent: async ({ evidence: { payload } }) => {
        const isForUs = payload.code === 'D.1' && payload.recipient === session.officer.authority
        if (isForUs) await play(payload.package)
      },
      onEnd: reject,
    })
    listening.catch(reject)
    stop.addEventListener('abort', () => {
      void listening.then(({ close }) => close())
      resolve()
    })
  })
}

/** A package that was refused in an earlier run, or has expired, is there for nobody any more. */
const unlessGone = <T>(reading: Promise<T>): Promise<T | undefined> =>
  reading.catch((error: unknown) => {
    if (error instanceof RelayProblem && error.status === 404) return undefined
    throw error
  })

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error('unknown'))

/** Resolves at a moment, rejects when the play is over before. */
function untilDue(moment: Date, stop: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const over = () => reject(new Error('the play is over'))
    if (stop.aborted) {
      over()
      return
    }
    // A timer counts at most 2^31 - 1 ms; whoever waits longer asks again.
    const wait = Math.min(Math.max(moment.getTime() - Date.now(), 0), 2 ** 31 - 1)
    const timer = setTimeout(resolve, wait)
    stop.addEventListener('abort', () => {
      clearTimeout(timer)
      over()
    })
  })
}
