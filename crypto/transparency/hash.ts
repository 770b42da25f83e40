/**
 * The hashes of the Merkle tree (RFC 9162 §2.1.1), with SHA-256.
 *
 * A tree is hashed 65 octets at a time. WebCrypto sends every digest through a queue to another
 * thread, which costs some forty times the digest itself; here the same function runs in place. The
 * tests hold it against WebCrypto.
 *
 * @packageDocumentation
 */
import { concat, fromHex } from '../bytes/bytes.js'
import { type InPlace, sha256InPlace } from '../bytes/sha256-in-place.js'
import { CryptoError } from '../errors.js'

/** Octets of every hash in the tree. */
export const HASH_OCTETS = 32

/** The root of a tree without leaves: `SHA-256()` (RFC 9162 §2.1.1). */
export const EMPTY_ROOT: Uint8Array = fromHex(
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
)

// Domain separation: without it, a node's 64 octets could be shown as the data of a leaf.
const LEAF = Uint8Array.of(0x00)
const NODE = 0x01

/** The two hashes of a tree, in step, for loops that take thousands of them. */
export type TreeHasher = {
  readonly leaf: (entry: Uint8Array) => Uint8Array
  readonly node: (left: Uint8Array, right: Uint8Array) => Uint8Array
}

let hasher: Promise<TreeHasher> | undefined

/** The hasher of this process, made on first use. */
export function treeHasher(): Promise<TreeHasher> {
  hasher ??= sha256InPlace().then(treeHasherOver)
  return hasher
}

function treeHasherOver(sha256: InPlace): TreeHasher {
  // One serves all: nothing is awaited between filling and hashing it.
  const pair = new Uint8Array(1 + 2 * HASH_OCTETS)
  pair[0] = NODE
  return {
    leaf: (entry) => sha256(concat(LEAF, entry)),
    node: (left, right) => {
      requireHash(left)
      requireHash(right)
      pair.set(left, 1)
      pair.set(right, 1 + HASH_OCTETS)
      return sha256(pair)
    },
  }
}

// A shorter one would leave octets of the pair before in its place.
function requireHash(hash: Uint8Array): void {
  if (hash.length !== HASH_OCTETS) {
    throw new CryptoError(
      'transparency/proof-shape',
      `a hash of the tree has ${HASH_OCTETS} octets`,
    )
  }
}

/**
 * Hashes the octets of a log entry: `SHA-256(0x00 || entry)` (RFC 9162 §2.1.1).
 *
 * @example
 * ```ts
 * const leafHash = await hashLeaf(toUtf8(statement))
 * ```
 */
export const hashLeaf = async (entry: Uint8Array): Promise<Uint8Array> =>
  (await treeHasher()).leaf(entry)

/**
 * Hashes two subtrees into their parent: `SHA-256(0x01 || left || right)` (RFC 9162 §2.1.1).
 *
 * @throws {@link CryptoError} `transparency/proof-shape` unless both are 32 octets.
 */
export const hashNode = async (left: Uint8Array, right: Uint8Array): Promise<Uint8Array> =>
  (await treeHasher()).node(left, right)
