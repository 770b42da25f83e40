import { fromBase64, toUtf8 } from '../../bytes/bytes.js'
import { CryptoError } from '../../errors.js'
import type { Absence } from '../../evidence/absence.js'
import { verifyAbsence } from '../../evidence/verify-absence.js'
import type { Checkpoint } from '../../transparency/checkpoint.js'
import { verifyConsistency } from '../../transparency/consistency.js'
import { againstAbsence, type Counter } from '../compare/against-absence.js'
import { attempt, type Outcome } from '../attempt.js'
import { attestorOf, heldTokens, type Judging, type TokenMoment } from '../attestor.js'
import type { BundledAbsence } from '../bundle.js'
import { byEntry } from '../by-entry.js'
import type { Case } from '../case.js'
import { type Doubt, doubtOfEntry, inDoubt } from '../doubt.js'
import { type Attestor, type Fact, factOf } from '../fact.js'
import { relayVouchers } from '../history.js'
import type { Identified } from '../identify.js'
import { tellingOf } from './judge-timestamps.js'
import { judgeWitnesses } from './judge-witnesses.js'
import type { Piece } from '../pieces.js'
import { isSuperseded } from '../superseded-key.js'

/** What the log of the bundle came to. */
export type AbsenceLog = {
  readonly checkpoint: Checkpoint | undefined
  /** Opens another checkpoint by the keys of the log. */
  readonly open: (note: string) => Promise<Outcome<Checkpoint> | undefined>
  /** Digests of statements that stand in it. */
  readonly logged: ReadonlySet<string>
  readonly stamps: Judging
  /** Since when a renewal attests the tokens; the verifier's clock. */
  readonly moment: TokenMoment
}

/**
 * What statements of absence come to: whether the relay made them, of a checkpoint of its log that is
 * joined with the bundle's, and whether what the bundle itself shows of the log speaks against them.
 *
 * That something is *not* among the leaves nobody can show without all of them, so at best it is
 * claimed: by a relay that a leaf with a smaller index would convict.
 *
 * @param story - facts about the package, receipts among them.
 */
export async function judgeAbsences(
  its: Case,
  log: AbsenceLog,
  story: readonly Fact[],
): Promise<readonly Fact[]> {
  const facts: Fact[] = []
  for (const bundled of its.bundle.absences ?? []) {
    const piece = its.pieces.absences.find(({ statement }) => statement === bundled.statement)
    // One that cannot be read is a flaw of the bundle.
    if (piece) facts.push(...(await judgeAbsence(its, log, { bundled, piece, story })))
  }
  return facts
}

type Offered = {
  readonly bundled: BundledAbsence
  readonly piece: Piece<Absence>
  readonly story: readonly Fact[]
}

async function judgeAbsence(its: Case, log: AbsenceLog, { bundled, piece, story }: Offered) {
  const { claims, digest } = piece
  const { recipient, issuer } = claims
  const say = (standing: Fact['standing'], text: string, data: Fact['data'] = {}) => [
    factOf('absence-stated', standing, text, {
      statement: digest,
      data: { recipient, issuer, ...data },
    }),
  ]
  const signed = await byEntry(
    its.identify,
    relayVouchers(piece, its.pieces.entries),
    async (by) => {
      await verifyAbsence(piece.read, by.entry)
      return by
    },
  )
  if (!signed) {
    return say(
      'unproved',
      'The entry of the relay that signed the statement of absence is not here.',
    )
  }
  const opened = signed.ok ? await log.open(claims.checkpoint) : signed
  if (!opened) return say('unproved', 'The key of the log in a statement of absence is not known.')
  const outcome = await attempt(async () => {
    if (!opened.ok) throw opened.error
    await requireOurs(its, log, { bundled, piece, of: opened.value })
    return opened.value
  })
  if (!outcome.ok) {
    const { code, message } = outcome.error
    return say('contradicted', `A statement of absence does not hold: ${message}.`, { code })
  }
  const { origin, size } = outcome.value
  const clocks = await clocksOf(its, log, bundled, {
    checkpoint: outcome.value,
    note: claims.checkpoint,
  })
  if (clocks instanceof CryptoError) {
    const text = `What is to show when the checkpoint of a statement of absence existed is false: ${clocks.message}.`
    return say('contradicted', text, { code: clocks.code })
  }
  const data = { recipient, issuer, origin, size: String(size) }
  const stated = `no receipt of ${recipient} is among the first ${size} entries of ${origin}`
  const { attested, witnessed, attestors } = clocks
  const telling = tellingOf(attestors)
  const fact = factOf('absence-stated', 'proved', `The relay ${issuer} signed that ${stated}.`, {
    statement: digest,
    data: { ...data, ...(telling && { kind: telling.kind }), ...listOf(claims) },
    clocks: {
      observed: claims.time,
      ...(attested !== undefined && { attested }),
      ...(witnessed && { witnessed: witnessed.toISOString() }),
    },
    ...(attestors.length > 0 && { attestors }),
  })
  return [
    inDoubt(fact, doubtOf(its, piece, signed)),
    absent(piece, data, countersIn(its, log, claims, story), stated),
  ]
}

const doubtOf = (
  { relays }: Case,
  piece: Piece<Absence>,
  signed: Outcome<Identified>,
): Doubt | undefined =>
  (signed.ok ? doubtOfEntry(signed.value) : undefined) ??
  (isSuperseded(piece, relays, new Date(piece.claims.time)) ? 'relay-superseded' : undefined)

const listOf = ({ evidence }: Absence) => ({
  evidence: evidence.map(({ code }) => code).join(' ') || '–',
})

/** It is about this package and recipient, of our log, and does not list what its tree cannot hold. */
async function requireOurs(
  { header }: Case,
  { checkpoint }: AbsenceLog,
  { bundled, piece: { claims }, of }: Omit<Offered, 'story'> & { readonly of: Checkpoint },
): Promise<void> {
  const { package: id, sender, recipients } = header.claims
  if (claims.header !== header.digest || claims.package !== id || claims.sender !== sender) {
    throw new CryptoError('evidence/chain', 'it is about another package')
  }
  if (!recipients.some(({ authority }) => authority === claims.recipient)) {
    throw new CryptoError('evidence/receipt', 'the package was not sent to that recipient')
  }
  if (claims.evidence.some(({ index }) => index >= of.size)) {
    throw new CryptoError('evidence/malformed', 'it lists what its tree cannot hold')
  }
  if (!checkpoint) return
  if (checkpoint.origin !== of.origin) {
    throw new CryptoError('transparency/note', 'its checkpoint is of another log')
  }
  const [from, to] = checkpoint.size <= of.size ? [checkpoint, of] : [of, checkpoint]
  await verifyConsistency({
    fromSize: from.size,
    fromRoot: from.root,
    toSize: to.size,
    toRoot: to.root,
    path: bundled.path.map(fromBase64),
  })
}

type ReadClocks = {
  readonly attested: string | undefined
  readonly witnessed: Date | undefined
  readonly attestors: readonly Attestor[]
}

async function clocksOf(
  { trust }: Case,
  { open, stamps, moment }: AbsenceLog,
  { timestamps, witnessed }: BundledAbsence,
  { checkpoint, note }: { readonly checkpoint: Checkpoint; readonly note: string },
): Promise<ReadClocks | CryptoError> {
  const held = await heldTokens(timestamps, { data: toUtf8(note), renewal: 0 }, trust)
  if (held instanceof CryptoError) return held
  const attestors = await Promise.all(held.map((token) => attestorOf(token, moment, stamps)))
  const first = tellingOf(attestors)
  const seen = await judgeWitnesses({ witnessed }, trust, { checkpoint, open, newest: undefined })
  const [falsehood] = seen.facts.filter(({ standing }) => standing === 'contradicted')
  if (falsehood) return new CryptoError('transparency/root-mismatch', falsehood.text)
  return { attested: first?.at, witnessed: seen.witnessed, attestors }
}

function countersIn(
  { bundle, pieces, history }: Case,
  { logged }: AbsenceLog,
  claims: Absence,
  facts: readonly Fact[],
): readonly Counter[] {
  const shown = againstAbsence(claims, { log: bundle.log, pieces, history, facts })
  return shown.filter(({ digest }) => logged.has(digest))
}

function absent(
  { digest }: Piece<Absence>,
  data: Fact['data'] & { readonly size: string },
  counters: readonly Counter[],
  stated: string,
): Fact {
  const size = Number(data.size)
  const [counter] = counters.filter(({ index }) => index < size)
  if (counter) {
    const { what, code, index } = counter
    const text = `The relay signed that ${stated}, but entry ${index} of it is ${what} ${code} about that recipient.`
    const shown = { index: String(index), what, code, counter: counter.digest }
    return factOf('receipt-absent', 'contradicted', text, {
      statement: digest,
      data: { ...data, ...shown },
    })
  }
  const [later] = counters.filter(({ what }) => what === 'receipt')
  const after = later ? ` A receipt came later, as entry ${later.index}.` : ''
  const text = `That ${stated} is the relay’s word; nothing here speaks against it.${after}`
  const details = {
    statement: digest,
    data: { ...data, ...(later && { later: String(later.index) }) },
  }
  return factOf('receipt-absent', 'claimed', text, details)
}
