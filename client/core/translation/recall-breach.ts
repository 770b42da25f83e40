import { CryptoError } from '#crypto/errors.js'
import { ClientError } from '../client-error.js'
import type { Session } from '../session/session.js'
import { recallForBreach } from './act-on-handoff.js'
import { holdersOf } from './holders-of.js'
import { handoffRecords, openHandoffRecord, type OpenHandoff } from './read-handoff.js'

/**
 * After a breach: takes back every hand-off of the authority that this linguist has, or would get when
 * their turn comes, since envelopes of a rotation are sealed beforehand. Asked again it does what is left.
 *
 * What they were given before is theirs to know for ever, and stays on record. Their own authority revokes
 * their key (`rogatory officer remove --reason compromised`); what follows is handed over under fresh keys
 * (`rekeyedSource`).
 *
 * Their key may be revoked already, and as of a moment before they acted: that is no reason to leave them what
 * they have. Neither is another hand-off that does not verify: it is told of once the rest is done.
 *
 * @param kid - of the linguist.
 * @returns those that were recalled.
 * @throws CryptoError, ClientError of the first that does not verify, after all others were recalled; RelayProblem
 */
export async function recallBreach(session: Session, kid: string): Promise<readonly OpenHandoff[]> {
  const recalled: OpenHandoff[] = []
  const broken: Error[] = []
  for await (const wire of handoffRecords(session)) {
    try {
      const open = await openHandoffRecord(session, wire, undefined, 'passed')
      if (!holdersOf(open).some((linguist) => linguist.kid === kid)) continue
      recalled.push(await recallForBreach(session, open))
    } catch (error) {
      if (!(error instanceof CryptoError) && !(error instanceof ClientError)) throw error
      broken.push(error)
    }
  }
  if (broken[0] !== undefined) throw broken[0]
  return recalled
}
