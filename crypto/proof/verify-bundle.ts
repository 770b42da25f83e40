/**
 * The verifier: from a proof bundle, a trust list and perhaps documents to a list of facts.
 *
 * A pure function: no network, no clock, no file. It takes nothing from the bundle as given; what a
 * statement says of itself only tells what to verify it against.
 *
 * @packageDocumentation
 */
import type { TrustList } from '../directory/trust-list.js'
import { packageState, type PackageState } from '../evidence/package-state.js'
import type { AuthorityId } from '../fields/fields.js'
import type { Header } from '../package/header.js'
import type { Checkpoint } from '../transparency/checkpoint.js'
import type { ProofBundle } from './bundle.js'
import type { Case } from './case.js'
import { doubtsOf } from './doubt.js'
import { knownVersions } from './entry-versions.js'
import { type Clocks, type Fact, factOf, type Verdict } from './fact.js'
import { type History, judgeHistory } from './history.js'
import { identifier } from './identify.js'
import { judgeAbsences } from './judge/judge-absences.js'
import { judgeCheckpoint, openBundled } from './judge/judge-checkpoint.js'
import { judgeClocks } from './judge/judge-clocks.js'
import { judgeCoherence } from './judge/judge-coherence.js'
import { judgeDelivery } from './judge/judge-delivery.js'
import { judgeDisclosure } from './judge/judge-disclosure.js'
import { type DocumentClaim, judgeDocuments } from './judge/judge-documents.js'
import { judgeLeaves } from './judge/judge-leaves.js'
import { judgeRelay } from './judge/judge-relay.js'
import { judgeRevocations } from './judge/judge-revocations.js'
import { judgeSubmission } from './judge/judge-submission.js'
import { judgeTimestamps } from './judge/judge-timestamps.js'
import { judgeTranslations } from './judge/judge-translations.js'
import { logSigners, newestOf } from './log-signers.js'
import { judgeWitnesses, knownWitnesses } from './judge/judge-witnesses.js'
import { type Piece, type Pieces, readPieces } from './pieces.js'
import { withUnlisted } from './unlisted-witnesses.js'

export type VerifyOptions = {
  /** Held against the bundle by length and digest. */
  readonly documents?: readonly DocumentClaim[]
  /**
   * The verifier's own clock: refuses evidence from the future, and takes no time-stamp at its word whose
   * certificate has run out since without a renewal.
   */
  readonly at?: Date
}

/**
 * Verifies a proof bundle: who sent what to whom, what the relay observed, what the recipient signed, and
 * since when it is attested.
 *
 * Never throws for what is in the bundle: what is false is a fact with the standing `contradicted`.
 *
 * @param bundle - from {@link parseBundle}.
 * @throws {@link CryptoError} `directory/trust` if a root of the trust list is none.
 *
 * @example
 * ```ts
 * const { verdict, facts } = await verifyBundle(parseBundle(octets), trust)
 * ```
 */
export async function verifyBundle(
  bundle: ProofBundle,
  trust: TrustList,
  { documents = [], at }: VerifyOptions = {},
): Promise<Verdict> {
  const pieces = await readPieces(bundle)
  const [header] = pieces.headers
  if (!header) return unreadable(pieces)
  const identify = identifier(trust, bundle)
  const history = await judgeHistory(pieces, identify)
  const [log, revocations, versions, relays] = await Promise.all([
    judgeLog(bundle, trust, { pieces, history, identify, at }),
    judgeRevocations(pieces, identify, history),
    knownVersions('authority', pieces, identify, history),
    knownVersions('relay', pieces, identify, history),
  ])
  const { shown, logged } = log
  const doubts = await doubtsOf(history, { pieces, identify, versions: relays, logged, shown })
  const its: Case = {
    bundle,
    trust,
    pieces,
    header,
    history,
    identify,
    revocations: revocations.known,
    versions,
    relays,
    existed: log.existed,
    shown,
    doubtOf: (evidence) => doubts.get(evidence),
  }
  const [story, coherence] = await Promise.all([
    judgeStory(its, documents),
    judgeCoherence(its, [...pieces.flaws, ...revocations.flaws], at),
  ])
  const absences = await judgeAbsences(its, log, story)
  const facts = [...story, ...log.facts, ...absences, ...judgeClocks(its, log.facts), coherence]
  return { ...verdictOf(facts), ...partiesOf(header, history) }
}

/** The package's own story: relay, submission, deliveries, receipts, documents. */
async function judgeStory(its: Case, documents: readonly DocumentClaim[]): Promise<Fact[]> {
  const relay = await judgeRelay(its)
  const submission = await judgeSubmission(its)
  const disclosure = await judgeDisclosure(its, submission.header)
  const recipients = submission.isRejected ? [] : its.header.claims.recipients
  const deliveries = await Promise.all(
    recipients.map((recipient) => judgeDelivery(its, recipient, disclosure)),
  )
  const receipts = deliveries.flatMap((delivery) => delivery.receipts)
  const translations = await judgeTranslations(its, { disclosure, receipts, documents })
  // A translation need not have been sent in the package.
  const sent = documents.filter(
    ({ digest }) =>
      !translations.targets.has(digest) || disclosure.parts.some((part) => part.digest === digest),
  )
  return [
    ...submission.facts,
    ...relay,
    ...deliveries.flatMap(({ facts }) => facts),
    ...disclosure.facts,
    ...judgeDocuments(sent, disclosure, receipts),
    ...translations.facts,
  ]
}

async function judgeLog(
  bundle: ProofBundle,
  trust: TrustList,
  judged: Pick<Case, 'pieces' | 'history' | 'identify'> & { readonly at: Date | undefined },
) {
  const { pieces, history, at } = judged
  const offered = new Set(bundle.log?.leaves.map(({ digest }) => digest))
  const signers = await logSigners(trust, { ...judged, leaves: offered })
  const { facts: signed, checkpoint } = await judgeCheckpoint(bundle, signers)
  const leaves = await judgeLeaves(bundle, pieces, checkpoint)
  const newest = newestOf(history, leaves.logged)
  const operator = history.issuer
  const stamps = await judgeTimestamps(bundle, trust, { newest, operator, at })
  const open = (note: string) => openBundled(note, signers)
  const witnesses = await judgeWitnesses(bundle, trust, { checkpoint, open, newest })
  const clocks: Pick<Clocks, 'attested' | 'witnessed'> = {
    ...(stamps.attested && { attested: stamps.attested.toISOString() }),
    ...(witnesses.witnessed && { witnessed: witnesses.witnessed.toISOString() }),
  }
  const existed = (digest: string) => (leaves.logged.has(digest) ? clocks : {})
  const facts = await tellUnlisted([...signed, ...witnesses.facts], bundle, { trust, checkpoint })
  return {
    facts: [...facts, leaves.fact, ...stamps.facts],
    existed,
    checkpoint,
    open,
    logged: leaves.logged,
    shown: earlierOf(stamps.independent, witnesses.witnessed),
    stamps: stamps.judging,
    moment: { ...stamps.renewed, now: at },
  }
}

/** Without a time-stamp of somebody else nothing is measured: the quorum may have come years later. */
const earlierOf = (attested: Date | undefined, witnessed: Date | undefined): Date | undefined =>
  attested && witnessed && witnessed < attested ? witnessed : attested

/** Beside what is said of witnesses, else of the checkpoint. */
async function tellUnlisted(
  facts: readonly Fact[],
  bundle: ProofBundle,
  { trust, checkpoint }: Pick<Case, 'trust'> & { readonly checkpoint: Checkpoint | undefined },
): Promise<readonly Fact[]> {
  if (!checkpoint) return facts
  const { origin } = checkpoint
  const listed = (await knownWitnesses(trust)).map(({ key }) => key)
  const place =
    facts.find(({ fact }) => fact === 'checkpoint-witnessed') ??
    facts.find(({ fact }) => fact === 'checkpoint-signed')
  if (!place) return facts
  const told = await withUnlisted(place, bundle, { origin, listed })
  return facts.map((one) => (one === place ? told : one))
}

function verdictOf(facts: readonly Fact[]): Pick<Verdict, 'verdict' | 'facts'> {
  const has = (standing: Fact['standing']) => facts.some((fact) => fact.standing === standing)
  if (has('contradicted')) return { verdict: 'contradicted', facts }
  return { verdict: has('claimed') || has('unproved') ? 'incomplete' : 'proved', facts }
}

type Parties = Pick<Verdict, 'package' | 'header' | 'sender' | 'recipients'>

function partiesOf({ claims, digest }: Piece<Header>, { chain }: History): Parties {
  const stateOf = (authority: AuthorityId): { state?: PackageState } =>
    chain?.ok && chain.value.every((evidence) => evidence.header === digest)
      ? { state: packageState(chain.value, authority).state }
      : {}
  const recipients = claims.recipients.map(({ authority }) => ({
    authority,
    ...stateOf(authority),
  }))
  return { package: claims.package, header: digest, sender: claims.sender, recipients }
}

function unreadable({ flaws }: Pieces): Verdict {
  const why = flaws.find(({ where }) => where.startsWith('header'))?.why ?? 'statement/malformed'
  const text = `The header of the package cannot be read (${why}), so nothing else can be judged.`
  return {
    ...verdictOf([factOf('header-signed', 'contradicted', text, { data: { code: why } })]),
    recipients: [],
  }
}

export type { DocumentClaim }
