import { verifyCredential } from '../../directory/verify-credential.js'
import { verifySuspension } from '../../directory/verify-suspension.js'
import type { KeyPurpose } from '../../directory/entry.js'
import { syntaxOf } from '../../pki/certificate.js'
import { readRevocationList } from '../../pki/revocation-list.js'
import { requireListOf } from '../../pki/verify-revocation-list.js'
import { areForked } from '../are-forked.js'
import { attempt, firstOf, type Outcome } from '../attempt.js'
import { byEntry } from '../by-entry.js'
import type { Case } from '../case.js'
import { type Fact, factOf } from '../fact.js'
import { laterOf } from '../identify.js'
import { knownIssuers } from '../known-issuers.js'
import type { Flaw } from '../pieces.js'
import { responseFlaws } from '../response-flaws.js'
import { TOLERANCE_MS } from '../tolerance.js'

/**
 * Whether everything in a bundle holds, what no other fact rests on included: a bundle that carries a
 * forged or foreign piece is not to be shown as proved because nobody looked at that piece.
 */
export async function judgeCoherence(
  its: Case,
  found: readonly Flaw[],
  at: Date | undefined,
): Promise<Fact> {
  const flaws = [
    ...found,
    ...(await entryFlaws(its)),
    ...forkFlaws(its),
    ...(await credentialFlaws(its)),
    ...(await suspensionFlaws(its)),
    ...(await listFlaws(its)),
    ...(await responseFlaws(its)),
    ...strayFlaws(its),
    ...(at ? futureFlaws(its, at) : []),
  ]
  const [first] = flaws
  if (!first) {
    return factOf(
      'bundle-coherent',
      'proved',
      'Everything in the bundle holds and is of this story.',
    )
  }
  const text = `${flaws.length} pieces of the bundle do not hold, the first: ${first.where} (${first.why}).`
  const data = { flaws: String(flaws.length), where: first.where, why: first.why }
  return factOf('bundle-coherent', 'contradicted', text, { data })
}

async function entryFlaws({ pieces, identify }: Case): Promise<Flaw[]> {
  const flaws = pieces.entries.map(async (piece, index) =>
    flawOf(`entry ${index + 1}`, await attempt(() => identify(piece))),
  )
  return (await Promise.all(flaws)).flat()
}

/** Each version may hold by itself: of two of one number, one at least was shown to somebody else. */
const forkFlaws = ({ pieces: { entries } }: Case): Flaw[] =>
  entries.flatMap((piece, index) =>
    entries.slice(0, index).some((other) => areForked(other, piece))
      ? [{ where: `entry ${index + 1}`, why: 'directory/entry' }]
      : [],
  )

async function credentialFlaws({ pieces, identify }: Case): Promise<Flaw[]> {
  const flaws = pieces.credentials.map(async ({ read, kid, claims }, index) => {
    const where = `credential ${index + 1}`
    const vouchers = withKey(pieces.entries, 'credentials', kid)
    const outcome = await byEntry(identify, vouchers, ({ entry }, { from }) =>
      verifyCredential(read, entry, laterOf(from, new Date(claims.validFrom))),
    )
    return flawOf(where, outcome)
  })
  return (await Promise.all(flaws)).flat()
}

async function suspensionFlaws({ pieces, identify }: Case): Promise<Flaw[]> {
  const flaws = pieces.suspensions.map(async ({ read, kid }, index) => {
    const vouchers = withKey(pieces.entries, 'operator', kid)
    const outcome = await byEntry(identify, vouchers, ({ entry }) => verifySuspension(read, entry))
    return flawOf(`suspension ${index + 1}`, outcome)
  })
  return (await Promise.all(flaws)).flat()
}

const withKey = (entries: Case['pieces']['entries'], purpose: KeyPurpose, kid: string) =>
  entries.flatMap((piece) =>
    piece.claims.keys
      .filter((key) => key.purpose === purpose && key.kid === kid)
      .map(({ notBefore }) => ({ piece, from: new Date(notBefore) })),
  )

/** Every list is one that an issuer of this story signed; else it would be passed over in silence. */
async function listFlaws({ bundle, pieces, trust }: Case): Promise<Flaw[]> {
  const lists = [
    ...bundle.revocationLists,
    ...(bundle.renewals ?? []).flatMap(({ revocationLists }) => revocationLists),
  ]
  if (lists.length === 0) return []
  const issuers = await knownIssuers(pieces.entries, trust)
  const flaws = lists.map(async (text, index) => {
    const list = await attempt(() => readRevocationList(text))
    const outcome = list.ok
      ? await firstOf(issuers, (issuer) => requireListOf(syntaxOf(issuer), list.value))
      : list
    return flawOf(`revocation list ${index + 1}`, outcome)
  })
  return (await Promise.all(flaws)).flat()
}

/** What is about something else, or rests on nothing. */
function strayFlaws({ bundle, pieces, header, history }: Case): Flaw[] {
  const flaws: Flaw[] = []
  const handoffs = pieces.translations.map(({ handoff }) => handoff.digest)
  const recipients = header.claims.recipients.map(({ authority }) => authority)
  for (const [index, { claims }] of pieces.receipts.entries()) {
    if (!recipients.includes(claims.recipient)) {
      flaws.push({ where: `receipt ${index + 1}`, why: 'evidence/receipt' })
    }
  }
  for (const [index, { piece, outcome }] of history.judged.entries()) {
    const { claims } = piece
    const isForeign =
      claims.about === 'package'
        ? claims.header !== header.digest
        : claims.about === 'handoff' && !handoffs.includes(claims.assignment)
    if (isForeign) flaws.push({ where: `evidence ${index + 1}`, why: 'evidence/chain' })
    else if (outcome) flaws.push(...flawOf(`evidence ${index + 1}`, outcome))
  }
  for (const [index, { handoff, acts, certified }] of pieces.translations.entries()) {
    const about = [...acts, ...(certified ? [certified] : [])].map(({ claims }) => claims)
    const isForeign = about.some(({ assignment }) => assignment !== handoff.digest)
    if (isForeign) flaws.push({ where: `hand-off ${index + 1}`, why: 'evidence/chain' })
  }
  if (!bundle.log && (bundle.timestamps.length > 0 || bundle.renewals || bundle.consistency)) {
    flaws.push({ where: 'time-stamps', why: 'proof/malformed' })
  }
  return flaws
}

/** What is stated for a time that has not come. */
const futureFlaws = ({ pieces }: Case, at: Date): Flaw[] =>
  pieces.evidence.flatMap(({ claims: { time } }, index) =>
    new Date(time).getTime() > at.getTime() + TOLERANCE_MS
      ? [{ where: `evidence ${index + 1}`, why: 'evidence/malformed' }]
      : [],
  )

const flawOf = (where: string, outcome: Outcome<unknown> | undefined): Flaw[] =>
  outcome?.ok ? [] : [{ where, why: outcome?.error.code ?? 'directory/key' }]
