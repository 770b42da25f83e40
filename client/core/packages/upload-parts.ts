import type { Header } from '#crypto/package/header.js'
import type { DocumentProgress } from './draft.js'
import type { Session } from '../session/session.js'

/**
 * Brings the sealed parts of a package from the outgoing store to the relay, resuming what an earlier
 * try left.
 *
 * @throws ClientError `file-unreadable` for a part that does not lie here; RelayProblem
 */
export async function uploadParts(
  { relay, platform }: Session,
  header: Header,
  onProgress?: DocumentProgress,
): Promise<void> {
  for (const [position, { part, digest }] of header.parts.entries()) {
    const body = await platform.outgoing.part(header.package, part)
    const label = `part ${position + 1} of ${header.parts.length}`
    await relay.upload({ package: header.package, part, digest, body }, (sent) =>
      onProgress?.(label, sent, body.length),
    )
  }
}
