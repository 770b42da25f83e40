/**
 * SHA-256 without a promise (FIPS 180-4 §6.2): WebCrypto has only the asynchronous one, and reading
 * a certificate is synchronous. For fingerprints of public certificates, at most some kilobytes.
 *
 * @packageDocumentation
 */

const PRIMES = firstPrimes(64)
const fraction = (root: number): number => ((root - Math.floor(root)) * 2 ** 32) | 0
// §5.3.3 and §4.2.2: the first 32 bits of the fractional parts of square and cube roots.
const INITIAL = Int32Array.from(PRIMES.slice(0, 8), (prime) => fraction(Math.sqrt(prime)))
const CONSTANTS = Int32Array.from(PRIMES, (prime) => fraction(Math.cbrt(prime)))

/** SHA-256 of `data`, at once. */
export function sha256Now(data: Uint8Array): Uint8Array<ArrayBuffer> {
  const padded = new Uint8Array(Math.ceil((data.length + 9) / 64) * 64)
  padded.set(data)
  padded[data.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setBigUint64(padded.length - 8, BigInt(data.length) * 8n)

  const state = Int32Array.from(INITIAL)
  for (let block = 0; block < padded.length; block += 64) compress(state, view, block)

  const digest = new DataView(new ArrayBuffer(32))
  state.forEach((word, i) => digest.setInt32(4 * i, word))
  return new Uint8Array(digest.buffer)
}

function compress(state: Int32Array, view: DataView, block: number): void {
  const schedule = new Int32Array(64)
  for (let t = 0; t < 16; t++) schedule[t] = view.getInt32(block + 4 * t)
  for (let t = 16; t < 64; t++) {
    const early = at(schedule, t - 15)
    const late = at(schedule, t - 2)
    schedule[t] =
      at(schedule, t - 16) +
      at(schedule, t - 7) +
      (rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3)) +
      (rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10))
  }
  // §6.2.2: the working variables, in locals; an array of them takes three times as long.
  let [a, b, c, d] = [at(state, 0), at(state, 1), at(state, 2), at(state, 3)]
  let [e, f, g, h] = [at(state, 4), at(state, 5), at(state, 6), at(state, 7)]
  for (let t = 0; t < 64; t++) {
    const choice = (e & f) ^ (~e & g)
    const majority = (a & b) ^ (a & c) ^ (b & c)
    const first =
      h +
      (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) +
      choice +
      at(CONSTANTS, t) +
      at(schedule, t)
    const second = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + majority
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) state[i] = at(state, i) + word
}

const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by))
// Every caller counts to a constant length: the index is always inside.
const at = (words: Int32Array, index: number): number => words[index] ?? 0

function firstPrimes(count: number): readonly number[] {
  const primes: number[] = []
  for (let candidate = 2; primes.length < count; candidate++) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate)
  }
  return primes
}
