import { type Attestor, type Fact, factOf } from '../fact.js'
import { TOLERANCE_MS } from '../tolerance.js'

const FACT = 'time-stamps-renewed'

/**
 * Whether time-stamps were renewed while they were good, each time, so that the first ones still prove.
 *
 * @param judged - what the tokens over the checkpoint are worth, then those of each renewal.
 */
export function judgeRenewals(judged: readonly (readonly Attestor[])[]): Fact {
  const attestors = judged.flat()
  const renewals = String(judged.length - 1)
  const early = judged.findIndex((level, i) => i > 0 && isBefore(level, judged[i - 1] ?? []))
  if (early > 0) {
    const text = `Renewal ${early} is attested to have existed before the time-stamps that it covers.`
    return factOf(FACT, 'contradicted', text, { data: { renewals }, attestors })
  }
  const broken = judged.findIndex((level) => level.every(({ worth }) => worth !== 'good'))
  if (broken >= 0) {
    const what = broken === 0 ? 'the first time-stamps' : `renewal ${broken}`
    const text = `Of ${what}, none was good when it was renewed, or is now.`
    const data = { renewals, broken: String(broken) }
    return factOf(FACT, 'claimed', text, { data, attestors })
  }
  // Where the operator's clock is all there is, that is told of the time itself.
  const isIndependent = attestors.some(({ kind, worth }) => worth === 'good' && kind !== 'operator')
  const revived = judged.findIndex((level) =>
    level.every(({ worth, renewedBy }) => worth !== 'good' || renewedBy !== undefined),
  )
  if (isIndependent && revived >= 0) {
    const what = revived === 0 ? 'the first time-stamps' : `renewal ${revived}`
    const text = `That any of ${what} was good when it was renewed rests on the operator’s own clock alone.`
    const data = { renewals, broken: String(revived) }
    return factOf(FACT, 'claimed', text, { data, attestors })
  }
  const text = `The time-stamps were renewed ${renewals} times, each time while they were good.`
  return factOf(FACT, 'proved', text, { data: { renewals }, attestors })
}

/** A token covers what is there: none of those that it covers can tell a later time. */
const isBefore = (level: readonly Attestor[], covered: readonly Attestor[]): boolean =>
  level.some(({ at }) => covered.some((one) => Date.parse(one.at) > Date.parse(at) + TOLERANCE_MS))
