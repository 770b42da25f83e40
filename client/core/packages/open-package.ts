import { fromUtf8 } from '#crypto/bytes/bytes.js'
import type { VerifiedEntry } from '#crypto/directory/verify-entry.js'
import { MAX_ENVELOPE_BYTES } from '#crypto/envelope/read-envelope.js'
import { CryptoError } from '#crypto/errors.js'
import type { PackageId } from '#crypto/fields/fields.js'
import type { Manifest, ManifestPart } from '#crypto/package/manifest.js'
import { openPackage as openSealed, type OpenedPackage } from '#crypto/package/open-package.js'
import type { PackageRecord } from '#server/contract/wire.js'
import { ClientError } from '../client-error.js'
import type { ContradictedClaim } from '../content/contradicted-claim.js'
import { checkRecord, type CheckedRecord } from '../proof/check-record.js'
import type { DocumentProgress } from './draft.js'
import { gatherOctets } from './gather-octets.js'
import { openPart } from './open-part.js'
import { openedHere } from './opened-here.js'
import type { DocumentSink } from '../ports.js'
import type { Session } from '../session/session.js'

/** A package whose envelope was opened and whose every statement was verified. */
export type ReadPackage = {
  readonly record: CheckedRecord
  readonly wire: PackageRecord
  readonly opened: OpenedPackage
  readonly senderEntry: VerifiedEntry
  readonly manifest: Manifest
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
  const { relay, officer, directory } = session
  const { payload } = record.header
  const senderEntry = await directory.version(payload.sender, payload.senderEntry)
  await directory.requireLogged(senderEntry)
  await directory.requireLogged(record.header.credential)
  const params = { package: payload.package }
  const envelope = await gatherOctets(
    relay.download('downloadEnvelope', { params }),
    MAX_ENVELOPE_BYTES,
  )
  const opened = await openSealed({
    header: wire.header,
    envelope: textOf(envelope),
    credential: wire.credential,
    approvals: wire.approvals.map(({ approval, credential }) => ({
      statement: approval,
      credential,
    })),
    senderEntry,
    own: {
      authority: officer.authority,
      keys: await session.vaultKeys(),
      entries: await directory.history(officer.authority),
    },
    at: new Date(record.submitted),
    revocations: await directory.revocations(payload.sender),
  })
  return { record, wire, opened, senderEntry, manifest: opened.manifest.payload }
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
  { record, opened, manifest }: ReadPackage,
  sinkFor: (part: ManifestPart) => Promise<DocumentSink>,
  onProgress?: DocumentProgress,
): Promise<readonly OpenedDocument[]> {
  const { relay, platform } = session
  const { header } = record
  const before = await openedHere(session, { record, opened })
  const verified = new Set<string>(before.verified)
  const contradicting = new Set<string>(before.contradicted)
  const malicious = new Set<string>(before.malicious)
  const documents: OpenedDocument[] = []

  for (const part of manifest.parts) {
    const sealed = header.payload.parts.find((candidate) => candidate.part === part.part)
    if (sealed === undefined) throw new TypeError('openPackage has matched the parts')
    const sink = await sinkFor(part)
    const params = { package: manifest.package, part: part.part }
    const opening = openPart(
      relay.download('downloadPart', { params }),
      { package: manifest.package, manifest: part, sealed },
      sink,
      (length) => platform.digester(length),
      (octets) => onProgress?.(part.name, octets, part.length),
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

function textOf(octets: Uint8Array): string {
  try {
    return fromUtf8(octets)
  } catch (cause) {
    throw new CryptoError('package/envelope', 'the envelope is no text', { cause })
  }
}
