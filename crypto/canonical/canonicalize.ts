/**
 * The JSON Canonicalization Scheme (RFC 8785): one text for one value.
 *
 * @packageDocumentation
 */
import { hasLoneSurrogate } from '../bytes/bytes.js'
import { CryptoError } from '../errors.js'

// Deeper than anything we sign; also what ends a value that contains itself.
const MAX_DEPTH = 64

/**
 * Writes a value as RFC 8785 says: members sorted by UTF-16 code units, numbers and strings as
 * ECMAScript writes them, no white space.
 *
 * Only what JSON can say is accepted: `JSON.stringify` would drop an `undefined` member, write NaN
 * as null and call `toJSON`, and then what is signed is not what the caller holds.
 *
 * @throws {@link CryptoError} `canonical/malformed` on NaN, infinities, `undefined`, lone
 *   surrogates, big integers, functions, symbols, sparse arrays and objects that are not plain;
 *   `canonical/too-deep` beyond 64 levels.
 *
 * @example
 * ```ts
 * canonicalize({ b: 1, a: [1e21, 'é'] }) // {"a":[1e+21,"é"],"b":1}
 * ```
 */
export function canonicalize(value: unknown): string {
  return write(value, 0)
}

function write(value: unknown, depth: number): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return writeNumber(value)
  if (typeof value === 'string') return writeString(value)
  if (typeof value !== 'object') throw malformed(`JSON has no ${typeof value}`)
  if (depth === MAX_DEPTH) throw new CryptoError('canonical/too-deep', 'nested too deep')
  return Array.isArray(value) ? writeArray(value, depth) : writeObject(value, depth)
}

function writeNumber(value: number): string {
  if (!Number.isFinite(value)) throw malformed('JSON has no NaN and no infinity')
  // RFC 8785 §3.2.2.3 is ECMAScript's own Number::toString, and says that minus zero is "0".
  return String(value)
}

function writeString(value: string): string {
  if (hasLoneSurrogate(value)) throw malformed('a lone surrogate is no text')
  return JSON.stringify(value)
}

// Array.from visits holes too, as undefined, which write refuses.
const writeArray = (value: readonly unknown[], depth: number): string =>
  `[${Array.from(value, (item) => write(item, depth + 1)).join(',')}]`

function writeObject(value: object, depth: number): string {
  if (!isPlain(value)) throw malformed('only plain objects can be written')
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${writeString(name)}:${write(member, depth + 1)}`)
  return `{${members.join(',')}}`
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  const plain = prototype === null || prototype === Object.prototype
  return plain && Object.getOwnPropertySymbols(value).length === 0
}

const malformed = (message: string) => new CryptoError('canonical/malformed', message)
