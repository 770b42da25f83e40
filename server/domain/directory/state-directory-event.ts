import { digestOf } from '#crypto/bytes/sha256.js'
import type { DirectoryEvidence } from '#crypto/evidence/evidence.js'
import { issueEvidence } from '#crypto/evidence/issue-evidence.js'
import type { Clock, DirectoryStore, StoredStatement } from '../ports.js'
import type { RelayIdentity } from '../relay-identity.js'
import { timestamp } from '../timestamp.js'

export type StatingPorts = {
  readonly directory: Pick<DirectoryStore, 'evidenceFor' | 'keepEvidence'>
  readonly relay: Pick<RelayIdentity, 'id' | 'evidenceKey'>
  readonly clock: Clock
}

/** Evidence of the directory about a subject: stated once, found as it is afterwards. Durable on return. */
export async function stateDirectoryEvent(
  { directory, relay, clock }: StatingPorts,
  event: Pick<DirectoryEvidence, 'authority' | 'code' | 'subject'>,
): Promise<StoredStatement> {
  const before = (await directory.evidenceFor([event.subject])).get(event.subject)
  if (before !== undefined) return before
  const now = clock.now()
  const statement = await issueEvidence(
    { about: 'directory', ...event, time: timestamp(now), issuer: relay.id },
    relay.evidenceKey,
  )
  return directory.keepEvidence({
    digest: await digestOf(statement),
    typ: 'rogatory-evidence',
    statement,
    keptAt: now,
    subject: event.subject,
  })
}
