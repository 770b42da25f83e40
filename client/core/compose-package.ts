import { toBase64Url } from '#crypto/bytes/bytes.js'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import type { VerifiedEntry } from '#crypto/directory/verify-entry.js'
import { CaseId, PackageId, PartId } from '#crypto/fields/fields.js'
import type { DraftPart } from '#crypto/package/draft.js'
import { sealPackage, type SealedPackage } from '#crypto/package/seal-package.js'
import type { Submission } from '#server/contract/wire.js'
import { checkDraft } from './check-draft.js'
import { ClientError } from './client-error.js'
import type { Draft } from './draft.js'
import type { DocumentSource } from './ports.js'
import { requireAcceptable, requireSoundForm } from './require-sound.js'
import { sealPart } from './seal-part.js'
import type { Session } from './session.js'

export type { Draft } from './draft.js'

/** Work on one document, for a progress bar. */
export type DocumentProgress = (document: string, octets: number, total: number) => void

/** What a sealing that broke off has left is removed after a day. */
const IDLE_MS = 24 * 3_600_000

/**
 * Seals a draft for its recipients and the sender's own authority. What comes out lies in the
 * outgoing store, ciphertext and signed statements only, and can be delivered now, after a crash, or
 * by courier.
 *
 * @returns The package's id.
 * @throws ClientError `draft-invalid`, `template-unknown`, `form-invalid`, `pre-flight` (what the
 *   recipient’s entry says against it), `approvals-needed`, `authority-unknown`, `directory-pending` and
 *   `directory-unlogged` (an entry that the log does not hold), before anything is sealed; whatever reading and writing throws, and then nothing is left behind.
 */
export async function composePackage(
  session: Session,
  draft: Draft,
  onProgress?: DocumentProgress,
): Promise<PackageId> {
  const { officer, directory, platform } = session
  const at = platform.now()
  checkDraft(draft, officer.authority, at)
  requireSoundForm(draft, at)
  const [sender, ...recipients] = await Promise.all(
    [officer.authority, ...draft.to].map((authority) => directory.current(authority)),
  )
  if (sender === undefined) throw new TypeError('the first entry is the sender’s')
  await Promise.all([sender, ...recipients].map((entry) => directory.requireLogged(entry)))
  requireAcceptable(draft, sender, recipients, at)
  requireApprover(draft, sender)

  await platform.outgoing.sweep(new Date(at.getTime() - IDLE_MS))
  const id = PackageId.parse(uuidV7(at))
  try {
    const parts: DraftPart[] = []
    for (const document of draft.documents) {
      parts.push(await sealDocument(session, id, document, onProgress))
    }
    const sealed = await sealPackage({
      draft: {
        package: id,
        case: draft.case ?? CaseId.parse(uuidV7(at)),
        template: draft.template,
        form: draft.form,
        inReplyTo: draft.inReplyTo ?? null,
        marks: draft.marks ?? { tlp: null, classification: null },
        urgency: draft.urgency ?? 'routine',
        notBefore: draft.notBefore ?? null,
        expires: draft.expires ?? null,
      },
      sender: { entry: sender },
      recipients: recipients.map((entry) => ({ entry })),
      parts,
      key: officer.signingKey,
      at,
    })
    await platform.outgoing.keepSubmission(id, await submissionOf(session, draft, sealed))
  } catch (error) {
    // What cannot be removed either is swept later; why it failed is what counts.
    await platform.outgoing.remove(id).catch(() => undefined)
    throw error
  }
  return id
}

async function submissionOf(
  { officer }: Session,
  draft: Draft,
  { header, envelope }: SealedPackage,
): Promise<string> {
  const submission: Submission = {
    header,
    envelope,
    credential: officer.credential.statement,
    approvals: [...((await draft.approve?.(header)) ?? [])],
  }
  return JSON.stringify(submission)
}

async function sealDocument(
  { platform }: Session,
  pkg: PackageId,
  document: DocumentSource,
  onProgress?: DocumentProgress,
): Promise<DraftPart> {
  const part = PartId.parse(uuidV7(platform.now()))
  const sink = await platform.outgoing.createPart(pkg, part)
  const { key, plaintext, ciphertext } = await sealPart(
    document,
    { package: pkg, part, sink },
    (length) => platform.digester(length),
    (octets) => onProgress?.(document.name, octets, document.length),
  )
  const { name, mediaType } = document
  return {
    manifest: {
      part,
      name,
      mediaType,
      ...plaintext,
      key: toBase64Url(key),
      role: 'document',
      mark: null,
    },
    sealed: ciphertext,
  }
}

/** The relay would reject it, for good: better to know before gigabytes are sealed and sent. */
function requireApprover({ approve }: Draft, { payload }: VerifiedEntry): void {
  const { approvals } = payload.policy
  if (approvals === 0 || approve !== undefined) return
  throw new ClientError(
    'approvals-needed',
    `your authority’s policy asks for the approval of ${approvals} further officer(s)`,
    'Send it with an integration that gathers approvals (Draft.approve of the SDK).',
  )
}
