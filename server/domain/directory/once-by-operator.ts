import { verifyByVersions } from '#crypto/directory/verify-by-versions.js'
import type { VerifiedEntry } from '#crypto/directory/verify-entry.js'
import type { VerifiedStatement } from '#crypto/statement/verify-statement.js'
import { orInvalid } from '../or-invalid.js'
import type { RelayIdentity } from '../relay-identity.js'
import type { KnownAuthorities } from './known-authorities.js'

type Ports = {
  readonly authorities: Pick<KnownAuthorities, 'of'>
  readonly relay: Pick<RelayIdentity, 'id' | 'entry'>
}

/**
 * A statement of the operator that others have kept since, by a key that was its own at the moment declared: it may
 * have changed its key meanwhile. What it states now is for `byOperator`.
 *
 * @throws {@link Refusal} `statement-invalid`
 */
export async function onceByOperator<P extends { readonly declared: string }>(
  what: string,
  { authorities, relay }: Ports,
  statement: string,
  byEntry: (statement: string, relay: VerifiedEntry) => Promise<VerifiedStatement<P>>,
): Promise<VerifiedStatement<P>> {
  const known = await authorities.of(relay.id, 'now')
  const before = (known?.entries ?? []).filter(({ digest }) => digest !== relay.entry.digest)
  return orInvalid(what, verifyByVersions(statement, [...before, relay.entry], byEntry))
}
