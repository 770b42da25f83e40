import type { PackageId } from '#crypto/fields/fields.js'
import type { Header } from '#crypto/package/header.js'
import type { Manifest } from '#crypto/package/manifest.js'
import { openUnapproved } from '#crypto/package/open-unapproved.js'
import type { Submission } from '#server/contract/wire.js'
import type { Session } from '../session/session.js'
import { waitingSubmission } from './waiting-submission.js'

export type WaitingPackage = {
  readonly header: Header
  /** Undefined where it does not open just now, as while the relay that keeps the vault is away. */
  readonly manifest: Manifest | undefined
}

/**
 * What waits in the outgoing store, by what people know it: to whom it goes, and what it is.
 *
 * @throws ClientError `package-unsent`, `file-unreadable`
 */
export async function inspectWaiting(session: Session, id: PackageId): Promise<WaitingPackage> {
  const { submission, header } = await waitingSubmission(session.platform.outgoing, id)
  const manifest = await open(session, submission, header).catch(() => undefined)
  return { header, manifest }
}

async function open(session: Session, submission: Submission, header: Header): Promise<Manifest> {
  const { officer, directory, platform } = session
  const opened = await openUnapproved({
    ...submission,
    senderEntry: await directory.version(officer.authority, header.senderEntry),
    own: { authority: officer.authority, keys: await session.vaultKeys() },
    at: platform.now(),
  })
  return opened.manifest.payload
}
