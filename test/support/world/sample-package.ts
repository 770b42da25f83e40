import { toBase64Url, toUtf8 } from '#crypto/bytes/bytes.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { CaseId, PackageId, PartId } from '#crypto/fields/fields.js'
import type { Draft, DraftPart } from '#crypto/package/draft.js'
import { sealPackage } from '#crypto/package/seal-package.js'
import { signApproval } from '#crypto/package/sign-statements.js'
import { newPartKey } from '#crypto/stream/segment-cipher.js'
import { sealedLength } from '#crypto/stream/layout.js'
import { NOW } from './moments.js'
import { type World, world } from './world.js'

/** A draft of a request, as an officer would make it. */
export const sampleDraft = (changes: Partial<Draft> = {}): Draft => ({
  package: PackageId.parse(uuidV7(NOW)),
  case: CaseId.parse(uuidV7(NOW)),
  template: { id: 'mla-request', version: 1 },
  form: { purpose: 'Service of a summons', urgent: false },
  inReplyTo: null,
  marks: { tlp: null, classification: null },
  urgency: 'routine',
  notBefore: null,
  expires: null,
  ...changes,
})

/** A part whose document is a text; its ciphertext is only told of, not made. */
export async function samplePart(text: string): Promise<DraftPart> {
  const { length } = toUtf8(text)
  return {
    manifest: {
      part: PartId.parse(uuidV7(NOW)),
      name: 'summons.pdf',
      mediaType: 'application/pdf',
      length,
      digest: await digestOf(text),
      key: toBase64Url(newPartKey()),
      role: 'document',
      mark: null,
    },
    sealed: { length: sealedLength(length), digest: await digestOf(`sealed ${text}`) },
  }
}

/** A package from Xaland to Xbland, approved, with all that opens it. */
export async function samplePackage(changes: Partial<Draft> = {}) {
  const { xa, xb, drafter, approver }: World = await world()
  const draft = sampleDraft(changes)
  const parts = [await samplePart('first document'), await samplePart('second document')]
  const sealed = await sealPackage({
    draft,
    sender: { entry: xa.entry },
    recipients: [{ entry: xb.entry }],
    parts,
    key: drafter.key,
    at: NOW,
  })
  const approval = await signApproval(
    {
      package: draft.package,
      header: await digestOf(sealed.header),
      authority: xa.id,
      declared: NOW.toISOString(),
    },
    approver.key,
  )
  return {
    ...sealed,
    draft,
    parts,
    credential: drafter.credential,
    senderEntry: xa.entry,
    approvals: [{ statement: approval, credential: approver.credential }],
    own: { authority: xb.id, keys: [xb.openingKey], entries: [xb.entry] },
    at: NOW,
  }
}
