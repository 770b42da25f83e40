import type { Certificate } from '#crypto/pki/certificate.js'
import type { TimestampAuthority as Responder } from '#crypto/timestamp/create-timestamp-authority.js'
import { createTimestampRequest } from '#crypto/timestamp/timestamp-request.js'
import { readTimestampResponse } from '#crypto/timestamp/timestamp-response.js'
import { verifyTimestampToken } from '#crypto/timestamp/verify-timestamp-token.js'
import type { TimestampAuthority } from '#server/domain/log/ports.js'
import type { Clock } from '#server/domain/ports.js'

/**
 * The relay's own authority, for where none is configured. Its word is the relay's word: it shows when
 * the log stood where it stood only to who trusts this relay's clock, and a proof says so.
 *
 * Its tokens are verified like anybody's, so a certificate that has run out is found out here and
 * not by a court.
 */
export const builtInTimestampAuthority = (
  responder: Responder,
  trust: { readonly roots: readonly Certificate[] },
  clock: Clock,
): TimestampAuthority => ({
  name: 'built-in',
  async stamp(data) {
    const { request, nonce } = await createTimestampRequest(data)
    const token = readTimestampResponse(await responder.respond(request, clock.now()))
    const { at } = await verifyTimestampToken(token, data, trust, { nonce })
    return { token, at }
  },
})
