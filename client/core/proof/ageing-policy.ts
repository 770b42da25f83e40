import { z } from 'zod'
import { fromUtf8 } from '#crypto/bytes/bytes.js'
import { parseJson } from '#crypto/canonical/parse-json.js'
import { type Sunset, Sunsets } from '#crypto/proof/sunset.js'
import { ClientError } from '../client-error.js'

const Policy = z.strictObject({ sunsets: Sunsets })
const BOUNDS = { maxBytes: 65_536, maxDepth: 4 }

/**
 * Reads a policy for ageing from a file.
 *
 * @param name - of the file, as it is told to people.
 * @throws {@link ClientError} `usage`
 */
export function readAgeingPolicy(name: string, octets: Uint8Array): readonly Sunset[] {
  try {
    return Policy.parse(parseJson(fromUtf8(octets), BOUNDS)).sunsets
  } catch (cause) {
    throw new ClientError(
      'usage',
      `${name} is no policy for ageing`,
      'It is JSON such as {"sunsets": [{"algorithm": "RSA", "below": 3072, "lastDay": "2030-12-31", "source": "…"}]}.',
      { cause },
    )
  }
}
