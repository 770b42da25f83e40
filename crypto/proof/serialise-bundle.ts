import { toUtf8 } from '../bytes/bytes.js'
import { canonicalize } from '../canonical/canonicalize.js'
import type { ProofBundle } from './bundle.js'
import { parseBundle } from './parse-bundle.js'

/**
 * The octets of a `.rogatory-proof` file: canonical JSON and a newline, read back before it leaves.
 *
 * @throws {@link CryptoError} `proof/malformed` if nobody could read it, as when it is beyond 8 MiB.
 */
export function serialiseBundle(bundle: ProofBundle): Uint8Array<ArrayBuffer> {
  const octets = toUtf8(`${canonicalize(bundle)}\n`)
  parseBundle(octets)
  return octets
}
