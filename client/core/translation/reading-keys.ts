import type { OpeningKey } from '#crypto/keys/key.js'
import type { Session } from '../session/session.js'
import type { OpenHandoff } from './read-handoff.js'

/** Keys that open what is said and returned about a hand-off: one's own, and of officers the authority's. */
export async function readingKeys(
  session: Session,
  { handoff }: OpenHandoff,
): Promise<readonly OpeningKey[]> {
  const { officer } = session
  const isOwn = officer.authority === handoff.payload.authority
  const reads = isOwn && !officer.credential.payload.roles.includes('translator')
  return [officer.sealingKey, ...(reads ? await session.vaultKeys() : [])]
}
