import type { OfficerAct } from '../../directory/verify-act.js'
import type { CertifiedTranslation } from '../../translation/certified-translation.js'
import type { HandoffAct } from '../../translation/handoff-act.js'
import type { Case } from '../case.js'
import type { Custody } from '../custody.js'
import { inDoubt } from '../doubt.js'
import { type Fact, factOf, type Standing } from '../fact.js'
import { isAbsent } from '../is-absent.js'
import { judgeStanding } from './judge-standing.js'

/** Who certified a translation, who stands behind it, which text counts, and whether it was taken back. */
export function judgeCertified(its: Case, custody: Custody, all: readonly Custody[]): Fact[] {
  const { certified } = custody
  const withdrawn = superseded(custody, all).map((fact) => inDoubt(fact, custody.doubt))
  if (!certified) return withdrawn
  const isWithdrawn = withdrawn.length > 0
  const fact = inDoubt(certification(its, custody, certified, isWithdrawn), custody.doubt)
  const { prevails, instrument } = certified.piece.claims
  const counts =
    fact.standing === 'contradicted' || fact.standing === 'unproved' || isWithdrawn
      ? []
      : [prevailing(fact, prevails, instrument)]
  const reviews = reviewed(its, custody, certified).map((one) => inDoubt(one, custody.doubt))
  return [fact, ...reviews, ...counts, ...withdrawn]
}

type Certified = NonNullable<Custody['certified']>

function certification(
  its: Case,
  { handoff, derived, recorded, isStep }: Custody,
  { piece: { claims, digest }, outcome }: Certified,
  isWithdrawn: boolean,
): Fact {
  const { pair, accreditation, complete, machine, items } = claims
  const observed = recorded(digest)
  const of = (standing: Standing, text: string, more: Record<string, string> = {}) =>
    factOf('translation-certified', standing, text, {
      statement: digest,
      data: {
        from: pair.from,
        to: pair.to,
        items: String(items.length),
        machine,
        complete: String(complete),
        handoff: claims.handoff,
        accreditation: accreditation ? `${accreditation.body}, ${accreditation.number}` : '—',
        ...more,
      },
      clocks: {
        declared: claims.declared,
        ...(observed && { observed: observed.toISOString() }),
        ...its.existed(digest),
      },
    })
  if (!outcome) return of('unproved', 'Who certified the translation is not shown.')
  if (!outcome.ok) {
    const { code, message } = outcome.error
    const text = `The statement does not certify a translation: ${message}.`
    return of('contradicted', text, { code })
  }
  const { credential } = outcome.value
  const { name, authority } = credential.payload
  const who = {
    name,
    authority,
    officer: credential.payload.officer,
    credential: credential.digest,
  }
  if (claims.assignment !== handoff.piece.digest) {
    return of('contradicted', 'The certified statement is of another hand-off.', who)
  }
  const mark = derived?.marks.get(digest)
  if (mark !== undefined && !isAbsent(mark)) {
    return of('contradicted', `It was not theirs to certify then (${mark}).`, {
      ...who,
      code: mark,
    })
  }
  const key = judgeStanding(credential, its, observed, digest).standing
  const standing = key === 'proved' && !isStep(digest) ? 'claimed' : key
  const what = `${name} of ${authority} certified a translation from ${pair.from} to ${pair.to}`
  const number = accreditation ? ` (${accreditation.body}, ${accreditation.number})` : ''
  const since = isWithdrawn ? '; the authority has taken it back since' : ''
  const text = {
    proved: `${what}${number}${since}.`,
    claimed: `${what}${number}${since}; that it was theirs then, and that the key was good, is not shown.`,
    contradicted: `The statement bears the signature of ${name}, whose key was good no longer.`,
    unproved: '',
  }[standing]
  return of(standing, text, who)
}

/** The countersignature, or else the approval, of what was certified. */
function reviewed(its: Case, custody: Custody, { piece }: Certified): Fact[] {
  const about = custody.acts.filter(({ piece: { claims } }) => isReview(claims, piece))
  const held = about.flatMap(({ outcome }) => (outcome?.ok ? [outcome.value] : []))
  const isRecorded = ({ digest }: { readonly digest: string }) =>
    custody.recorded(digest) !== undefined
  const byWeight = (a: OfficerAct<HandoffAct>, b: OfficerAct<HandoffAct>) =>
    Number(isRecorded(b)) - Number(isRecorded(a)) ||
    Number(b.payload.act === 'countersign') - Number(a.payload.act === 'countersign')
  const [best] = held.toSorted(byWeight)
  if (!best) return []
  const { credential, digest, payload } = best
  const { name, authority } = credential.payload
  const observed = custody.recorded(digest)
  const key = judgeStanding(credential, its, observed, digest).standing
  const standing = key === 'proved' && !custody.isStep(digest) ? 'claimed' : key
  const mark = custody.derived?.marks.get(digest)
  const isIllegal = mark !== undefined && !isAbsent(mark)
  const did = payload.act === 'countersign' ? 'countersigned' : 'approved'
  const text = {
    proved: `${name} of ${authority} ${did} the translation.`,
    claimed: `${name} of ${authority} ${did} the translation; that it was theirs then, and that the key was good, is not shown.`,
    contradicted: `The word of ${name} of ${authority} on the translation does not count.`,
    unproved: '',
  }
  const found = isIllegal ? 'contradicted' : standing
  return [
    factOf('translation-reviewed', found, text[found], {
      statement: digest,
      data: { name, authority, did, handoff: piece.claims.handoff },
      clocks: {
        declared: payload.declared,
        ...(observed && { observed: observed.toISOString() }),
        ...its.existed(digest),
      },
    }),
  ]
}

const isReview = (act: HandoffAct, { digest, claims }: Certified['piece']) =>
  act.act === 'countersign'
    ? act.translation === digest
    : act.act === 'review' && act.outcome === 'approved' && act.return === claims.return

/** That another text counts than the original is the translator's word: no instrument is in a bundle. */
function prevailing(
  { standing, statement, data }: Fact,
  prevails: CertifiedTranslation['prevails'],
  instrument: string | null,
): Fact {
  const details = {
    ...(statement !== undefined && { statement }),
    data: { handoff: data['handoff'] ?? '', prevails, instrument: instrument ?? '—' },
  }
  if (prevails === 'original') {
    const text = 'The certified statement says that the original counts where the two differ.'
    return factOf('original-prevails', standing, text, details)
  }
  const text = `The translator says that the translation counts, by ${instrument ?? 'no instrument'}; the instrument is not here.`
  return factOf('original-prevails', 'claimed', text, details)
}

/**
 * A recall of the authority, or a later hand-off of it that says to replace this one. What is shown of either counts:
 * nobody's statement stands better since the rest was left out.
 */
function superseded({ handoff, acts, isStep, recall }: Custody, all: readonly Custody[]): Fact[] {
  const { digest, claims } = handoff.piece
  const about = { handoff: claims.handoff, authority: claims.authority }
  const act = acts.find(
    ({ piece, outcome }) =>
      piece.claims.act === 'recall' &&
      piece.claims.assignment === digest &&
      piece.digest === (recall?.subject ?? piece.digest) &&
      outcome?.ok,
  )?.piece
  const statement = recall?.subject ?? act?.digest
  if (statement !== undefined) {
    const ground = act?.claims.act === 'recall' ? act.claims.ground : ''
    const isProved = act?.digest === statement && isStep(statement)
    const text = isProved
      ? `${claims.authority} took the hand-off back (${ground}).`
      : `${claims.authority} is said to have taken the hand-off back; that it did is not wholly shown.`
    return [
      factOf('translation-superseded', isProved ? 'proved' : 'claimed', text, {
        statement,
        data: { ...about, ground },
        clocks: recall ? { observed: recall.time } : {},
      }),
    ]
  }
  const later = all
    .filter(
      ({ handoff: { piece, outcome } }) =>
        piece.claims.supersedes === digest &&
        piece.claims.authority === claims.authority &&
        outcome?.ok === true,
    )
    .toSorted((a, b) => Number(isRecorded(b)) - Number(isRecorded(a)))[0]
  if (!later) return []
  const standing = isRecorded(later) ? 'proved' : 'claimed'
  const what = `${claims.authority} had the source translated anew: another hand-off replaces this one`
  const text =
    standing === 'proved' ? `${what}.` : `${what}; that the relay recorded it is not shown.`
  return [
    factOf('translation-superseded', standing, text, {
      statement: later.handoff.piece.digest,
      data: { ...about, ground: 'source-changed' },
    }),
  ]
}

const isRecorded = ({ derived }: Custody) => derived?.state !== undefined
