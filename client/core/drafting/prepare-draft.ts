import type { DraftContent } from '#crypto/drafts/draft-version.js'
import type { DraftId, PackageId } from '#crypto/fields/fields.js'
import { ClientError } from '../client-error.js'
import type { DocumentProgress, Draft } from '../packages/draft.js'
import { readPackage } from '../packages/open-package.js'
import type { DocumentSource } from '../ports.js'
import { requireLegalAct } from '../cases/require-legal-act.js'
import { sealDraft } from '../packages/seal-draft.js'
import type { Session } from '../session/session.js'
import { uploadParts } from '../packages/upload-parts.js'
import { documentOf } from './document-of.js'
import { keepDraftVersion } from './keep-draft-version.js'
import { readDraft } from './read-draft.js'

export type PreparedDraft = {
  readonly version: number
  readonly package: PackageId
  /** Digest of the header: what approvers sign. */
  readonly header: string
}

type Progress = { readonly seal?: DocumentProgress; readonly upload?: DocumentProgress }

/**
 * Fixes a draft for approval: seals the package, brings its parts to the relay, and keeps header and
 * envelope with the draft. From here on everybody approves exactly this, or the draft changes and nobody
 * has approved anything. The parts stay in the outgoing store, too: the relay may forget what nobody submits.
 *
 * @param documents - those that the draft names, with the same octets.
 * @throws ClientError `draft-unfinished`, `draft-documents`, `draft-changed`, and as `composePackage`
 */
export async function prepareDraft(
  session: Session,
  id: DraftId,
  documents: readonly DocumentSource[],
  onProgress: Progress = {},
): Promise<PreparedDraft> {
  const { head, asides } = await readDraft(session, id)
  if (asides.length > 0) throw unsettled()
  await requireDocuments(session, head.content, documents)
  const draft = await readyDraft(session, head.content, documents)
  await requireLegalAct(session, draft)
  const sealed = await sealDraft(session, draft, onProgress.seal)
  const { package: pkg, header, envelope, digest } = sealed
  const { outgoing } = session.platform
  try {
    await outgoing.hold(pkg)
    await uploadParts(session, sealed.claims, onProgress.upload)
    const credential = session.officer.credential.statement
    const { version } = await keepDraftVersion(
      session,
      {
        draft: id,
        basis: head.version,
        content: head.content,
        act: 'prepared',
        prepared: { header, credential, envelope, approvals: [] },
      },
      { mustFollow: true },
    )
    return { version, package: pkg, header: digest }
  } catch (error) {
    // Nobody can approve what no version names.
    await outgoing.remove(pkg).catch(() => undefined)
    throw error
  }
}

/**
 * A draft's content as what is sealed. An answer is held against the form of what it answers.
 *
 * @throws ClientError `draft-unfinished`; as `readPackage`
 */
export async function readyDraft(
  session: Session,
  content: DraftContent,
  documents: readonly DocumentSource[],
): Promise<Draft> {
  const { to, template, form, urgency, marks, inReplyTo } = content
  if (template === null) throw unfinished('it has no template', 'Choose one with --template.')
  if (to.length === 0) throw unfinished('it has no recipient', 'Name one with --to.')
  const request =
    inReplyTo === null ? undefined : (await readPackage(session, inReplyTo.package)).manifest.form
  return {
    to,
    template,
    form,
    documents,
    urgency,
    marks,
    ...(content.case && { case: content.case }),
    ...(inReplyTo && { inReplyTo }),
    ...(request && { request }),
    ...(content.notBefore && { notBefore: new Date(content.notBefore) }),
    ...(content.expires && { expires: new Date(content.expires) }),
  }
}

async function requireDocuments(
  { platform }: Session,
  { documents: named }: DraftContent,
  given: readonly DocumentSource[],
): Promise<void> {
  for (const document of given) {
    const found = named.find(({ name }) => name === document.name)
    const is = await documentOf(document, (length) => platform.digester(length))
    if (found?.digest === is.digest) continue
    throw documents(
      found === undefined
        ? `the draft names no document ${document.name}`
        : `${document.name} is not the document that the draft names`,
    )
  }
  const missing = named.filter(({ name }) => !given.some((document) => document.name === name))
  if (missing.length > 0) {
    throw documents(`the draft names ${missing.map(({ name }) => name).join(', ')}, too`)
  }
}

const documents = (message: string) =>
  new ClientError(
    'draft-documents',
    message,
    'Attach exactly the documents of the draft, or change the draft: rogatory draft edit --attach',
  )
const unfinished = (message: string, remedy: string) =>
  new ClientError('draft-unfinished', `the draft is not finished: ${message}`, remedy)
const unsettled = () =>
  new ClientError(
    'draft-conflict',
    'a version of this draft is kept aside and not settled',
    'Settle it with: rogatory draft edit --resolve yours, theirs or merge',
  )
