import { HandoffEvidence } from '#crypto/evidence/evidence.js'
import type { HandoffId } from '#crypto/fields/fields.js'
import { Refusal } from '../errors.js'
import { officerTarget } from '../duty/addresses-of.js'
import type { SendNotice } from '../duty/send-notice.js'
import type { GiveNotice } from '../notices/give-notice.js'
import type { Clock, Outbox } from '../ports.js'
import { readKept } from '../read-kept.js'
import { concernedBy } from './concerned-by.js'
import { nextMoment, stepDue } from './handoff-moments.js'
import type { HandoffStore } from './handoff-store.js'
import { type KnownHandoff, knownHandoff } from './known-handoff.js'
import type { RecordHandoff } from './record-handoff.js'

type Ports = {
  readonly handoffs: HandoffStore
  readonly outbox: Outbox
  readonly giveNotice: GiveNotice
  /** Left out where there is no mail: then linguists are told over the socket alone. */
  readonly sendNotice?: SendNotice | undefined
  readonly clock: Clock
  readonly recordHandoff: RecordHandoff
}
export type MoveHandoff = ReturnType<typeof moveHandoff>

/** More steps at once than any rotation has: a fault ends here and not in a loop. */
const MAX_STEPS = 64

/**
 * Does what is due about a hand-off: reminders, overdue, the next in rotation, the end of it; tells the
 * authorities concerned of each step; and asks to come again at the next moment.
 *
 * Everything is judged anew from what is kept, so a doubled job, two workers or a translator who acts in the
 * same moment do no harm: a step has one place in the chain, and its notice one occasion.
 */
export function moveHandoff(ports: Ports) {
  const { handoffs, outbox, clock } = ports

  return async ({ handoff }: { readonly handoff: HandoffId }): Promise<void> => {
    let known = await knownHandoff(ports, handoff)
    for (let count = 0; known !== undefined && count < MAX_STEPS; count++) {
      const { state } = known.derived
      const step = state && stepDue(known.payload, state, clock.now())
      if (step === undefined) break
      try {
        known = await ports.recordHandoff(known, step)
      } catch (error) {
        // Somebody was faster, and the step is none any more: looked at anew.
        if (!(error instanceof Refusal) || error.code === 'unavailable') throw error
        known = await knownHandoff({ handoffs }, handoff)
      }
    }
    if (known === undefined) return
    for (const one of known.chain) await tell(known, one)
    const notBefore = momentOf(known, clock.now())
    if (notBefore !== undefined) await outbox.ask('translation.turn', { handoff }, { notBefore })
  }

  /** Once for each piece of evidence, to the authority and to those of the linguists whom it concerns. */
  async function tell({ payload }: KnownHandoff, one: KnownHandoff['chain'][number]) {
    const { payload: said } = await readKept(one, HandoffEvidence)
    const { handoff, code, turn, moment, time } = said
    const linguists = concernedBy(payload, said)
    const translator = payload.turns[turn]?.translator
    const authorities = new Set([
      ...[payload.authority, translator?.authority ?? payload.authority],
      ...linguists.map(({ authority }) => authority),
    ])
    for (const authority of authorities) {
      const own = linguists.filter((linguist) => linguist.authority === authority)
      const told = {
        kind: 'handoff.step' as const,
        authority,
        handoff,
        code,
        turn,
        moment,
        time,
        ...(own.length > 0 && { linguists: own.map(({ kid }) => kid) }),
      }
      const targets = own.map(({ officer }) => officerTarget(officer))
      if (ports.sendNotice === undefined || targets.length === 0) {
        await ports.giveNotice(told, one.digest)
      } else await ports.sendNotice(told, one.digest, () => targets)
    }
  }
}

/** Before its evidence H.1 a hand-off has not begun; its first moment comes all the same. */
function momentOf({ payload, derived: { state } }: KnownHandoff, now: Date): Date | undefined {
  if (state !== undefined) return nextMoment(payload, state, now)
  const [first] = payload.turns
  return first && new Date(first.acceptBy) > now ? new Date(first.acceptBy) : undefined
}
