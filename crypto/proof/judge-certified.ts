import type { OfficerAct } from '../directory/verify-act.js'
import type { CertifiedTranslation } from '../translation/certified-translation.js'
import type { HandoffAct } from '../translation/handoff-act.js'
import type { Case } from './case.js'
import type { Custody } from './custody.js'
import { type Fact, factOf, type Standing } from './fact.js'
import { judgeStanding } from './judge-standing.js'

/** Who certified a translation, who stands behind it, which text counts, and whether it was taken back. */
export function judgeCertified(its: Case, custody: Custody, all: readonly Custody[]): Fact[] {
  const { certified } = custody
  const withdrawn = superseded(custody, all)
  if (!certified) return withdrawn
  const fact = certification(its, custody, certified, withdrawn.length > 0)
  const { prevails, instrument } = certified.piece.claims
  const counts =
    fact.standing === 'contradicted' || fact.standing === 'unproved' || withdrawn.length > 0
      ? []
      : [prevailing(fact, prevails, instrument)]
  return [fact, ...reviewed(its, custody, certified), ...counts, ...withdrawn]
}

type Certified = NonNullable<Custody['certified']>

function certification(
  its: Case,
  { handoff, derived, recorded }: Custody,
  { piece: { claims, digest }, outcome }: Certified,
  isWithdrawn: boolean,
): Fact {
  const { pair, accreditation, complete, machine, items } = claims
  const observed = recorded(digest)
  const of = (standing: Standing, text: string, more: Record<string, string> = {}) =>
    factOf('translation-certified', standing, text, {
      statement: digest,
      data: {
        ...{ from: pair.from, to: pair.to, items: String(items.length), machine },
        ...{ complete: String(complete), handoff: claims.handoff },
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
  if (mark !== undefined && mark !== 'unrecorded') {
    return of('contradicted', `It was not theirs to certify then (${mark}).`, {
      ...who,
      code: mark,
    })
  }
  const { standing } = judgeStanding(credential, its.revocations, observed, digest)
  const what = `${name} of ${authority} certified a translation from ${pair.from} to ${pair.to}`
  const number = accreditation ? ` (${accreditation.body}, ${accreditation.number})` : ''
  const since = isWithdrawn ? '; the authority has taken it back since' : ''
  const text = {
    proved: `${what}${number}${since}.`,
    claimed: `${what}${number}${since}; when, and that the key was good then, is not shown.`,
    contradicted: `The statement bears the signature of ${name}, whose key had been revoked.`,
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
  const { standing } = judgeStanding(credential, its.revocations, observed, digest)
  const isIllegal = !['unrecorded', undefined].includes(custody.derived?.marks.get(digest))
  const did = payload.act === 'countersign' ? 'countersigned' : 'approved'
  const text = {
    proved: `${name} of ${authority} ${did} the translation.`,
    claimed: `${name} of ${authority} ${did} the translation; when is not shown.`,
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

/** A recall of the authority, or a later hand-off of it that says to replace this one. */
function superseded({ handoff, derived, acts }: Custody, all: readonly Custody[]): Fact[] {
  const { digest, claims } = handoff.piece
  const about = { handoff: claims.handoff, authority: claims.authority }
  const recall = derived?.steps.find(({ evidence: { code } }) => code === 'H.11')
  if (recall) {
    const subject = recall.evidence.subject ?? ''
    const act = acts.find(({ piece }) => piece.digest === subject)?.piece.claims
    const ground = act?.act === 'recall' ? act.ground : ''
    const text = `${claims.authority} took the hand-off back (${ground}).`
    return [
      factOf('translation-superseded', 'proved', text, {
        statement: subject,
        data: { ...about, ground },
        clocks: { observed: recall.evidence.time },
      }),
    ]
  }
  const later = all.find(
    ({ handoff: { piece, outcome }, derived: its }) =>
      piece.claims.supersedes === digest &&
      piece.claims.authority === claims.authority &&
      outcome?.ok === true &&
      its?.state !== undefined,
  )
  if (!later) return []
  const text = `${claims.authority} had the source translated anew: another hand-off replaces this one.`
  return [
    factOf('translation-superseded', 'proved', text, {
      statement: later.handoff.piece.digest,
      data: { ...about, ground: 'source-changed' },
    }),
  ]
}
