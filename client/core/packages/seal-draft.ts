import { digestOf } from '#crypto/bytes/sha256.js'
import { toBase64Url } from '#crypto/bytes/bytes.js'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { CaseId, PackageId, PartId } from '#crypto/fields/fields.js'
import type { DraftPart } from '#crypto/package/draft.js'
import { Header } from '#crypto/package/header.js'
import { sealPackage } from '#crypto/package/seal-package.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { checkDraft } from './check-draft.js'
import type { DocumentProgress, Draft } from './draft.js'
import type { DocumentSource } from '../ports.js'
import { requireAcceptable, requireSoundForm } from './require-sound.js'
import { sealPart } from './seal-part.js'
import type { Session } from '../session/session.js'

export type SealedDraft = {
  readonly package: PackageId
  /** Statement. */
  readonly header: string
  readonly claims: Header
  /** Of the header. */
  readonly digest: string
  readonly envelope: string
}

/** What a sealing that broke off has left is removed after a day. */
const IDLE_MS = 24 * 3_600_000

/**
 * Seals a draft for its recipients and the sender's own authority: parts into the outgoing store, header
 * and envelope to the caller.
 *
 * @param finish - what belongs to the sealing; when it fails, nothing is left behind.
 * @throws ClientError `draft-invalid`, `template-unknown`, `form-invalid`, `pre-flight` (what the
 *   recipient’s entry says against it), `authority-unknown`, `directory-pending` and `directory-unlogged`
 *   (an entry that the log does not hold), before anything is sealed; `document-type-contradicted`;
 *   whatever reading and writing throws.
 */
export async function sealDraft(
  session: Session,
  draft: Draft,
  onProgress?: DocumentProgress,
  finish: (sealed: SealedDraft) => Promise<void> = () => Promise.resolve(),
): Promise<SealedDraft> {
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

  await platform.outgoing.sweep(new Date(at.getTime() - IDLE_MS))
  const id = PackageId.parse(uuidV7(at))
  try {
    const parts: DraftPart[] = []
    for (const document of draft.documents) {
      parts.push(await sealDocument(session, id, document, onProgress))
    }
    const { header, envelope } = await sealPackage({
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
    const claims = Header.parse((await readStatement(header)).payload)
    const sealed = { package: id, header, claims, digest: await digestOf(header), envelope }
    await finish(sealed)
    return sealed
  } catch (error) {
    // What cannot be removed either is swept later; why it failed is what counts.
    await platform.outgoing.remove(id).catch(() => undefined)
    throw error
  }
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
      role: document.role ?? 'document',
      mark: null,
    },
    sealed: ciphertext,
  }
}
