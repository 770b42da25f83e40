import { signInquiry } from '#crypto/directory/inquiry.js'
import type { Operations } from '#server/contract/endpoints/operations-endpoints.js'
import type { Operator } from './operator.js'
import type { Relay } from '../ports.js'

/**
 * What waits in the relay and its workers. The relay's own word: nothing of it is signed, and nothing rests on it.
 *
 * @throws RelayProblem `statement-invalid`, `clock-skewed`
 */
export async function relayOperations(
  { key, relay: { id } }: Pick<Operator, 'key' | 'relay'>,
  relay: Relay,
  at: Date,
): Promise<Operations> {
  const inquiry = await signInquiry({ relay: id, declared: at.toISOString() }, key)
  return relay.call('readOperations', { body: { inquiry } })
}
