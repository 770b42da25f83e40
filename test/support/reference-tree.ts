import { concat } from '#crypto/bytes/bytes.js'

/** The hash of a subtree that the tree does not work out: a leaf, or whatever is declared to be there. */
export type KnownHash = (begin: number, end: number) => Promise<Uint8Array> | undefined

/**
 * The definitions of RFC 9162 word by word, slow and obvious, over WebCrypto: what the real code,
 * which shares nothing with it, is checked against.
 *
 * With hashes declared for whole subtrees, it reaches sizes that no machine could fill with leaves.
 */
export function referenceTree(known: KnownHash) {
  const made = new Map<string, Promise<Uint8Array>>()

  /** §2.1.1: MTH(D[begin:end]). */
  const mth = (begin: number, end: number): Promise<Uint8Array> => {
    const name = `${begin}:${end}`
    const hash = made.get(name) ?? known(begin, end) ?? split(begin, end)
    made.set(name, hash)
    return hash
  }
  const split = async (begin: number, end: number) => {
    const k = begin + splitPoint(end - begin)
    return nodeHash(await mth(begin, k), await mth(k, end))
  }

  /** §2.1.3.1: PATH(m, D[begin:end]), with m counted from the first leaf of all. */
  const path = async (m: number, begin: number, end: number): Promise<Uint8Array[]> => {
    if (end - begin === 1) return []
    const k = begin + splitPoint(end - begin)
    return m < k
      ? [...(await path(m, begin, k)), await mth(k, end)]
      : [...(await path(m, k, end)), await mth(begin, k)]
  }

  /** §2.1.4.1: SUBPROOF(m, D[begin:end], b), with m counted from the first leaf of all. */
  const subproof = async (
    m: number,
    begin: number,
    end: number,
    b: boolean,
  ): Promise<Uint8Array[]> => {
    if (m === end) return b ? [] : [await mth(begin, end)]
    const k = begin + splitPoint(end - begin)
    return m <= k
      ? [...(await subproof(m, begin, k, b)), await mth(k, end)]
      : [...(await subproof(m, k, end, false)), await mth(begin, k)]
  }

  return {
    hashOf: mth,
    root: (size: number) => (size === 0 ? sha256(new Uint8Array()) : mth(0, size)),
    inclusion: (leafIndex: number, size: number) => path(leafIndex, 0, size),
    consistency: (fromSize: number, size: number) => subproof(fromSize, 0, size, true),
  }
}

/** The tree over the given entries. */
export const treeOf = (entries: readonly Uint8Array[]) =>
  referenceTree((begin, end) =>
    end - begin === 1 ? leafHash(entries[begin] ?? new Uint8Array()) : undefined,
  )

const sha256 = async (octets: Uint8Array<ArrayBuffer>) =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', octets))

export const leafHash = (entry: Uint8Array) => sha256(concat(Uint8Array.of(0), entry))
export const nodeHash = (left: Uint8Array, right: Uint8Array) =>
  sha256(concat(Uint8Array.of(1), left, right))

/** Largest power of two strictly below `n`, read off the binary digits of `n - 1`. */
const splitPoint = (n: number) => 2 ** ((n - 1).toString(2).length - 1)
