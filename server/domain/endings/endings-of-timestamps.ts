import { toUtf8 } from '#crypto/bytes/bytes.js'
import type { Ending } from '#crypto/directory/key-endings.js'
import { timestampAnchorsOf } from '#crypto/directory/trust-list.js'
import { CryptoError } from '#crypto/errors.js'
import { verifyTimestampToken } from '#crypto/timestamp/verify-timestamp-token.js'
import type { LogStore, TimestampStore } from '../log/ports.js'
import type { RelayIdentity } from '../relay-identity.js'

type Ports = {
  readonly log: Pick<LogStore, 'checkpoint'>
  readonly timestamps: Pick<TimestampStore, 'forCheckpoint' | 'newestStamped'>
  readonly relay: Pick<RelayIdentity, 'trust'>
}

/**
 * When the certificates of the time-stamping authorities run out, as the newest tokens show: the built-in
 * one's and those elsewhere alike. One whose token does not verify is told by whoever asked for it.
 */
export async function endingsOfTimestamps({
  log,
  timestamps,
  relay,
}: Ports): Promise<readonly Ending[]> {
  const size = await timestamps.newestStamped()
  const checkpoint = size === undefined ? undefined : await log.checkpoint(size)
  if (checkpoint === undefined) return []
  const anchors = timestampAnchorsOf(relay.trust)
  const endings: Ending[] = []
  for (const { token } of await timestamps.forCheckpoint(checkpoint.size)) {
    try {
      const stamp = await verifyTimestampToken(token, toUtf8(checkpoint.note), anchors)
      const { signer, validUntil } = stamp
      endings.push({
        what: 'timestamp-certificate',
        of: signer.fingerprint,
        at: validUntil.toISOString(),
      })
    } catch (error) {
      if (!(error instanceof CryptoError)) throw error
    }
  }
  return endings
}
