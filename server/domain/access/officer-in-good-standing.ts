import { Refusal } from '../errors.js'
import type { KnownAuthorities } from '../directory/known-authorities.js'
import type { DirectoryStore } from '../ports.js'
import { type VerifiedOfficer, verifyOfficer } from './verify-officer.js'

type Ports = {
  readonly directory: Pick<DirectoryStore, 'findCredential'>
  readonly authorities: KnownAuthorities
}

/**
 * The officer whose newest credential names the key, if the authority vouches for it now.
 *
 * @throws {@link Refusal} `unauthenticated` for a key nobody vouches for, `credential-revoked`
 */
export async function officerInGoodStanding(
  { directory, authorities }: Ports,
  kid: string,
  at: Date,
): Promise<VerifiedOfficer> {
  const kept = await directory.findCredential(kid)
  if (kept === undefined) throw unauthenticated()
  const known = await authorities.of(kept.authority)
  if (known === undefined) throw unauthenticated()
  return verifyOfficer(known, kept.statement, at).catch(async (error: unknown) => {
    if (!(error instanceof Refusal) || error.code === 'credential-revoked') throw error
    // Another process may have just accepted a new entry.
    const now = await authorities.of(kept.authority, 'now')
    if (now === undefined) throw unauthenticated()
    return verifyOfficer(now, kept.statement, at).catch((again: unknown) => {
      throw again instanceof Refusal && again.code !== 'credential-revoked'
        ? new Refusal('unauthenticated', again.message, { cause: again })
        : again
    })
  })
}

const unauthenticated = () => new Refusal('unauthenticated', 'no authority vouches for this key')
