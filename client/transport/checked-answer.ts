import type { z } from 'zod'
import { endpoints, type EndpointName } from '#server/contract/endpoints.js'
import { ClientError } from '../core/client-error.js'
import { passOverUnknown } from './pass-over-unknown.js'

/**
 * An answer as the contract promises it, without what a later version of the relay adds.
 *
 * @throws {@link ClientError} `relay-answer`
 */
export function checkedAnswer<N extends EndpointName>(
  name: N,
  body: unknown,
): z.output<(typeof endpoints)[N]['reply']> {
  const reply = passOverUnknown(endpoints[name].reply, body)
  // TypeScript does not see that the schema found under N is N's own.
  if (reply !== undefined) return reply as z.output<(typeof endpoints)[N]['reply']>
  throw new ClientError(
    'relay-answer',
    `the relay’s answer to ${name} is not what the contract promises`,
    'Check that client and relay are of compatible versions.',
  )
}
