import { fromUtf8 } from '../bytes/bytes.js'
import { parseJson } from '../canonical/parse-json.js'
import { CryptoError } from '../errors.js'
import { ProofBundle } from './bundle.js'

/** Octets of a proof bundle. */
export const MAX_BUNDLE_BYTES = 8 * 1024 * 1024
const BOUNDS = { maxBytes: MAX_BUNDLE_BYTES, maxDepth: 16 }

/**
 * Reads a proof bundle from a stranger: at most 8 MiB and 16 levels, no member twice, none unknown.
 * Nothing in it is verified: see {@link verifyBundle}.
 *
 * @throws {@link CryptoError} `proof/malformed`
 */
export function parseBundle(octets: Uint8Array): ProofBundle {
  if (octets.length > MAX_BUNDLE_BYTES) throw malformed('it is longer than 8 MiB')
  const bundle = ProofBundle.safeParse(parsed(octets))
  if (bundle.success) return bundle.data
  const where = bundle.error.issues[0]?.path.join('.') ?? ''
  throw malformed(
    `its form is not that of version 1, 2, 3 or 4 (${where === '' ? 'the whole' : where})`,
  )
}

function parsed(octets: Uint8Array): unknown {
  try {
    return parseJson(fromUtf8(octets), BOUNDS)
  } catch (error) {
    throw malformed(error instanceof CryptoError ? error.message : 'it is not JSON')
  }
}

const malformed = (why: string) => new CryptoError('proof/malformed', `not a proof bundle: ${why}`)
