import type { z } from 'zod'
import { endpoints, type EndpointName } from '#server/contract/endpoints.js'
import { ClientError } from '../core/client-error.js'

/**
 * An answer as the contract promises it.
 *
 * @throws {@link ClientError} `relay-answer`
 */
export function checkedAnswer<N extends EndpointName>(
  name: N,
  body: unknown,
): z.output<(typeof endpoints)[N]['reply']> {
  const reply = endpoints[name].reply.safeParse(body)
  // TypeScript does not see that the schema found under N is N's own.
  if (reply.success) return reply.data as z.output<(typeof endpoints)[N]['reply']>
  throw new ClientError(
    'relay-answer',
    `the relay’s answer to ${name} is not what the contract promises`,
    'Check that client and relay are of compatible versions.',
  )
}
