import type { HandoffEvidence } from '../evidence/evidence.js'
import type { CertifiedTranslation } from './certified-translation.js'
import type { Handoff } from './handoff.js'
import type { HandoffAct } from './handoff-act.js'
import {
  type ActedBy,
  type HandoffFault,
  type HandoffState,
  type HandoffStep,
  stepOfAct,
} from './handoff-state.js'
import { nextHandoff } from './next-handoff.js'

/** What was stated about a hand-off, each verified before. */
export type HandoffPieces = {
  readonly assignment: { readonly digest: string; readonly payload: Handoff }
  readonly acts: readonly {
    readonly digest: string
    readonly by: ActedBy
    readonly payload: HandoffAct | CertifiedTranslation
  }[]
  readonly evidence: readonly { readonly digest: string; readonly payload: HandoffEvidence }[]
}

/**
 * What is wrong with a piece.
 *
 * - a {@link HandoffFault}: the relay recorded what it should have refused.
 * - `unrecorded`: an act of which the relay states nothing; it has no effect.
 * - `missing`: evidence names a statement that is not here; or what comes after such evidence, or after a fork.
 * - `other`: it is about another hand-off, or says otherwise than the act it names.
 * - `forked`: evidence that does not continue the one before.
 */
export type HandoffMark = HandoffFault | 'unrecorded' | 'missing' | 'other' | 'forked'

export type DerivedHandoff = {
  /** Undefined while the relay has not recorded it. */
  readonly state: HandoffState | undefined
  /** Steps that were legal, in the relay's order. */
  readonly steps: readonly { readonly digest: string; readonly evidence: HandoffEvidence }[]
  /** When the relay deleted the copies that no package has: no step, and once. */
  readonly deletedAt: string | undefined
  /** By the digest of the act or the evidence. */
  readonly marks: ReadonlyMap<string, HandoffMark>
}

/**
 * What has become of a hand-off. The relay's evidence is the order in which things happened; what it does
 * not name did not happen in time to matter. The pieces may come in any order, and more than once.
 *
 * Illegal steps change nothing and are marked, so that one of them hides nothing that follows. After a gap or a fork
 * nothing is a step any more: it must not look better for what is left out.
 */
export function deriveHandoff({ assignment, acts, evidence }: HandoffPieces): DerivedHandoff {
  const known = new Map(acts.map((act) => [act.digest, act]))
  const marks = new Map<string, HandoffMark>()
  const steps: { digest: string; evidence: HandoffEvidence }[] = []
  let state: HandoffState | undefined
  let deletedAt: string | undefined
  let before: { digest: string; sequence: number } | undefined
  const pieces = [...new Map(evidence.map((piece) => [piece.digest, piece])).values()]
  const ordered = pieces.toSorted(
    (a, b) => a.payload.sequence - b.payload.sequence || (a.digest < b.digest ? -1 : 1),
  )
  const named = new Set<string>()
  // As long as nothing is left out that may have changed what is legal.
  let isWhole = true
  for (const { digest, payload } of ordered) {
    if (
      payload.handoff !== assignment.payload.handoff ||
      payload.authority !== assignment.payload.authority ||
      payload.assignment !== assignment.digest
    ) {
      marks.set(digest, 'other')
      isWhole = false
      continue
    }
    const follows =
      payload.sequence === (before?.sequence ?? -1) + 1 &&
      payload.previous === (before?.digest ?? null)
    if (!follows) {
      marks.set(digest, 'forked')
      isWhole = false
      continue
    }
    before = { digest, sequence: payload.sequence }
    const { code } = payload
    if (code === 'R.1') {
      const isOfCopies = assignment.payload.source.header === null
      const isOnce = deletedAt === undefined && payload.turn === state?.turn
      if (isOfCopies && isOnce) deletedAt = payload.time
      else marks.set(digest, isWhole ? 'not-now' : 'missing')
      continue
    }
    if (payload.subject !== null) named.add(payload.subject)
    const step = stepOf(code, payload, known, assignment.digest)
    if (typeof step === 'string') {
      marks.set(digest, step)
      isWhole &&= step !== 'missing'
      continue
    }
    const next = nextHandoff(assignment.payload, state, step)
    if (isWhole && next.ok && next.state.turn === payload.turn) {
      state = next.state
      steps.push({ digest, evidence: payload })
      continue
    }
    // By an act that is left out here it may have been legal, or may not: nobody is accused, and nothing is proved.
    const mark = isWhole ? (next.ok ? 'other' : next.fault) : 'missing'
    marks.set(digest, mark)
    if (!next.ok && payload.subject !== null) marks.set(payload.subject, mark)
  }
  for (const { digest } of acts) if (!named.has(digest)) marks.set(digest, 'unrecorded')
  return { state, steps, deletedAt, marks }
}

type StepCode = Exclude<HandoffEvidence['code'], 'R.1'>

function stepOf(
  code: StepCode,
  { subject, turn, moment }: HandoffEvidence,
  known: ReadonlyMap<string, HandoffPieces['acts'][number]>,
  assignment: string,
): HandoffStep | 'missing' | 'other' {
  if (code === 'H.1') return subject === assignment ? { code } : 'other'
  if (code === 'H.6' || code === 'H.12') return { code }
  if (code === 'H.4' || code === 'H.5') return { code, turn, moment: moment ?? '' }
  const act = known.get(subject ?? '')
  if (act === undefined) return 'missing'
  const { digest, by, payload } = act
  if (payload.assignment !== assignment) return 'other'
  if (!('act' in payload)) {
    return code === 'H.9' ? { code, digest, by, translation: payload } : 'other'
  }
  const step = stepOfAct(payload, digest, by)
  return step.code === code ? step : 'other'
}
