import type { AuthorityId, PackageId } from '#crypto/fields/fields.js'
import { currentTemplate } from '../../templates/catalogue.js'
import { ClientError } from '../client-error.js'
import type { Draft } from '../packages/draft.js'
import { documentOf } from '../drafting/document-of.js'
import { exportProof, type ProofOptions } from '../proof/export-proof.js'
import type { ReadPackage } from '../packages/open-package.js'
import type { DocumentSource } from '../ports.js'
import type { Session } from '../session/session.js'
import { type ForwardPlan, planForward } from './plan-forward.js'
import { PROOF_MEDIA_TYPE } from './proof-media-type.js'
import { proofName } from './proof-name.js'

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
 * with it: then it can answer the request in its own right. What was itself passed on keeps the proofs it
 * came with.
 *
 * @throws ClientError `transfer-unapproved` while the marks want the sender's leave and the register of
 *   the case has none, or where whoever could give it is not the one it came from; `draft-documents` if the documents are others; and as `exportProof`.
 */
export async function forwardDraft(
  session: Session,
  read: ReadPackage,
  wanted: WantedForward,
): Promise<Draft> {
  const { manifest, record } = read
  const { to, reasons, ...waiting } = wanted
  const documents = wanted.documents.map((one) => ({
    ...one,
    read: () => one.read(),
    isAsReceived: true,
  }))
  const plan = await planForward(session, read, to)
  requireApproved(plan, manifest, to)
  await requireWhole(session, read, documents)
  const { approval, redirection, marks } = plan
  const { package: original } = manifest
  const shown = [
    ['original', original] as const,
    ...(approval ? [['approval', approval.package] as const] : []),
    ...(redirection ? [['redirection', redirection] as const] : []),
  ]
  const proofs: DocumentSource[] = []
  for (const [of, id] of shown) {
    proofs.push(await proofOf(session, id, proofName(of, original), waiting))
  }
  return {
    to: [to],
    case: manifest.case,
    template: { id: 'forwarding', version: currentTemplate('forwarding')?.version ?? 1 },
    form: {
      originalPackage: original,
      originalHeader: record.header.digest,
      originalSender: manifest.sender,
      ...(approval && { approval: approval.package }),
      reasons,
    },
    documents: [...documents, ...proofs],
    urgency: record.header.payload.urgency,
    marks,
  }
}

/** The leave of whoever sent it, where its marks ask for one. */
function requireApproved(
  { rule, approval }: ForwardPlan,
  { package: id, sender, template }: ReadPackage['manifest'],
  to: AuthorityId,
): void {
  if (rule === 'allowed' || approval !== undefined) return
  if (template.id === 'forwarding') {
    throw new ClientError(
      'transfer-unapproved',
      'the package was itself passed on, and its marks want leave that only the sender of the original can give',
      `Let whoever received the original ask for it, and pass that on to ${to}.`,
    )
  }
  throw new ClientError(
    'transfer-unapproved',
    `the marks of the package want ${sender}’s leave before it goes to ${to}, and the register has none`,
    `Ask for it: rogatory answer ${id} --template transfer-request`,
  )
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
    name,
    mediaType: PROOF_MEDIA_TYPE,
    length: octets.length,
    async *read() {
      yield octets
      await Promise.resolve()
    },
  }
}
