import type { HandoffEventCode } from '#crypto/evidence/event.js'
import type { HandoffEvidence } from '#crypto/evidence/evidence.js'
import type { Handoff, Linguist } from '#crypto/translation/handoff.js'

type Whom = readonly ('translator' | 'reviewer')[]

/** Whose affair a step is: who has to do something, or has to stop. What somebody does themselves they know. */
const WHOM: Record<HandoffEventCode, Whom> = {
  'H.1': ['translator'],
  'H.2': [],
  'H.3': [],
  'H.4': ['translator'],
  'H.5': ['translator'],
  'H.6': ['translator'],
  'H.7': ['reviewer'],
  'H.8': ['translator'],
  'H.9': ['reviewer'],
  'H.10': ['translator'],
  'H.11': ['translator', 'reviewer'],
  'H.12': [],
  'R.1': [],
}

/** The linguists to be told of a step in person. `turn` of H.6 is the one that begins. */
export function concernedBy(
  { turns, reviewer }: Handoff,
  { code, turn }: Pick<HandoffEvidence, 'code' | 'turn'>,
): readonly Linguist[] {
  const of = { translator: turns[turn]?.translator, reviewer: reviewer?.linguist }
  return WHOM[code].flatMap((one) => of[one] ?? [])
}
