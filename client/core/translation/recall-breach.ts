import { hasEnded } from '#crypto/translation/handoff-state.js'
import type { Handoff } from '#crypto/translation/handoff.js'
import type { Session } from '../session.js'
import { actOnHandoff } from './act-on-handoff.js'
import { listHandoffs, type OpenHandoff } from './read-handoff.js'

/**
 * After a breach: takes back every hand-off of the authority that this linguist has, or would get when
 * their turn comes, since envelopes of a rotation are sealed beforehand. Asked again it does what is left.
 *
 * What they were given before is theirs to know for ever, and stays on record. Their own authority revokes
 * their key (`rogatory officer remove --reason compromised`); what follows is handed over under fresh keys
 * (`rekeyedSource`).
 *
 * @param kid - of the linguist.
 * @returns those that were recalled.
 */
export async function recallBreach(session: Session, kid: string): Promise<readonly OpenHandoff[]> {
  const recalled: OpenHandoff[] = []
  for (const open of await listHandoffs(session)) {
    const { state } = open.derived
    if (state === undefined || hasEnded(state)) continue
    if (!isOpenTo(open.handoff.payload, state.turn, kid)) continue
    recalled.push(
      await actOnHandoff(session, open, { act: 'recall', ground: 'breach', detail: null }),
    )
  }
  return recalled
}

const isOpenTo = ({ turns, reviewer }: Handoff, turn: number, kid: string): boolean =>
  turns.some(({ translator }, place) => place >= turn && translator.kid === kid) ||
  reviewer?.linguist.kid === kid
