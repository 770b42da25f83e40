import type { DraftId, PackageId } from '#crypto/fields/fields.js'
import type { Header } from '#crypto/package/header.js'
import { checkEvidence, type CheckedEvidence } from '../proof/check-evidence.js'
import { ClientError } from '../client-error.js'
import type { DocumentProgress } from '../packages/draft.js'
import { RelayProblem } from '../relay-problem.js'
import { requireLegalAct } from '../cases/require-legal-act.js'
import type { Session } from '../session/session.js'
import { uploadParts } from '../packages/upload-parts.js'
import { discardDraft } from './discard-draft.js'
import { inspectPrepared, type PreparedPackage } from './inspect-prepared.js'
import { readDraft } from './read-draft.js'

export type SentDraft = {
  readonly package: PackageId
  /** A.1, or A.2 with its reasons: both are final for this package. */
  readonly evidence: CheckedEvidence
  /** False when somebody has changed the draft while it was sent: it stays. */
  readonly discarded: boolean
}

/**
 * Sends what the draft waits with, once enough officers stand behind it; then the draft is done. Any
 * officer of the authority who may send can do it. Asked again after a crash, it does what is left.
 *
 * @throws ClientError `draft-unprepared`, `approvals-needed`, `draft-outdated` when it would be rejected
 *   for good, `act-illegal` when the case has gone on meanwhile, `draft-parts-elsewhere` when the relay has forgotten the documents and they do not lie here
 */
export async function sendDraft(
  session: Session,
  id: DraftId,
  onProgress?: DocumentProgress,
): Promise<SentDraft> {
  const { head } = await readDraft(session, id)
  const pkg = await inspectPrepared(session, head)
  requireEnough(pkg)
  const { header } = pkg.opened
  await requireCurrent(session, header.payload)
  const { manifest } = pkg
  const to = manifest.recipients.map(({ authority }) => authority)
  const reply = manifest.inReplyTo === null ? {} : { inReplyTo: manifest.inReplyTo }
  await requireLegalAct(
    session,
    { case: manifest.case, template: manifest.template, form: manifest.form, to, ...reply },
    manifest.package,
  )
  const { prepared } = head
  if (prepared === null) throw new TypeError('inspected, so it is prepared')
  const approvals = pkg.approvals.flatMap(({ item, problem }) =>
    problem === undefined ? item : [],
  )
  const submit = () => session.relay.call('submitPackage', { body: { ...prepared, approvals } })
  const answer = await submit().catch(async (error: unknown) => {
    if (!(error instanceof RelayProblem) || error.code !== 'part-missing') throw error
    await uploadParts(session, header.payload, onProgress).catch(partsElsewhere)
    return submit()
  })
  const evidence = await checkEvidence(session, answer.evidence, {
    codes: ['A.1', 'A.2'],
    package: header.payload.package,
    header: header.digest,
    sender: header.payload.sender,
  })
  const discarded = evidence.payload.code === 'A.1' && (await discard(session, id, head.version))
  await session.platform.outgoing.remove(header.payload.package)
  return { package: header.payload.package, evidence, discarded }
}

/** What changed meanwhile stays, for whoever changed it. */
async function discard(session: Session, id: DraftId, version: number): Promise<boolean> {
  try {
    await discardDraft(session, id, version)
    return true
  } catch (error) {
    if (error instanceof ClientError && error.code === 'draft-changed') return false
    throw error
  }
}

function requireEnough({ valid, needed, approvals }: PreparedPackage): void {
  if (valid >= needed) return
  const idle = approvals.length - valid
  const lapsed = idle === 0 ? '' : `; ${idle} more no longer count`
  throw new ClientError(
    'approvals-needed',
    `${valid} of ${needed} approvals are there${lapsed}`,
    'Let another officer look at it: rogatory approve DRAFT',
  )
}

/** The relay would reject it, for good: an approval of it is worth a new one. */
async function requireCurrent(session: Session, header: Header): Promise<void> {
  const { directory, officer, platform } = session
  const named = [{ authority: officer.authority, entry: header.senderEntry }, ...header.recipients]
  for (const { authority, entry } of named) {
    const [current, was] = await Promise.all([
      directory.current(authority),
      directory.version(authority, entry),
    ])
    const keys = new Set(current.payload.keys.map(({ kid }) => kid))
    const shared = was.payload.keys.some(
      ({ kid, purpose }) => purpose === 'envelopes' && keys.has(kid),
    )
    if (!shared) throw outdated(`${authority} has changed its keys since`)
  }
  if (header.expires !== null && new Date(header.expires) <= platform.now()) {
    throw outdated('its expiry has passed')
  }
}

const outdated = (message: string) =>
  new ClientError(
    'draft-outdated',
    `what was prepared cannot be sent any more: ${message}`,
    'Prepare it anew, and have it approved again: rogatory send DRAFT --draft',
  )

function partsElsewhere(error: unknown): never {
  if (!(error instanceof ClientError) || error.code !== 'file-unreadable') throw error
  throw new ClientError(
    'draft-parts-elsewhere',
    'the relay no longer holds the sealed documents, and they do not lie on this machine',
    'Send it from the machine on which it was prepared, or prepare it anew.',
    { cause: error },
  )
}
