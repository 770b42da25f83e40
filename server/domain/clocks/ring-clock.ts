import type { AuthorityId } from '#crypto/fields/fields.js'
import type { SendNotice } from '../duty/send-notice.js'
import type { Clock, Outbox } from '../ports.js'
import { timestamp } from '../timestamp.js'
import { clockMoments } from './clock-moments.js'
import type { ClockStore } from './clock-store.js'
import type { ClockTargets } from './clock-targets.js'

type Ports = {
  readonly clocks: Pick<ClockStore, 'find' | 'ring'>
  readonly sendNotice: SendNotice
  readonly clockTargets: ClockTargets
  readonly outbox: Outbox
  readonly clock: Clock
}
export type RingClock = ReturnType<typeof ringClock>

/**
 * Tells what of a clock has come, once, by a notice to its authority, which is delivered by mail and to webhooks as well,
 * and asks to come again for what comes next.
 *
 * After an outage several moments may have passed: only the last of them is still worth telling. The notice
 * and its deliveries are durable before the clock says that it told, and one occasion has one of each.
 */
export function ringClock({ clocks, sendNotice, clockTargets, outbox, clock }: Ports) {
  return async (about: { readonly authority: AuthorityId; readonly clock: string }) => {
    const now = clock.now()
    const kept = await clocks.find(about.authority, about.clock)
    if (kept === undefined) return
    const moments = clockMoments(kept)
    const come = moments.filter(({ due }) => due <= now).at(-1)
    const { revision, rings } = kept
    const isTold = rings.some((ring) => ring.revision === revision && ring.stage === come?.stage)
    if (come !== undefined && !isTold) {
      const kind = come.stage === 'lapse' ? 'clock.lapsed' : 'clock.warning'
      const told = { ...about, case: kept.case, revision, due: timestamp(come.due) }
      const targets = await clockTargets(kept, come.stage)
      await sendNotice({ kind, ...told }, `${about.clock}/${revision}/${come.stage}`, () => targets)
      await clocks.ring(about.authority, about.clock, { ...come, revision, at: now })
    }
    const next = moments.find(({ due }) => due > now)
    if (next !== undefined) await outbox.ask('clocks.asked', about, { notBefore: next.due })
  }
}
