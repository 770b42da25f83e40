import { anchorsOf } from '#crypto/directory/trust-list.js'
import type { RelayIdentity } from '../domain/relay-identity.js'
import type { Logger } from '../observability/logger.js'

/** A root beside the network's own that the trust list binds to no State may speak for the authorities of every State. */
export function warnOfUnboundRoots(
  { trust, entry }: Pick<RelayIdentity, 'trust' | 'entry'>,
  log: Pick<Logger, 'warn'>,
): void {
  const bound = (trust.nationalRoots ?? []).map(({ root }) => root)
  for (const { fingerprint } of anchorsOf(trust).roots) {
    if (fingerprint === entry.root.fingerprint || bound.includes(fingerprint)) continue
    log.warn('trust.unbound-root', { digest: fingerprint })
  }
}
