import { digestOf } from '#crypto/bytes/sha256.js'
import type { AuthorityId, PackageId } from '#crypto/fields/fields.js'
import { type DisclosedPart, disclosePart } from '#crypto/package/commit-part.js'
import type { Manifest } from '#crypto/package/manifest.js'
import { assembleBundle } from '#crypto/proof/assemble-bundle.js'
import type { Disclosure } from '#crypto/proof/bundle.js'
import type { Verdict } from '#crypto/proof/fact.js'
import { serialiseBundle } from '#crypto/proof/serialise-bundle.js'
import { verifyBundle } from '#crypto/proof/verify-bundle.js'
import type { VerifiedStatement } from '#crypto/statement/verify-statement.js'
import type { ProofMaterial } from '#server/contract/wire.js'
import { untrusted } from './check-evidence.js'
import { checkRecord, type CheckedRecord } from './check-record.js'
import { ClientError } from '../client-error.js'
import { withAbsences } from './with-absences.js'
import { isContentDeleted } from '../packages/is-content-deleted.js'
import { openRecord } from '../packages/open-package.js'
import { certifiedItems } from '../translation/certified-items.js'
import type { OpenHandoff } from '../translation/read-handoff.js'
import { leavesCovering, leavesUnder, translationProof } from '../translation/translation-proof.js'
import type { Session } from '../session/session.js'
import { silentRecipients } from '../packages/silent-recipients.js'

export type ExportedProof = {
  /** The `.rogatory-proof` file. */
  readonly octets: Uint8Array<ArrayBuffer>
  readonly verdict: Verdict
}

export type ProofOptions = {
  /** Disclose the manifest, so that documents can be matched; else only what ties receipt to header. */
  readonly discloseManifest?: boolean
  /** Disclose only these parts, by id or file name: neither the form, nor other parts, nor any key. */
  readonly discloseParts?: readonly string[]
  /**
   * Have the relay state that these recipients' receipts are not in its log; `unanswered` is everybody
   * whose receipt is not here.
   */
  readonly absentFrom?: readonly AuthorityId[] | 'unanswered'
  /** Hand-offs of its documents to translators: who had them, who certified what; their parts are disclosed. */
  readonly translations?: readonly OpenHandoff[]
  /** How long to wait for checkpoint and time-stamp, and for the witnesses of the trust list. */
  readonly withinMs: number
  readonly onWaiting?: (what: 'checkpoint' | 'time-stamp' | 'witnesses') => void
}

const POLL_MS = 500

/**
 * Exports the proof bundle of a package and verifies it before handing it out: whoever receives it
 * later sees what is seen here. Of content that the relay has deleted nothing is disclosed, so that what ties
 * receipts to it stays unproved. Witnesses that stay away are waited for, and then gone without.
 *
 * @throws {@link ClientError} `proof-pending` when checkpoint or time-stamp have not come in time;
 *   `evidence-untrusted`; and as `readPackage`.
 */
export async function exportProof(
  session: Session,
  id: PackageId,
  options: ProofOptions,
): Promise<ExportedProof> {
  const until = performance.now() + options.withinMs
  for (;;) {
    const proof = await proofOf(session, id, options)
    const isWitnessed = proof.verdict.facts.every(
      ({ fact, standing }) => fact !== 'checkpoint-witnessed' || standing !== 'unproved',
    )
    if (isWitnessed || performance.now() > until) return proof
    options.onWaiting?.('witnesses')
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
}

async function proofOf(session: Session, id: PackageId, options: ProofOptions) {
  const translated = await translationProof(session, options.translations ?? [])
  const material = await settledMaterial(session, id, { ...options, required: translated.required })
  const { record, manifest } = await recordWithManifest(session, id)
  if ((await digestOf(material.record.header)) !== record.header.digest) {
    throw untrusted('the relay hands out the proof of another package')
  }
  const disclosure = await disclosed(manifest, options)
  const asked = absentRecipients(record, options.absentFrom ?? [])
  const { translations, required } = translated
  const assembled = await assembleBundle(
    {
      ...material,
      translations,
      entries: [
        ...material.entries,
        ...translated.entries,
        ...(await countingEntries(session, record)),
      ],
      credentials: [...material.credentials, ...translated.credentials],
      revocations: [...material.revocations, ...translated.revocations],
      leaves: [
        ...material.leaves,
        ...(await leavesUnder(session, material.checkpoint ?? '', required)),
      ],
    },
    disclosure,
  )
  const bundle = await withAbsences(session, id, assembled, asked)
  return {
    octets: serialiseBundle(bundle),
    verdict: await verifyBundle(bundle, session.trust, { at: session.platform.now() }),
  }
}

/**
 * The versions of the parties' entries that counted whenever something happened. They may have taken back what earlier
 * ones say, and a relay in league with a thief would leave them out.
 */
async function countingEntries(
  { directory }: Session,
  { header, evidence, states }: CheckedRecord,
): Promise<readonly string[]> {
  const parties = [header.payload.sender, ...states.keys()]
  const times = new Set(evidence.map(({ payload }) => payload.time))
  const entries = new Set<string>()
  for (const authority of parties) {
    for (const time of times) {
      entries.add((await directory.at(authority, new Date(time))).statement)
    }
  }
  return [...entries]
}

/** Record and manifest; no manifest where the relay states that the content is deleted. */
async function recordWithManifest(session: Session, id: PackageId) {
  const wire = await session.relay.call('readPackage', { params: { package: id } })
  const record = await checkRecord(session, wire, id)
  if (isContentDeleted(record)) return { record }
  return { record, manifest: (await openRecord(session, wire, record)).opened.manifest }
}

/** @throws {@link ClientError} `usage` if something is to be disclosed of what is deleted. */
async function disclosed(
  manifest: VerifiedStatement<Manifest> | undefined,
  { discloseManifest, discloseParts = [], translations = [] }: ProofOptions,
): Promise<Disclosure | undefined> {
  if (manifest === undefined) {
    if (discloseManifest !== true && discloseParts.length === 0) return undefined
    throw new ClientError(
      'usage',
      'the relay has deleted the content: nothing of it can be disclosed',
      'Export the proof without it, or use one that was exported before.',
    )
  }
  const named = certifiedItems(translations)
  const parts = distinct([
    ...chosenParts(manifest.payload, discloseParts),
    ...manifest.payload.parts.filter(({ digest }) => named.has(digest)).map(disclosePart),
  ])
  return {
    salt: manifest.payload.salt,
    manifestDigest: await digestOf(manifest.statement),
    ...(discloseManifest === true && { manifest: manifest.statement }),
    ...(parts.length > 0 && { parts }),
  }
}

/** @throws {@link ClientError} `usage` when everybody has handed in a receipt. */
function absentRecipients(
  { states }: CheckedRecord,
  wanted: readonly AuthorityId[] | 'unanswered',
): readonly AuthorityId[] {
  if (wanted !== 'unanswered') return [...new Set(wanted)]
  const silent = silentRecipients(states)
  if (silent.length > 0) return silent
  throw new ClientError(
    'usage',
    'every recipient has handed in a receipt: there is no absence to state',
    'Export the proof itself: rogatory proof export',
  )
}

/** @throws {@link ClientError} `usage` for a word that names no part, or more than one. */
function chosenParts({ parts }: Manifest, words: readonly string[]): DisclosedPart[] {
  return [...new Set(words)].map((word) => {
    const [part, another] = parts.filter(({ part: id, name }) => id === word || name === word)
    if (part && !another) return disclosePart(part)
    throw new ClientError(
      'usage',
      part ? `several parts are called ${word}` : `no part of this package is called ${word}`,
      `Name a part by its id: ${parts.map(({ part: id, name }) => `${id} (${name})`).join(', ')}`,
    )
  })
}

/** A part that was asked for twice is disclosed once. */
const distinct = (parts: readonly DisclosedPart[]): DisclosedPart[] => [
  ...new Map(parts.map((part) => [part.part, part])).values(),
]

async function settledMaterial(
  session: Session,
  id: PackageId,
  { withinMs, onWaiting, required }: ProofOptions & { readonly required: readonly string[] },
): Promise<ProofMaterial> {
  const until = performance.now() + withinMs
  for (;;) {
    const covering = await leavesCovering(session, required)
    const query = { covering: covering ?? 0 }
    const material = await session.relay.call('readProof', { params: { package: id }, query })
    const waiting = covering === undefined ? 'checkpoint' : waitingFor(material)
    if (waiting === undefined) return material
    if (performance.now() > until) {
      throw new ClientError(
        'proof-pending',
        `the ${waiting} that covers this package is not there yet`,
        'Ask again in a minute; nothing is lost.',
      )
    }
    onWaiting?.(waiting)
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
}

function waitingFor(material: ProofMaterial): 'checkpoint' | 'time-stamp' | undefined {
  if (material.checkpoint === null || material.pending.length > 0) return 'checkpoint'
  return material.stampPending ? 'time-stamp' : undefined
}
