import { signClientAssertion } from '#crypto/access/client-assertion.js'
import type { SigningKey } from '#crypto/keys/key.js'
import { boardEntrance } from '#server/contract/board.js'
import { ClientError } from '../client-error.js'

/**
 * A link into the board of queues at one address and no other: good once, for a minute from `at`. It holds an
 * assertion (RFC 7523 §2.2) and nothing of the key.
 *
 * @param key - the operator's, which the relay's entry names.
 * @param origin - of the board, such as `http://127.0.0.1:9480`.
 * @throws ClientError `usage` for what is no origin, or an address where others could read the link on its way.
 */
export async function boardLink(key: SigningKey, origin: string, at: Date): Promise<string> {
  if (!isOrigin(origin)) {
    const what = `${origin} is not the address of a board`
    throw new ClientError('usage', what, 'It looks like http://127.0.0.1:9480, without a path.')
  }
  if (!isPrivate(origin)) {
    const what = `a link to ${origin} could be read on its way`
    throw new ClientError('usage', what, 'Use https, or a tunnel that ends on this machine.')
  }
  const audience = boardEntrance(origin)
  return `${audience}?link=${await signClientAssertion({ key, audience, at })}`
}

const isOrigin = (text: string): boolean =>
  URL.canParse(text) && /^https?:/.test(text) && new URL(text).origin === text

/** By HTTPS, or on this very machine. */
const isPrivate = (origin: string): boolean =>
  origin.startsWith('https:') ||
  /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(origin).hostname)
