import { againstAbsence } from './against-absence.js'
import { type Finding, findingOf, type Side } from './comparison.js'
import type { Fact } from '../fact.js'
import { isOneLog } from '../is-one-log.js'

/**
 * Holds what a relay signed not to be in its log, by one bundle, against what the other shows of that
 * log. A receipt among the leaves that the statement speaks of is a contradiction, by two signatures of
 * the relay's: the statement, and the checkpoint over the leaf.
 */
export async function compareAbsences(a: Side, b: Side): Promise<readonly Finding[]> {
  return [...(await against(a, b, 'second')), ...(await against(b, a, 'first'))]
}

const originOf = ({ verdict: { facts } }: Side) =>
  facts.find(holds('checkpoint-signed'))?.data['origin']

async function against(
  stating: Side,
  showing: Side,
  which: 'first' | 'second',
): Promise<readonly Finding[]> {
  const { facts } = showing.verdict
  const origin = originOf(showing)
  const isLogged = !facts.some(
    ({ fact, standing }) => fact === 'logged' && standing === 'contradicted',
  )
  if (!isLogged || origin === undefined || !(await isOneLog(stating, showing, origin))) return []
  return stating.verdict.facts.filter(holds('absence-stated')).flatMap((stated) => {
    const piece = stating.pieces.absences.find(({ digest }) => digest === stated.statement)
    if (!piece || stated.data['origin'] !== origin) return []
    const { pieces, history, bundle } = showing
    const counters = againstAbsence(piece.claims, { log: bundle.log, pieces, history, facts })
    const size = Number(stated.data['size'])
    const [counter] = counters.filter(({ index }) => index < size)
    const later = counters.find(({ what }) => what === 'receipt')
    const { recipient, issuer } = piece.claims
    const said = `no receipt of ${recipient} is among the first ${size} entries of ${origin}`
    if (counter) {
      const { what, code, index, digest } = counter
      const text = `The relay ${issuer} signed that ${said}, but the ${which} bundle shows ${what} ${code} about that recipient as entry ${index}.`
      const data = { recipient, index: String(index), absence: piece.digest, counter: digest }
      return [findingOf('absence-false', 'contradiction', text, { data, against: issuer })]
    }
    if (!later) return []
    const text = `A receipt of ${recipient} came later, as entry ${later.index}: that ${said} is not contradicted by it.`
    const data = { recipient, index: String(later.index), absence: piece.digest }
    return [findingOf('receipt-later', which, text, { data })]
  })
}

const holds =
  (code: Fact['fact']) =>
  ({ fact, standing }: Fact): boolean =>
    fact === code && standing === 'proved'
