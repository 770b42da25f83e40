import type { AuthorityId, PackageId } from '#crypto/fields/fields.js'
import type { TransferApproval } from '../../case/register/register-entry.js'
import { currentTemplate } from '../../templates/catalogue.js'
import { equivalentOf } from '../../templates/marks/equivalent-of.js'
import { onwardRule } from '../../templates/marks/onward-rule.js'
import { ClientError } from '../client-error.js'
import type { Draft } from '../draft.js'
import { documentOf } from '../drafting/document-of.js'
import { exportProof, type ProofOptions } from '../export-proof.js'
import { loadCase, manifestIn } from '../load-case.js'
import type { ReadPackage } from '../open-package.js'
import type { DocumentSource } from '../ports.js'
import type { Session } from '../session.js'
import {
  APPROVAL_PROOF,
  ORIGINAL_PROOF,
  PROOF_MEDIA_TYPE,
  REDIRECTION_PROOF,
} from './proof-documents.js'

export type WantedForward = Pick<ProofOptions, 'withinMs' | 'onWaiting'> & {
  readonly to: AuthorityId
  readonly reasons: string
  /** The documents of the package, as they were opened. */
  readonly documents: readonly DocumentSource[]
}

/**
 * The draft by which a package is passed on to a further authority: its documents, octet for octet, and its
 * proof bundle with the manifest, so that the recipient need not take our word for any of it. It keeps the
 * marks of the original. Where we have redirected the request to that authority, the proof of that goes
 * with it: then it can answer the request in its own right.
 *
 * @throws ClientError `transfer-unapproved` while the marks want the sender's leave and the register of
 *   the case has none; `draft-documents` if the documents are others; and as `exportProof`.
 */
export async function forwardDraft(
  session: Session,
  read: ReadPackage,
  wanted: WantedForward,
): Promise<Draft> {
  const { manifest, record, senderEntry } = read
  const { to, reasons, documents, ...waiting } = wanted
  const approval = await requireApproved(session, read, to)
  await requireWhole(session, read, documents)
  const redirection = await redirectionTo(session, read, to)
  const proofs = [await proofOf(session, manifest.package, ORIGINAL_PROOF, waiting)]
  if (approval) proofs.push(await proofOf(session, approval.package, APPROVAL_PROOF, waiting))
  if (redirection) proofs.push(await proofOf(session, redirection, REDIRECTION_PROOF, waiting))

  const own = await session.directory.current(session.officer.authority)
  const { classification } = manifest.marks
  const kept =
    classification === null
      ? null
      : (equivalentOf(classification, senderEntry.payload, own.payload).mark ?? classification)
  return {
    to: [to],
    case: manifest.case,
    template: { id: 'forwarding', version: currentTemplate('forwarding')?.version ?? 1 },
    form: {
      originalPackage: manifest.package,
      originalHeader: record.header.digest,
      originalSender: manifest.sender,
      ...(approval && { approval: approval.package }),
      reasons,
    },
    documents: [...documents, ...proofs],
    urgency: record.header.payload.urgency,
    marks: { ...manifest.marks, classification: kept },
  }
}

/** The leave of whoever sent it, where its marks ask for one. */
async function requireApproved(
  session: Session,
  { manifest, senderEntry }: ReadPackage,
  to: AuthorityId,
): Promise<TransferApproval | undefined> {
  const own = session.officer.authority
  // What we sent ourselves is ours to pass on.
  if (manifest.sender === own) return undefined
  const { payload: recipient } = await session.directory.current(to)
  if (onwardRule(manifest.marks, senderEntry.payload, recipient.state) === 'allowed')
    return undefined
  const { register } = await loadCase(session, manifest.case)
  const today = session.platform.now().toISOString().slice(0, 10)
  const approval = register.approvals.find(
    (one) =>
      one.of === manifest.package &&
      one.to === to &&
      one.by === manifest.sender &&
      one.givenTo === own &&
      (one.until === null || one.until >= today),
  )
  if (approval !== undefined) return approval
  throw new ClientError(
    'transfer-unapproved',
    `the marks of the package want ${manifest.sender}’s leave before it goes to ${to}, and the register has none`,
    `Ask for it: rogatory answer ${manifest.package} --template transfer-request`,
  )
}

/** The package by which we redirected a request there, if that counts in the case. */
async function redirectionTo(
  session: Session,
  { manifest, record }: ReadPackage,
  to: AuthorityId,
): Promise<PackageId | undefined> {
  const loaded = await loadCase(session, manifest.case)
  const request = loaded.view.requests.find((one) => one.header === record.header.digest)
  const thread = request?.threads.find(
    ({ counterpart }) => counterpart === session.officer.authority,
  )
  // Where another authority had redirected it there before us, its own forward says so.
  const found = thread?.timeline.find(({ what }) => what === 'redirection')?.package
  const said = found && manifestIn(loaded, found)
  return said?.form['authority'] === to ? found : undefined
}

async function requireWhole(
  { platform }: Session,
  { manifest }: ReadPackage,
  documents: readonly DocumentSource[],
): Promise<void> {
  const given: string[] = []
  for (const document of documents) {
    given.push((await documentOf(document, (length) => platform.digester(length))).digest)
  }
  const isWhole =
    given.length === manifest.parts.length &&
    manifest.parts.every(({ digest }) => given.includes(digest))
  if (isWhole) return
  throw new ClientError(
    'draft-documents',
    'the documents are not those of the package',
    'Open the package, and pass on what comes out of it, unaltered.',
  )
}

async function proofOf(
  session: Session,
  id: PackageId,
  name: string,
  waiting: Pick<ProofOptions, 'withinMs' | 'onWaiting'>,
): Promise<DocumentSource> {
  const { octets } = await exportProof(session, id, { ...waiting, discloseManifest: true })
  return {
    ...{ name, mediaType: PROOF_MEDIA_TYPE, length: octets.length },
    async *read() {
      yield octets
      await Promise.resolve()
    },
  }
}
