import { concat } from '#crypto/bytes/bytes.js'
import { ClientError } from '../client-error.js'

/**
 * Octets that fit into memory by contract; beyond `bound` nothing more is read.
 *
 * @throws {@link ClientError} `relay-answer`
 */
export async function gatherOctets(
  source: AsyncIterable<Uint8Array>,
  bound: number,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of source) {
    length += chunk.length
    if (length > bound) {
      throw new ClientError(
        'relay-answer',
        `the relay answers with more than ${bound} octets`,
        'Check that client and relay are of compatible versions.',
      )
    }
    // A source may fill its buffer again.
    chunks.push(chunk.slice())
  }
  return concat(...chunks)
}
