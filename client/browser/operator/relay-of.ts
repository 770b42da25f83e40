import type { Operator } from '../../core/operations/operator.js'
import { httpRelay } from '../../transport/http-relay.js'

/** The relay as its operator asks it: what is signed says who asks. */
export const relayOf = ({ relay }: Pick<Operator, 'relay'>) =>
  httpRelay(relay.origin, undefined, () => new Date())
