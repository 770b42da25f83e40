import { digestOf } from '#crypto/bytes/sha256.js'
import { issueReceipt } from '#crypto/evidence/issue-receipt.js'
import type { Receipt } from '#crypto/evidence/receipt.js'
import type { Draft } from '#crypto/package/draft.js'
import { sealPackage } from '#crypto/package/seal-package.js'
import { signApproval } from '#crypto/package/sign-statements.js'
import type { Submission } from '#server/contract/wire.js'
import type { FakeRelay } from './fake-relay.js'
import type { Officer } from './world/officers.js'
import { NOW } from './world/moments.js'
import type { Party } from './world/parties.js'
import { sampleDraft, samplePart } from './world/sample-package.js'

type Changes = Partial<Draft> & {
  readonly recipients?: readonly Pick<Party, 'entry'>[]
  readonly drafter?: Officer
  readonly approvers?: readonly Officer[]
  /** Left out of the upload. */
  readonly withoutParts?: boolean
}

/** A package of Xaland, sealed and approved, its parts uploaded: ready to be submitted. */
export async function sampleSubmission(relay: FakeRelay, changes: Changes = {}) {
  const { xa, xb, drafter: ana, approver } = relay
  const { recipients = [xb], drafter = ana, approvers = [approver], ...rest } = changes
  const { withoutParts = false, ...drafted } = rest
  const draft = sampleDraft(drafted)
  const parts = [await samplePart('first document'), await samplePart('second document')]
  const sender = { entry: xa.entry }
  const { key } = drafter
  const sealed = await sealPackage({ draft, sender, recipients, parts, key, at: NOW })
  const header = await digestOf(sealed.header)
  const submission: Submission = {
    header: sealed.header,
    credential: drafter.credential,
    approvals: await Promise.all(approvers.map(approve)),
    envelope: sealed.envelope,
  }
  for (const { manifest, sealed: blob } of withoutParts ? [] : parts) {
    const id = { sender: xa.id, package: draft.package, part: manifest.part }
    relay.upload({ ...id, digest: blob.digest }, blob.length)
  }
  return { submission, draft, parts, header, manifest: sealed.manifest }

  async function approve({ key: own, credential }: Officer) {
    const declared = NOW.toISOString()
    const claims = { package: draft.package, header, authority: xa.id, declared }
    return { approval: await signApproval(claims, own), credential }
  }
}
export type SampleSubmission = Awaited<ReturnType<typeof sampleSubmission>>

/** A receipt of Xbland's registrar for it. */
export async function sampleReceipt(
  { registrar, xb }: Pick<FakeRelay, 'registrar' | 'xb'>,
  { draft, header, manifest, parts }: SampleSubmission,
  changes: Partial<Receipt> = {},
) {
  const claims: Receipt = {
    package: draft.package,
    header,
    manifest: await digestOf(manifest),
    recipient: xb.id,
    outcome: 'accepted',
    reason: null,
    parts: parts.map(({ manifest: { part, digest } }) => ({ part, digest, state: 'verified' })),
    declared: NOW.toISOString(),
    ...changes,
  }
  return {
    receipt: await issueReceipt(claims, registrar.key),
    credential: registrar.credential,
  }
}
