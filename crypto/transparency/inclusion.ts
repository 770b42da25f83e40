/**
 * Checking that an entry is in the log, given only a signed checkpoint and an audit path.
 *
 * @packageDocumentation
 */
import { equalBytes } from '../bytes/bytes.js'
import { CryptoError } from '../errors.js'
import { isRightChild, parent, proofShape, requireHashes, requireTreeSize } from './coordinates.js'
import { treeHasher } from './hash.js'

export type InclusionProof = {
  /** Zero-based position of the entry. */
  readonly leafIndex: number
  /** Number of entries the checkpoint commits to. */
  readonly treeSize: number
  /** Sibling hashes, from the leaf's own level up. */
  readonly path: readonly Uint8Array[]
}

/**
 * Verifies that `leafHash` sits at `proof.leafIndex` of the tree whose root is `rootHash`.
 *
 * The caller has already verified the signature over the checkpoint that carries `rootHash` and
 * `proof.treeSize`. Everything inside `proof` is treated as hostile. RFC 9162 §2.1.3.2.
 *
 * @throws {@link CryptoError} `transparency/proof-shape` if the path cannot belong to a tree of that
 *   size, `transparency/root-mismatch` if it leads to a different root.
 *
 * @example
 * ```ts
 * const checkpoint = await openCheckpoint(note, logKey)
 * const proof = { leafIndex, treeSize: checkpoint.size, path }
 * await verifyInclusion(await hashLeaf(toUtf8(receipt)), proof, checkpoint.root)
 * ```
 */
export async function verifyInclusion(
  leafHash: Uint8Array,
  proof: InclusionProof,
  rootHash: Uint8Array,
): Promise<void> {
  const { leafIndex, treeSize, path } = proof
  requireTreeSize(treeSize)
  requireTreeSize(leafIndex)
  if (leafIndex >= treeSize) throw proofShape('the leaf is outside the tree')
  requireHashes([leafHash, rootHash, ...path])

  const hasher = await treeHasher()
  let node = leafIndex
  let last = treeSize - 1
  let hash = leafHash
  for (const sibling of path) {
    if (last === 0) throw proofShape('the audit path is too long')
    if (isRightChild(node) || node === last) {
      hash = hasher.node(sibling, hash)
      // On the ragged right edge a node is carried up several levels without a sibling.
      while (!isRightChild(node) && node !== 0) {
        node = parent(node)
        last = parent(last)
      }
    } else {
      hash = hasher.node(hash, sibling)
    }
    node = parent(node)
    last = parent(last)
  }
  if (last !== 0) throw proofShape('the audit path is too short')
  if (!equalBytes(hash, rootHash)) {
    throw new CryptoError(
      'transparency/root-mismatch',
      'the audit path leads to a different root: this entry is not in the log at that place',
    )
  }
}
