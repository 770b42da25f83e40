import { packageState } from '../../evidence/package-state.js'
import { hasExpired } from '../../evidence/has-expired.js'
import type { PackageEvidence } from '../../evidence/evidence.js'
import { CryptoError } from '../../errors.js'
import { attempt } from '../attempt.js'
import type { Case } from '../case.js'
import { inDoubt } from '../doubt.js'
import { type Fact, factOf } from '../fact.js'
import { identityFact } from '../identity-fact.js'

/** Who the relay is, and whether its evidence is one whole history of this package. */
export async function judgeRelay(its: Case): Promise<readonly Fact[]> {
  const { relay, issuer, kid } = its.history
  const identified = identityFact('relay-identified', issuer, relay, kid)
  const doubts = aboutIts(its).map(({ piece }) => its.doubtOf(piece.digest))
  const isWhollyDoubted = doubts.every((doubt) => doubt !== undefined)
  return [
    inDoubt(identified, isWhollyDoubted ? doubts[0] : undefined),
    inDoubt(
      await unbroken(its),
      doubts.find((doubt) => doubt !== undefined),
    ),
  ]
}

const aboutIts = ({ history: { judged } }: Case) =>
  judged.filter(({ piece }) => piece.claims.about === 'package')

async function unbroken(its: Case): Promise<Fact> {
  const fact = 'evidence-chain-unbroken'
  const { history, header } = its
  const { chain } = history
  const about = aboutIts(its)
  const data = { length: String(about.length) }
  if (about.length === 0) return factOf(fact, 'unproved', 'No evidence is in the bundle.', { data })
  if (about.some(({ outcome }) => outcome && !outcome.ok)) {
    const text = 'Evidence in the bundle is not the relay’s, so the history has a hole.'
    return factOf(fact, 'contradicted', text, { data })
  }
  if (!chain || about.some(({ outcome }) => outcome === undefined)) {
    const text = 'The entry of the relay that signed the evidence is not here.'
    return factOf(fact, 'unproved', text, { data })
  }
  const outcome = await attempt(() => {
    if (!chain.ok) throw chain.error
    requireOf(header, chain.value)
  })
  if (!outcome.ok) {
    const { code, message } = outcome.error
    const text = `The evidence is not one whole history of this package: ${message}.`
    return factOf(fact, 'contradicted', text, { data: { ...data, code } })
  }
  const text = `The ${about.length} pieces of evidence are one whole history.`
  return factOf(fact, 'proved', text, { data })
}

/** What only the header can tell: whose history it is, whom it may concern, and when it expires. */
function requireOf({ digest, claims }: Case['header'], chain: readonly PackageEvidence[]): void {
  const recipients = claims.recipients.map(({ authority }) => authority)
  for (const { header, package: id, sender, recipient, code, time } of chain) {
    if (header !== digest || id !== claims.package || sender !== claims.sender) {
      throw refused('it is about another package')
    }
    if (recipient !== null && !recipients.includes(recipient)) {
      throw refused('it concerns somebody to whom the package was not sent')
    }
    if (code === 'C.5' && !hasExpired(claims, new Date(time))) {
      throw refused('it states an expiry that had not come')
    }
  }
  for (const authority of recipients) packageState(chain, authority)
}

const refused = (message: string) => new CryptoError('evidence/chain', message)
