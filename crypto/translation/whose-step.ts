import type { AuthorityId } from '../fields/fields.js'
import type { CertifiedTranslation } from './certified-translation.js'
import type { Handoff } from './handoff.js'
import type { HandoffAct } from './handoff-act.js'

/**
 * The authority whose officer it falls to, by the hand-off: one key may stand in credentials of several.
 *
 * @param kid - of whoever signed it: a certified statement names no turn.
 * @returns undefined if it falls to nobody: there is no such turn.
 */
export function whoseStep(
  { authority, turns, reviewer }: Handoff,
  act: HandoffAct | CertifiedTranslation,
  kid: string,
): AuthorityId | undefined {
  if (!('act' in act)) {
    return turns.find(({ translator }) => translator.kid === kid)?.translator.authority
  }
  switch (act.act) {
    case 'accept':
    case 'decline':
    case 'return':
      return turns[act.turn]?.translator.authority
    case 'review':
    case 'countersign':
      return reviewer === null ? authority : reviewer.linguist.authority
    case 'recall':
      return authority
  }
}
