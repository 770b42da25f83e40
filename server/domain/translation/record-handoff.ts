import { digestOf } from '#crypto/bytes/sha256.js'
import { issueEvidence } from '#crypto/evidence/issue-evidence.js'
import type { HandoffStep } from '#crypto/translation/handoff-state.js'
import { nextHandoff } from '#crypto/translation/next-handoff.js'
import { Refusal } from '../errors.js'
import type { Clock } from '../ports.js'
import type { RelayIdentity } from '../relay-identity.js'
import { laterOf, timestamp } from '../timestamp.js'
import { handoffRefusal } from './handoff-refusals.js'
import type { HandoffStore } from './handoff-store.js'
import { type KnownHandoff, knownHandoff } from './known-handoff.js'

type Ports = {
  readonly handoffs: HandoffStore
  readonly relay: Pick<RelayIdentity, 'id' | 'evidenceKey'>
  readonly clock: Clock
}
export type RecordHandoff = ReturnType<typeof recordHandoff>

/** Not a step of the hand-off: the copies that no package has are deleted, by this schedule of the operator. */
type Deleted = { readonly code: 'R.1'; readonly rule: string }

/** So many other writers may be in front of one step before it gives up. */
const ATTEMPTS = 32

/**
 * Appends one step to the evidence of a hand-off. A step done before is no error. Where another writer took
 * the place in the chain, the step is judged anew: of two translators who race, or of an acceptance and a
 * reassignment, exactly one is ever kept.
 *
 * @param prepare - runs once the step was judged legal, before the evidence: what it rests on is kept then.
 * @returns where the hand-off stands after it.
 * @throws {@link Refusal} as {@link handoffRefusal}; `unavailable` after too many writers in front.
 */
export function recordHandoff({ handoffs, relay, clock }: Ports) {
  return async (
    known: KnownHandoff,
    step: HandoffStep | Deleted,
    prepare: () => Promise<void> = () => Promise.resolve(),
  ): Promise<KnownHandoff> => {
    const name = stepName(known, step)
    let current = known
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (current.chain.some((one) => one.step === name)) return current
      const turn = turnAfter(current, step)
      await prepare()
      const kept = await handoffs.keepEvidence(await evidenceOf(current, step, turn))
      const after = await knownHandoff({ handoffs }, current.payload.handoff)
      if (after === undefined) throw new Refusal('unavailable', 'the hand-off cannot be read')
      if (kept !== 'taken') return after
      current = after
    }
    throw new Refusal('unavailable', 'too many writers on one hand-off; try again')
  }

  async function evidenceOf(
    { kept, payload, chain }: KnownHandoff,
    step: HandoffStep | Deleted,
    turn: number,
  ) {
    const last = chain.at(-1)
    const keptAt = clock.now()
    const before = last === undefined ? kept.keptAt : last.keptAt
    const sequence = last === undefined ? 0 : last.sequence + 1
    const at = laterOf(keptAt, before)
    const subject = step.code === 'H.1' ? kept.digest : causeOf(step)
    const statement = await issueEvidence(
      {
        about: 'handoff',
        code: step.code,
        time: timestamp(at),
        issuer: relay.id,
        handoff: payload.handoff,
        assignment: kept.digest,
        authority: payload.authority,
        turn,
        sequence,
        previous: last?.digest ?? null,
        subject,
        moment: 'moment' in step ? step.moment : null,
      },
      relay.evidenceKey,
    )
    return {
      digest: await digestOf(statement),
      typ: 'rogatory-evidence' as const,
      statement,
      keptAt: at,
      handoff: payload.handoff,
      sequence,
      code: step.code,
      step: stepName({ chain, derived: { state: undefined } }, step, turn),
    }
  }
}

function turnAfter({ payload, derived: { state } }: KnownHandoff, step: HandoffStep | Deleted) {
  if (step.code === 'R.1') {
    if (state === undefined) throw handoffRefusal('not-begun')
    return state.turn
  }
  const next = nextHandoff(payload, state, step)
  if (!next.ok) throw handoffRefusal(next.fault)
  return next.state.turn
}

/** Digest of the statement that a step rests on; null for what the relay does by itself. */
function causeOf(step: HandoffStep | Deleted): string | null {
  if ('rule' in step) return step.rule
  return 'digest' in step ? step.digest : null
}

type Placed = {
  readonly chain: KnownHandoff['chain']
  readonly derived: Pick<KnownHandoff['derived'], 'state'>
}

/** What a step is once. A turn begins once, and of a moment is told once. */
function stepName({ derived }: Placed, step: HandoffStep | Deleted, after?: number): string {
  if ('digest' in step) return `${step.code}/${step.digest}`
  if ('moment' in step) return `${step.code}/${step.turn}/${step.moment}`
  if (step.code === 'H.6') return `H.6/${after ?? (derived.state?.turn ?? 0) + 1}`
  return step.code
}
