import { acceptanceEvents, type AcceptedType } from '#crypto/evidence/acceptance-events.js'
import type { AuthorityId } from '#crypto/fields/fields.js'
import type { VerifiedStatement } from '#crypto/statement/verify-statement.js'
import type { DirectoryRecord } from '../../contract/wire.js'
import { Refusal } from '../errors.js'
import { asItem } from '../evidence/evidence-step.js'
import type { KnownAuthorities } from './known-authorities.js'
import type { Clock, DirectoryStore, StoredDirectoryStatement, StoredStatement } from '../ports.js'
import type { RelayIdentity } from '../relay-identity.js'
import { stateDirectoryEvent, type StatingPorts } from './state-directory-event.js'

export type AcceptancePorts = {
  readonly directory: DirectoryStore
  readonly authorities: KnownAuthorities
  readonly relay: Pick<RelayIdentity, 'id' | 'evidenceKey'>
  readonly clock: Clock
}

/**
 * Keeps a verified directory statement, then the evidence of its acceptance. Either done before is
 * found as it is, so a crash in between is repaired by asking again.
 *
 * @throws {@link Refusal} `entry-conflict` if another statement holds the key.
 */
export async function acceptStatement(
  ports: AcceptancePorts,
  verified: Pick<
    VerifiedStatement<{ readonly authority: AuthorityId }>,
    'digest' | 'typ' | 'statement' | 'payload'
  >,
  key: string,
): Promise<DirectoryRecord> {
  const { directory, authorities, clock } = ports
  const { digest, typ, statement } = verified
  const { authority } = verified.payload
  const kept = await directory.keep({
    digest,
    typ,
    statement,
    authority,
    key,
    keptAt: clock.now(),
  })
  // Whatever comes of the evidence, nobody may go on with what was known before.
  authorities.forget(authority)
  if (kept.digest !== digest) {
    throw new Refusal('entry-conflict', `${key} of ${authority} is kept as ${kept.digest}`)
  }
  return withEvidence(ports, kept)
}

/**
 * Pairs kept statements with the evidence of their acceptance, and completes what a crash left without:
 * nothing is kept that was not verified, so nothing is completed that should not be.
 */
export async function withAllEvidence(
  ports: Pick<AcceptancePorts, 'directory' | 'relay' | 'clock'>,
  kept: readonly StoredDirectoryStatement[],
): Promise<DirectoryRecord[]> {
  const there = await ports.directory.evidenceFor(kept.map(({ digest }) => digest))
  return Promise.all(
    kept.map(async (one) => {
      const evidence = there.get(one.digest)
      return evidence === undefined ? withEvidence(ports, one) : asRecord(one, evidence)
    }),
  )
}

async function withEvidence(
  ports: StatingPorts,
  kept: StoredDirectoryStatement,
): Promise<DirectoryRecord> {
  const code = acceptanceEvents[kept.typ as AcceptedType]
  const { authority, digest: subject } = kept
  return asRecord(kept, await stateDirectoryEvent(ports, { authority, code, subject }))
}

const asRecord = (
  { statement }: StoredDirectoryStatement,
  evidence: StoredStatement,
): DirectoryRecord => ({ statement, evidence: asItem(evidence) })
