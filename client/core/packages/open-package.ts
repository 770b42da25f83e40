import type { VerifiedEntry } from '#crypto/directory/verify-entry.js'
import type { PackageId } from '#crypto/fields/fields.js'
import type { Manifest, ManifestPart } from '#crypto/package/manifest.js'
import {
  openPackage as openSealed,
  type OpenedPackage,
  type OpenInput,
} from '#crypto/package/open-package.js'
import { verifyApprovals } from '#crypto/package/verify-approvals.js'
import type { PackageRecord } from '#server/contract/wire.js'
import { ClientError } from '../client-error.js'
import type { ContradictedClaim } from '../content/contradicted-claim.js'
import { checkRecord, type CheckedRecord } from '../proof/check-record.js'
import type { DocumentProgress } from './draft.js'
import { gatherEnvelope } from './gather-envelope.js'
import { openPart } from './open-part.js'
import { openedHere } from './opened-here.js'
import type { DocumentSink } from '../ports.js'
import { RelayProblem } from '../relay-problem.js'
import type { ServedCopy } from '../resealing/open-copy.js'
import { servedPart } from './served-part.js'
import type { Session } from '../session/session.js'

/** A package whose envelope was opened and whose every statement was verified. */
export type ReadPackage = {
  readonly record: CheckedRecord
  readonly wire: PackageRecord
  readonly opened: OpenedPackage
  readonly senderEntry: VerifiedEntry
  readonly manifest: Manifest
  /** Where the own authority has sealed its copy anew: what lies at the relay instead of what the header names. */
  readonly copy?: ServedCopy
}

/**
 * Fetches, decrypts and verifies a package without its documents: as recipient, or as sender one's own.
 *
 * @throws CryptoError `package/…`, `envelope/…`, ClientError `evidence-untrusted`,
 *   `directory-untrusted` when anything in it disagrees: do not act on such a package.
 */
export async function readPackage(session: Session, id: PackageId): Promise<ReadPackage> {
  const wire = await session.relay.call('readPackage', { params: { package: id } })
  return openRecord(session, wire, await checkRecord(session, wire, id))
}

/** The same for a record that was fetched and checked already. */
export async function openRecord(
  session: Session,
  wire: PackageRecord,
  record: CheckedRecord,
): Promise<ReadPackage> {
  const { officer, directory } = session
  const { payload } = record.header
  const { named: senderEntry, counting } = record.senderEntries
  await directory.requireLogged(senderEntry)
  await directory.requireLogged(record.header.credential)
  const at = new Date(record.submitted)
  const approvals = wire.approvals.map(({ approval, credential }) => ({
    statement: approval,
    credential,
  }))
  const revocations = await directory.revocations(payload.sender)
  const input = {
    header: wire.header,
    credential: wire.credential,
    approvals,
    senderEntry,
    own: {
      authority: officer.authority,
      keys: await session.vaultKeys(),
      entries: await directory.history(officer.authority),
    },
    at,
    revocations,
  }
  const { opened, copy } = await openServed(session, payload.package, input)
  // Of two versions the stricter policy counts: to name the earlier one is no way around the later.
  if (counting) await verifyApprovals(approvals, opened.header, counting, at, revocations)
  const { payload: manifest } = opened.manifest
  return { record, wire, opened, senderEntry, manifest, ...(copy && { copy }) }
}

/** As it was sent; or, where the relay says that there is one, the copy that the own authority has sealed anew. */
async function openServed(
  session: Session,
  id: PackageId,
  input: Omit<OpenInput, 'envelope'>,
): Promise<{ readonly opened: OpenedPackage; readonly copy?: ServedCopy }> {
  try {
    const octets = session.relay.download('downloadEnvelope', { params: { package: id } })
    const envelope = await gatherEnvelope(octets)
    return { opened: await openSealed({ ...input, envelope }) }
  } catch (error) {
    if (!(error instanceof RelayProblem) || error.code !== 'content-resealed') throw error
    // Few packages are, and a page is small for as long as it does without.
    const { openCopy } = await import('../resealing/open-copy.js')
    return openCopy(session, id, input)
  }
}

/** A document that was opened and verified. */
export type OpenedDocument = {
  readonly part: ManifestPart
  /** What the sender said of it that its octets contradict. */
  readonly contradicted: ContradictedClaim | undefined
  /** Something of this machine has said so: it is what was sent, and was not handed out. */
  readonly isMalicious: boolean
}

/**
 * Downloads, decrypts and verifies every document of a package into sinks, and remembers each one that
 * was verified: only those may be named so in a receipt. One that is found malicious was verified before, keeps no
 * other from being opened, and is not handed out.
 */
export async function openDocuments(
  session: Session,
  read: ReadPackage,
  sinkFor: (part: ManifestPart) => Promise<DocumentSink>,
  onProgress?: DocumentProgress,
): Promise<readonly OpenedDocument[]> {
  const { platform } = session
  const { record, opened, manifest } = read
  const { header } = record
  const before = await openedHere(session, { record, opened })
  const verified = new Set<string>(before.verified)
  const contradicting = new Set<string>(before.contradicted)
  const malicious = new Set<string>(before.malicious)
  const documents: OpenedDocument[] = []

  for (const part of manifest.parts) {
    const { octets, expected } = servedPart(session, read, part)
    const opening = openPart(
      octets,
      expected,
      await sinkFor(part),
      (length) => platform.digester(length),
      (done) => onProgress?.(part.name, done, part.length),
    )
    const document = await opening.then(
      (contradicted) => ({ part, contradicted, isMalicious: false }),
      (error: unknown) => withheld(part, error),
    )
    documents.push(document)
    verified.add(part.part)
    if (document.contradicted !== undefined) contradicting.add(part.part)
    if (document.isMalicious) malicious.add(part.part)
    else malicious.delete(part.part)
    await platform.opened.record(header.digest, {
      manifest: opened.manifest.digest,
      verified: [...verified],
      contradicted: [...contradicting],
      malicious: [...malicious],
    })
  }
  return documents
}

function withheld(part: ManifestPart, error: unknown): OpenedDocument {
  const isMalicious = error instanceof ClientError && error.code === 'document-malicious'
  if (!isMalicious) throw error
  return { part, contradicted: undefined, isMalicious }
}
