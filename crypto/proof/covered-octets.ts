import { toUtf8 } from '../bytes/bytes.js'
import { canonicalize } from '../canonical/canonicalize.js'
import type { ProofBundle } from './bundle.js'

const LEFT_OUT: readonly string[] = ['disclosure', 'consistency', 'witnessed']

/**
 * What the time-stamps of a renewal are over: canonical JSON of the bundle as it was, with the older
 * time-stamps and renewals in it and the revocation lists of this one (RFC 4998 §5.3, hash-tree renewal:
 * the octets themselves, so that a later hash need not trust an older one).
 *
 * Left out is what may be told, taken away or fetched anew without touching the story: `disclosure`,
 * which the header commits to, and the later checkpoints `consistency` and `witnessed`.
 *
 * @param renewal - its place in `renewals`, or how many there are, for the next one.
 * @param revocationLists - of the next one; else those of the renewal.
 */
export function coveredOctets(
  bundle: ProofBundle,
  renewal: number,
  revocationLists: readonly string[] = bundle.renewals?.[renewal]?.revocationLists ?? [],
): Uint8Array<ArrayBuffer> {
  const before = (bundle.renewals ?? []).slice(0, renewal)
  const members = Object.entries(bundle).filter(([name]) => !LEFT_OUT.includes(name))
  const covered = { ...Object.fromEntries(members), renewals: [...before, { revocationLists }] }
  return toUtf8(canonicalize(covered))
}
