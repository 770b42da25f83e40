import { fromBase64 } from '#crypto/bytes/bytes.js'
import { type InPlace, sha256InPlace } from '#crypto/bytes/sha256-in-place.js'

/** Passwords that were stolen and published; asked for one by one, in small letters. */
export type LeakedPasswords = Pick<ReadonlySet<string>, 'has'>

/** Those of the second list have so many at least. */
const LONG = 15
/** Octets of a digest, as tooling/leaked-digests.mjs keeps them. */
const KEPT = 5

let lists: Promise<LeakedPasswords> | undefined

/**
 * Some 59,000 passwords that were stolen and published, those that were used most: 49,000 of any length, the list of zxcvbn-ts,
 * and 9,700 of 15 characters and more, by their digests. Fetched and unpacked when it is asked for first, since they are
 * larger than all that judges by them.
 *
 * @throws whatever loading code throws, such as without a network in a browser; asked again it tries again.
 */
export const leakedPasswords = (): Promise<LeakedPasswords> => (lists ??= loaded())

async function loaded(): Promise<LeakedPasswords> {
  try {
    const [{ dictionary }, { leakedDigests }, digest] = await Promise.all([
      import('@zxcvbn-ts/language-common'),
      import('./leaked-digests.js'),
      sha256InPlace(),
    ])
    const short = new Set(dictionary['passwords-common'])
    const isLong = longOnes(fromBase64(leakedDigests), digest)
    return { has: (text) => short.has(text) || (text.length >= LONG && isLong(text)) }
  } catch (error) {
    lists = undefined
    throw error
  }
}

function longOnes(octets: Uint8Array, digest: InPlace): (text: string) => boolean {
  const known = new Set<number>()
  for (let at = 0; at < octets.length; at += KEPT) known.add(numberOf(octets, at))
  // Half of a surrogate pair, where a text was cut, becomes U+FFFD and is on no list.
  const encoder = new TextEncoder()
  return (text) => known.has(numberOf(digest(encoder.encode(text)), 0))
}

/** The next octets as one number, which a double holds exactly. */
function numberOf(octets: Uint8Array, from: number): number {
  let number = 0
  for (const octet of octets.subarray(from, from + KEPT)) number = number * 256 + octet
  return number
}
