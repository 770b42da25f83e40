import { hasEnded } from '#crypto/translation/handoff-state.js'
import type { RecallAct } from '#crypto/translation/handoff-act.js'
import type { z } from 'zod'
import type { Session } from '../session/session.js'
import { actOnHandoff } from './act-on-handoff.js'
import { handOff, type HandoffOrder } from './hand-off.js'
import { linguistOf } from './linguist-of.js'
import type { OpenHandoff } from './read-handoff.js'

type Ground = z.infer<typeof RecallAct>['ground']

/**
 * Takes a hand-off back and hands over anew: to somebody else, or since the source has changed. Recalled
 * first, so that two translators never have it at one time; whoever is named is looked up before that.
 * After a crash in between the same again goes on: what has ended is not recalled twice.
 *
 * @throws as `handOff` and `actOnHandoff`
 */
export async function replaceHandoff(
  session: Session,
  old: OpenHandoff,
  order: HandoffOrder,
  ground: Ground,
): Promise<OpenHandoff> {
  for (const { translator } of order.turns) await linguistOf(session, translator)
  if (order.reviewer !== undefined) await linguistOf(session, order.reviewer)
  const { state } = old.derived
  if (state !== undefined && !hasEnded(state)) {
    await actOnHandoff(session, old, { act: 'recall', ground, detail: null })
  }
  return handOff(session, { ...order, supersedes: old.handoff.digest })
}
