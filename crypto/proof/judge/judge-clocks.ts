import type { Case } from '../case.js'
import { type Fact, factOf } from '../fact.js'
import { handedIn } from './judge-receipt.js'
import { ATTESTING_LAPSE_MS, DECLARED_TOLERANCE_MS } from '../tolerance.js'

type Reading = { readonly what: string; readonly declared: string; readonly observed: Date }

const FACT = 'clocks-agree'

/**
 * Compares the clocks, which are never mixed: what a person declares with what the relay observed, and
 * what the relay observed with what time-stamps and witnesses attest.
 *
 * A relay that observed something after it is attested to have existed contradicts. A person's clock that is
 * ahead of the relay's shows only that one of the two is wrong. One that is behind is no disagreement: a
 * statement can be handed in long after it was signed; the lapse is told.
 *
 * What nobody but the operator attests until long after the newest time that the relay states may be dated back: no
 * time-stamping authority answered for so long, or the relay's clock is not the one that it states.
 *
 * @param log - the facts about the log, which hold what is attested against what was observed.
 * @returns nothing where no two clocks tell of one thing.
 */
export function judgeClocks(its: Case, log: readonly Fact[]): readonly Fact[] {
  const against = log.find(
    ({ standing, clocks }) => standing === 'contradicted' && clocks.observed !== undefined,
  )
  if (against) {
    const { clocks, data } = against
    const text = 'The relay states a time after the one at which that is attested to have existed.'
    return [
      factOf(FACT, 'contradicted', text, { clocks, data: { ...data, shownBy: against.fact } }),
    ]
  }
  const late = lateness(its)
  if (late) return [late]
  const readings = readingsOf(its)
  const [worst] = readings.toSorted((a, b) => lead(b) - lead(a))
  if (!worst) return []
  const clocks = { declared: worst.declared, observed: worst.observed.toISOString() }
  const seconds = (milliseconds: number) => String(Math.round(milliseconds / 1000))
  if (lead(worst) > DECLARED_TOLERANCE_MS) {
    const ahead = seconds(lead(worst))
    const text = `${worst.what} declares a time ${ahead} seconds after the relay observed it: one of the two clocks is wrong.`
    return [
      factOf(FACT, 'claimed', text, {
        clocks,
        data: { what: worst.what, ahead, doubt: 'person-ahead' },
      }),
    ]
  }
  const lapse = Math.max(0, ...readings.map((reading) => -lead(reading)))
  const text = `The clocks agree; at most ${seconds(lapse)} seconds passed from signing to handing in.`
  return [factOf(FACT, 'proved', text, { data: { lapse: seconds(lapse) } })]
}

/** Held against evidence about this story alone: what its checkpoint covers beside that may be as new as one likes. */
function lateness({ history: { judged, issuer }, shown, existed }: Case): Fact | undefined {
  const [newest] = judged
    .flatMap(({ outcome, piece: { claims, digest } }) => {
      const { attested, witnessed } = existed(digest)
      const isIts = claims.about !== 'directory' && claims.issuer === issuer
      if (outcome?.ok !== true || !isIts || attested === undefined) return []
      return [{ observed: claims.time, attested, ...(witnessed !== undefined && { witnessed }) }]
    })
    .toSorted((a, b) => b.observed.localeCompare(a.observed))
  if (newest === undefined || shown === undefined) return undefined
  const lapse = shown.getTime() - Date.parse(newest.observed)
  if (lapse <= ATTESTING_LAPSE_MS) return undefined
  const hours = String(Math.floor(lapse / 3_600_000))
  const text = `Nobody but the operator attests what the relay states until ${hours} hours after the newest time in it: no time-stamping authority answered for so long, or it is dated back.`
  return factOf(FACT, 'claimed', text, { clocks: newest, data: { hours, doubt: 'attested-late' } })
}

/** By how much the person's clock is ahead, in milliseconds. */
const lead = ({ declared, observed }: Reading) => Date.parse(declared) - observed.getTime()

function readingsOf(its: Case): readonly Reading[] {
  const { header, history, pieces } = its
  const sent = history.submitted
    ? [{ what: 'The header', declared: header.claims.created, observed: history.submitted }]
    : []
  const received = pieces.receipts.flatMap((piece) => {
    const observed = handedIn(its, piece)
    const what = `The receipt of ${piece.claims.recipient}`
    return observed ? [{ what, declared: piece.claims.declared, observed }] : []
  })
  return [...sent, ...received]
}
