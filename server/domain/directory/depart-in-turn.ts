import type { AuthorityId } from '#crypto/fields/fields.js'
import type { VerifiedStatement } from '#crypto/statement/verify-statement.js'
import type { DirectoryRecord } from '../../contract/wire.js'
import { type AcceptancePorts, acceptStatement } from './accept-statement.js'
import type { DepartureStore } from './departure-store.js'
import { Refusal } from '../errors.js'
import { requireRemainingAdmin } from './require-remaining-admin.js'

export type DeparturePorts = AcceptancePorts & { readonly departures: DepartureStore }
type Leaving = VerifiedStatement<{ readonly authority: AuthorityId; readonly kid: string }>

/**
 * Accepts what may take the role `admin` from a key, one after another within an authority: of two
 * administrators who remove each other at once, the second is judged with the first gone. Whoever comes next
 * completes what a crash left reserved, before anything is judged.
 *
 * @throws {@link Refusal} `last-admin`
 */
export async function departInTurn(
  ports: DeparturePorts,
  leaving: Leaving,
  key: string,
): Promise<DirectoryRecord> {
  const { directory, departures, authorities, clock } = ports
  const { digest, typ, statement } = leaving
  const { authority, kid } = leaving.payload
  // A lost turn is another's progress: it ends with those who asked at the same time.
  for (;;) {
    const turn = await completeDeparture(ports, authority)
    if ((await directory.findByDigest(digest)) === undefined) {
      const known = await authorities.of(authority, 'now')
      if (known === undefined) throw new Refusal('authority-unknown', `${authority} is gone`)
      await requireRemainingAdmin(directory, known, kid, clock.now())
      const reserved = { turn: turn + 1, digest, typ, statement, key }
      if (!(await departures.reserve(authority, reserved))) continue
    }
    return acceptStatement(ports, leaving, key)
  }
}

/** Keeps the departure that was reserved last, if a crash came between, and says whose turn it was. */
export async function completeDeparture(
  ports: DeparturePorts,
  authority: AuthorityId,
): Promise<number> {
  const last = await ports.departures.last(authority)
  if (last === undefined) return 0
  const { turn, key, ...statement } = last
  // It was verified and judged before its turn was reserved.
  if ((await ports.directory.findByDigest(last.digest)) === undefined) {
    await acceptStatement(ports, { ...statement, payload: { authority } }, key)
  }
  return turn
}
