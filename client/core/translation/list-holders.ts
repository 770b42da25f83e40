import { CryptoError } from '#crypto/errors.js'
import type { Linguist } from '#crypto/translation/handoff.js'
import { ClientError } from '../client-error.js'
import type { Session } from '../session/session.js'
import { holdersOf } from './holders-of.js'
import { handoffRecords, openHandoffRecord, type OpenHandoff } from './read-handoff.js'

/** A linguist, and what of the authority's hand-offs they have or would get. */
export type Holder = {
  readonly linguist: Linguist
  /** As the credential says with which they acted for the authority; null for who has not acted yet. */
  readonly name: string | null
  readonly handoffs: readonly OpenHandoff[]
}

/**
 * Who has what of the authority's documents: what `recallBreach` would take back from each, keys that are
 * revoked already among them.
 *
 * @returns with how many hand-offs do not verify, whose holders are not known.
 * @throws RelayProblem
 */
export async function listHolders(
  session: Session,
): Promise<{ readonly holders: readonly Holder[]; readonly broken: number }> {
  const holders = new Map<string, Holder>()
  const names = new Map<string, string>()
  let broken = 0
  for await (const wire of handoffRecords(session)) {
    try {
      const open = await openHandoffRecord(session, wire, undefined, 'passed')
      for (const { credential } of open.acts) {
        names.set(credential.payload.kid, credential.payload.name)
      }
      for (const linguist of holdersOf(open)) {
        const { handoffs = [] } = holders.get(linguist.kid) ?? {}
        holders.set(linguist.kid, { linguist, name: null, handoffs: [...handoffs, open] })
      }
    } catch (error) {
      if (!(error instanceof CryptoError) && !(error instanceof ClientError)) throw error
      broken++
    }
  }
  const named = [...holders.values()].map((holder) => ({
    ...holder,
    name: names.get(holder.linguist.kid) ?? null,
  }))
  return { holders: named, broken }
}
