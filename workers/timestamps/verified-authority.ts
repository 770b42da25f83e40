import type { Certificate } from '#crypto/pki/certificate.js'
import { createTimestampRequest } from '#crypto/timestamp/timestamp-request.js'
import { readTimestampResponse } from '#crypto/timestamp/timestamp-response.js'
import { verifyTimestampToken } from '#crypto/timestamp/verify-timestamp-token.js'
import type { TimestampAuthority } from '#server/domain/log/ports.js'
import type { TimestampResponder } from '#server/domain/timestamps/timestamp-responder.js'

/**
 * An authority whose tokens count only once they are verified against the roots for time-stamps: the
 * built-in one's like anybody's, so that a certificate that has run out is found out here and not by a court.
 *
 * @param trust - time-stamping roots of the trust list.
 */
export const verifiedAuthority = (
  { name, respond }: TimestampResponder,
  trust: { readonly roots: readonly Certificate[] },
): TimestampAuthority => ({
  name,
  async stamp(data) {
    const { request, nonce } = await createTimestampRequest(data)
    const token = readTimestampResponse(await respond(request))
    const { at } = await verifyTimestampToken(token, data, trust, { nonce })
    return { token, at }
  },
})
