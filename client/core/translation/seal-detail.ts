import { toUtf8 } from '#crypto/bytes/bytes.js'
import { canonicalize } from '#crypto/canonical/canonicalize.js'
import { entrySealingKey } from '#crypto/directory/entry-key.js'
import { sealEnvelope } from '#crypto/envelope/seal-envelope.js'
import type { Session } from '../session.js'
import type { OpenHandoff } from './read-handoff.js'

/** What is said beside an act that the relay need not know, sealed to the authority that handed off. */
export async function sealDetail(
  { directory, platform }: Pick<Session, 'directory' | 'platform'>,
  { handoff }: OpenHandoff,
  note: string,
): Promise<string> {
  const entry = await directory.current(handoff.payload.authority)
  const key = await entrySealingKey(entry, platform.now())
  return sealEnvelope(toUtf8(canonicalize({ note })), [key])
}
