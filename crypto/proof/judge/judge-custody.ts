import type { Handoff } from '../../translation/handoff.js'
import type { Case } from '../case.js'
import type { Custody } from '../custody.js'
import { inDoubt } from '../doubt.js'
import { type Fact, factOf, type Standing } from '../fact.js'
import { isAbsent } from '../is-absent.js'
import { judgeStanding } from './judge-standing.js'

/** To whom a text was given, and whether the relay's evidence of it, as far as it is shown, has no gap. */
export function judgeCustody(its: Case, custody: Custody): Fact {
  const { handoff, derived } = custody
  const { digest, claims } = handoff.piece
  const [standing, text, code] = finding(custody, its.history.issuer)
  const { pair, authority } = claims
  const began = custody.recorded(digest)
  const fact = factOf('custody-unbroken', standing, text, {
    statement: digest,
    data: {
      handoff: claims.handoff,
      authority,
      from: pair.from,
      to: pair.to,
      steps: String(custody.evidence.length),
      ...(derived?.state && { holders: holdersOf(custody).join('; '), stage: derived.state.stage }),
      ...(code !== undefined && { code }),
    },
    clocks: {
      declared: claims.declared,
      ...(began && { observed: began.toISOString() }),
      ...its.existed(digest),
    },
  })
  return inDoubt(fact, custody.doubt)
}

function finding(
  custody: Custody,
  issuer: string | undefined,
): readonly [Standing, string, string?] {
  const { handoff, acts, certified, evidence, derived } = custody
  const stated = [handoff, ...acts, ...(certified ? [certified] : [])]
  for (const { outcome } of [...stated, ...evidence]) {
    if (outcome === undefined || outcome.ok) continue
    const { message, code } = outcome.error
    return [
      'contradicted',
      `What is shown of the hand-off is not what it claims: ${message}.`,
      code,
    ]
  }
  if (stated.some(({ outcome }) => outcome === undefined)) {
    return [
      'unproved',
      'Who acted in the hand-off is not shown: an entry or credential is not here.',
    ]
  }
  if (evidence.length === 0 || evidence.some(({ outcome }) => outcome === undefined)) {
    return ['unproved', 'What the relay observed of the hand-off is not shown.']
  }
  if (new Set(evidence.map(({ piece: { claims } }) => claims.issuer)).size > 1) {
    return ['contradicted', 'Several relays speak of the hand-off, each in its own name.', 'issuer']
  }
  if (evidence.some(({ piece: { claims } }) => claims.issuer !== issuer)) {
    return ['unproved', 'Another relay speaks of the hand-off than of the package.', 'issuer']
  }
  const marks = [...(derived?.marks.values() ?? [])]
  const wrong = marks.find((mark) => !isAbsent(mark))
  if (wrong !== undefined) {
    return ['contradicted', `The steps of the hand-off are not legal ones (${wrong}).`, wrong]
  }
  if (marks.length > 0 || derived?.state === undefined) {
    return ['unproved', 'The evidence of the hand-off and the acts here are not all of it.']
  }
  const holders = holdersOf(custody).join('; ')
  const text = `The relay’s evidence of the hand-off, as far as it is shown, has no gap: the text was given to ${holders}.`
  return ['proved', text]
}

/** Everybody whose turn came, and the reviewer once there was something to review. */
function holdersOf({ handoff, derived, nameOf }: Custody): readonly string[] {
  const { turns, reviewer }: Handoff = handoff.piece.claims
  const reached = derived?.state?.turn ?? -1
  const wasReturned = derived?.steps.some(({ evidence: { code } }) => code === 'H.7') === true
  const holders = turns.slice(0, reached + 1).map(({ translator }) => nameOf(translator))
  return wasReturned && reviewer ? [...holders, nameOf(reviewer.linguist)] : holders
}

/** Of everybody who acted in a hand-off, the standing of their key when they last did. */
export function judgeLinguists(
  its: Case,
  { handoff, acts, certified, recorded, doubt }: Custody,
): readonly Fact[] {
  // One key may stand in credentials of several authorities: each revokes it for itself.
  const last = new Map<string, Fact>()
  for (const { outcome } of [handoff, ...acts, ...(certified ? [certified] : [])]) {
    if (!outcome?.ok) continue
    const { credential, digest } = outcome.value
    const fact = inDoubt(judgeStanding(credential, its, recorded(digest), digest), doubt)
    const { authority, kid } = credential.payload
    const officer = `${authority} ${kid}`
    const before = last.get(officer)
    // What only its signer dates comes last: nothing shows that it was not later.
    const isLater = (fact.clocks.observed ?? '~') >= (before?.clocks.observed ?? '~')
    if (before === undefined || isLater) last.set(officer, fact)
  }
  return [...last.values()]
}
