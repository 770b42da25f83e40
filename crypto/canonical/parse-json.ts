/**
 * Reading JSON that a stranger wrote (RFC 8259), with the one meaning that I-JSON (RFC 7493) gives.
 *
 * `JSON.parse` keeps the last of two members with one name, other readers keep the first; it rounds
 * large integers, others do not. A statement that says one thing here and another elsewhere proves
 * nothing, so such texts are refused.
 *
 * @packageDocumentation
 */
import { hasLoneSurrogate, toUtf8 } from '../bytes/bytes.js'
import { CryptoError } from '../errors.js'
import { scanJson } from './scan-json.js'

/** How much of a stranger's text is read. */
export type JsonBounds = {
  /** Octets of the text in UTF-8. */
  readonly maxBytes: number
  /** Levels of arrays and objects; a scalar alone has none. */
  readonly maxDepth: number
}

/**
 * Parses JSON with one meaning, within bounds that are checked before anything is allocated.
 *
 * @throws {@link CryptoError} `canonical/too-large` beyond `maxBytes`; `canonical/too-deep` beyond
 *   `maxDepth`; `canonical/malformed` on anything that is not JSON, a member named twice or named
 *   `__proto__`, a lone surrogate (escaped or not), and a number that a double cannot hold: beyond
 *   its range, or an integer literal beyond 2^53 - 1 in magnitude.
 */
export function parseJson(text: string, bounds: JsonBounds): unknown {
  // A character takes one to three octets a UTF-16 unit, so most texts need no count.
  if (text.length > bounds.maxBytes) throw tooLarge()
  if (hasLoneSurrogate(text)) {
    throw new CryptoError('canonical/malformed', 'a lone surrogate is no text')
  }
  if (text.length * 3 > bounds.maxBytes && toUtf8(text).length > bounds.maxBytes) throw tooLarge()
  scanJson(text, bounds.maxDepth)
  try {
    return JSON.parse(text)
  } catch {
    throw new CryptoError('canonical/malformed', 'not JSON')
  }
}

const tooLarge = () => new CryptoError('canonical/too-large', 'the text is longer than allowed')
