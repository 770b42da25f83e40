import type { PackageId } from '#crypto/fields/fields.js'
import type { OpenInput } from '#crypto/package/open-package.js'
import { type OpenedCopy, openResealed } from '#crypto/resealing/open-resealed.js'
import type { Resealing } from '#crypto/resealing/resealing.js'
import { gatherEnvelope } from '../packages/gather-envelope.js'
import { untrusted } from '../proof/check-evidence.js'
import type { Session } from '../session/session.js'
import { resealedCopy } from './resealed-copy.js'

/** What lies at the relay for the own authority instead of what the header names. */
export type ServedCopy = {
  readonly version: number
  readonly parts: Resealing['parts']
  readonly keys: OpenedCopy['keys']
}

/**
 * Fetches, decrypts and verifies the copy that the own authority has sealed anew.
 *
 * @throws CryptoError as `openResealed`; ClientError `evidence-untrusted`; RelayProblem
 */
export async function openCopy(
  session: Session,
  id: PackageId,
  input: Omit<OpenInput, 'envelope'>,
): Promise<{ readonly opened: OpenedCopy; readonly copy: ServedCopy }> {
  const resealing = await resealedCopy(session, id)
  if (resealing === undefined) throw untrusted('the relay has a copy that it does not show')
  const { version, parts } = resealing.payload
  const params = { package: id, version }
  const envelope = await gatherEnvelope(
    session.relay.download('downloadResealedEnvelope', { params }),
  )
  const opened = await openResealed({ ...input, envelope, resealing })
  return { opened, copy: { version, parts, keys: opened.keys } }
}
