import type { OfficerAct } from '../directory/verify-act.js'
import type { HandoffEvidence } from '../evidence/evidence.js'
import type { CertifiedTranslation } from '../translation/certified-translation.js'
import { type DerivedHandoff, deriveHandoff } from '../translation/derive-handoff.js'
import type { Handoff, Linguist } from '../translation/handoff.js'
import type { HandoffAct } from '../translation/handoff-act.js'
import {
  verifyHandoff,
  verifyHandoffAct,
  verifyTranslation,
} from '../translation/verify-handoff.js'
import { whoseStep } from '../translation/whose-step.js'
import type { Case } from './case.js'
import type { Judged } from './history.js'
import type { Doubt } from './doubt.js'
import { type ActOutcome, judgeAct } from './judge/judge-act.js'
import type { HandoffPiece, Piece } from './pieces.js'

type Stated<P> = { readonly piece: Piece<P>; readonly outcome: ActOutcome<P> }

/** A hand-off of a bundle, verified as far as it goes. */
export type Custody = {
  readonly handoff: Stated<Handoff>
  readonly acts: readonly Stated<HandoffAct>[]
  readonly certified: Stated<CertifiedTranslation> | undefined
  /** What the relay says of it, whether it holds or not. */
  readonly evidence: readonly Judged[]
  /** Where it stands, by evidence and acts that hold; undefined if who handed it off is not shown. */
  readonly derived: DerivedHandoff | undefined
  /** Whether a statement is a step that the hand-off allowed, and the relay recorded: else it is only somebody's word. */
  readonly isStep: (digest: string) => boolean
  /** Of any of its evidence, or of whoever signed a statement of it: then all of it is only claimed. */
  readonly doubt: Doubt | undefined
  /** That the relay recorded a recall, by evidence that holds, whatever else is shown. */
  readonly recall: HandoffEvidence | undefined
  /** When the package's relay observed a statement, by evidence that holds. */
  readonly recorded: (digest: string) => Date | undefined
  /** Who somebody is, for a reader. */
  readonly nameOf: (linguist: Linguist) => string
}

/** Verifies a hand-off: each statement by whoever signed it, at the moment that the relay observed. */
export async function custodyOf(its: Case, pieces: HandoffPiece): Promise<Custody> {
  const { digest, claims } = pieces.handoff
  const evidence = its.history.judged.filter(
    ({ piece: { claims } }) => claims.about === 'handoff' && claims.assignment === digest,
  )
  // Another relay under the same roots may be an accomplice: what it observed, and when, is not this story's.
  const found = evidence.flatMap(({ piece, outcome }) => {
    if (!outcome?.ok || piece.claims.issuer !== its.history.issuer) return []
    const { digest: own, payload } = outcome.value.evidence
    return payload.about === 'handoff' ? [{ digest: own, payload }] : []
  })
  const links = found.toSorted((a, b) => a.payload.sequence - b.payload.sequence)
  const observed = (piece: Piece<{ readonly declared: string }>) =>
    new Date(timeOf(links, piece.digest) ?? piece.claims.declared)

  const whose = (piece: Piece<HandoffAct | CertifiedTranslation>) => ({
    at: observed(piece),
    authority: whoseStep(claims, piece.claims, piece.kid),
  })
  const assigning = { at: observed(pieces.handoff), authority: claims.authority }
  const handoff = {
    piece: pieces.handoff,
    outcome: await judgeAct(its, pieces.handoff, assigning, verifyHandoff),
  }
  const acts = await Promise.all(
    pieces.acts.map(async (piece) => ({
      piece,
      outcome: await judgeAct(its, piece, whose(piece), verifyHandoffAct),
    })),
  )
  const certified = pieces.certified && {
    piece: pieces.certified,
    outcome: await judgeAct(its, pieces.certified, whose(pieces.certified), verifyTranslation),
  }
  const held = [handoff, ...acts, ...(certified ? [certified] : [])].flatMap(({ outcome }) =>
    outcome?.ok ? [outcome.value] : [],
  )
  const derived = handoff.outcome?.ok
    ? deriveHandoff({
        assignment: handoff.outcome.value,
        acts: held.flatMap((act) => (isAct(act) ? [{ ...act, by: act.credential.payload }] : [])),
        evidence: links,
      })
    : undefined
  const isStep = (one: string) =>
    derived?.steps.some(({ evidence: { subject } }) => subject === one) === true
  const recalls = links.flatMap(({ payload }) => (payload.code === 'H.11' ? [payload] : []))
  return {
    handoff,
    acts,
    certified,
    evidence,
    derived,
    isStep,
    doubt: [
      ...links.map((link) => its.doubtOf(link.digest)),
      ...held.map(({ doubt }) => doubt),
    ].find((doubt) => doubt !== undefined),
    recall: recalls.find(({ subject }) => isStep(subject ?? '')) ?? recalls[0],
    recorded: (one) => {
      const time = timeOf(links, one)
      return time === undefined ? undefined : new Date(time)
    },
    nameOf: ({ authority, kid }) => {
      const people = held.map(({ credential }) => credential.payload)
      const known = people.find((one) => one.kid === kid && one.authority === authority)
      return known ? `${known.name} (${authority})` : authority
    },
  }
}

/** R.1 tells of no statement about the hand-off: its subject is a schedule. */
const timeOf = (links: readonly { readonly payload: HandoffEvidence }[], digest: string) =>
  links.find(({ payload: { code, subject } }) => code !== 'R.1' && subject === digest)?.payload.time

type Act = OfficerAct<HandoffAct | CertifiedTranslation>

const isAct = (act: Act | OfficerAct<Handoff>): act is Act => act.typ !== 'rogatory-handoff'
