import { fromBase64, toBase64 } from '#crypto/bytes/bytes.js'
import { timestampAnchorsOf, type TrustList } from '#crypto/directory/trust-list.js'
import { createTimestampRequest } from '#crypto/timestamp/timestamp-request.js'
import { readTimestampResponse } from '#crypto/timestamp/timestamp-response.js'
import { verifyTimestampToken } from '#crypto/timestamp/verify-timestamp-token.js'
import { ClientError } from '../client-error.js'
import type { Relay } from '../ports.js'
import type { Stamper } from './renew-proof.js'

/**
 * The time-stamping authorities that a relay knows, asked by way of it: for whoever cannot reach one, as a
 * browser cannot. Only a digest is sent; of the tokens that come back those count that hold under the trust
 * list and are for this very request, whatever the relay says.
 *
 * @returns what throws {@link ClientError} `timestamp-refused` where none does; RelayProblem
 */
export const relayStamper = (
  relay: Pick<Relay, 'call'>,
  name: string,
  trust: TrustList,
): Stamper => ({
  name,
  async stamp(data) {
    const { request, nonce } = await createTimestampRequest(data)
    const body = { request: toBase64(request) }
    const { answers } = await relay.call('carryTimestampRequest', { body })
    const anchors = timestampAnchorsOf(trust)
    const judged = await Promise.allSettled(
      answers.map(async ({ authority, answer }) => {
        if (answer === null) throw refused(`${authority} does not answer`)
        const token = readTimestampResponse(fromBase64(answer))
        await verifyTimestampToken(token, data, anchors, { nonce })
        return token
      }),
    )
    const tokens = judged.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    if (tokens.length > 0) return tokens
    const why = judged.flatMap((one) =>
      one.status === 'rejected' && one.reason instanceof Error ? [one.reason.message] : [],
    )
    throw refused(why.length > 0 ? why.join('; ') : 'the relay knows none')
  },
})

const refused = (why: string) =>
  new ClientError(
    'timestamp-refused',
    `no time-stamping authority of the relay gave a time-stamp that holds: ${why}`,
    'Try again later; its root must be among the time-stamping roots of your trust list.',
  )
