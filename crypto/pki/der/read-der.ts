/**
 * A strict reader of DER (X.690 §10 and §11): one encoding for one value, or a refusal.
 *
 * The usual libraries read BER: indefinite lengths, padded lengths, octets after the end. Each of
 * these is a second spelling of something that was signed once, so none is accepted here.
 *
 * @packageDocumentation
 */
import { CryptoError } from '../../errors.js'

export type Octets = Uint8Array<ArrayBuffer>

/** One value: its identifier octet, its whole encoding, and what stands inside. */
export type DerValue = {
  readonly tag: number
  readonly bytes: Octets
  readonly content: Octets
}

const CONSTRUCTED = 0x20
const CLASS = 0xc0
const HIGH_TAG = 0x1f
// Deeper than any certificate, list, token or PKCS#12 file of ours by a factor of three.
const MAX_DEPTH = 32

export const malformed = (what: string): CryptoError => new CryptoError('pki/malformed', what)

/**
 * Reads exactly one value and checks the framing of everything nested in it.
 *
 * The octets are copied first: what is checked cannot change under the reader's hands.
 *
 * @param maxBytes - refused before anything is read when longer.
 * @throws {@link CryptoError} `pki/malformed` on octets after the end, an indefinite or padded
 *   length, a multi-octet tag, a constructed string, nesting beyond 32.
 */
export function readDer(bytes: Uint8Array, maxBytes: number): DerValue {
  if (bytes.length > maxBytes) throw malformed(`longer than ${maxBytes} octets`)
  const value = readValue(new Uint8Array(bytes), 0)
  if (value.bytes.length !== bytes.length) throw malformed('octets after the end')
  checkNested(value)
  return value
}

/** The values directly inside a constructed one, in order. */
export function childrenOf({ content }: DerValue): readonly DerValue[] {
  const children: DerValue[] = []
  for (let offset = 0; offset < content.length;) {
    const child = readValue(content, offset)
    children.push(child)
    offset += child.bytes.length
  }
  return children
}

function checkNested(top: DerValue): void {
  let level: readonly DerValue[] = [top]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth === MAX_DEPTH) throw malformed('nested too deep')
    level = level.flatMap((value) => ((value.tag & CONSTRUCTED) === 0 ? [] : childrenOf(value)))
  }
}

function readValue(octets: Octets, start: number): DerValue {
  const tag = octetAt(octets, start)
  if ((tag & HIGH_TAG) === HIGH_TAG) throw malformed('a tag number above 30')
  const isStructure = (tag & HIGH_TAG) === 0x10 || (tag & HIGH_TAG) === 0x11
  // X.690 §10.2: DER never splits a string into pieces. §8.9, §8.11: structures are constructed.
  if ((tag & CLASS) === 0 && ((tag & CONSTRUCTED) !== 0) !== isStructure) {
    throw malformed('a constructed string or a primitive structure')
  }
  const { length, at } = readLength(octets, start + 1)
  const end = at + length
  if (end > octets.length) throw malformed('a length beyond the end')
  return { tag, bytes: octets.subarray(start, end), content: octets.subarray(at, end) }
}

/** X.690 §10.1: definite form, in the fewest octets. Four octets of length are beyond every bound here. */
function readLength(octets: Octets, start: number): { length: number; at: number } {
  const first = octetAt(octets, start)
  if (first < 0x80) return { length: first, at: start + 1 }
  const count = first & 0x7f
  if (count === 0) throw malformed('an indefinite length')
  if (count > 3) throw malformed('a length of more than three octets')
  let length = 0
  for (let i = 1; i <= count; i++) length = (length << 8) | octetAt(octets, start + i)
  if (length < 0x80 || length < 2 ** (8 * (count - 1))) throw malformed('a padded length')
  return { length, at: start + 1 + count }
}

function octetAt(octets: Octets, index: number): number {
  const octet = octets[index]
  if (octet === undefined) throw malformed('an end in the middle of a value')
  return octet
}
