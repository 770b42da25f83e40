import { equalBytes, toUtf8 } from '#crypto/bytes/bytes.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { hashLeaf } from '#crypto/transparency/hash.js'
import { LogFault } from './log-fault.js'
import type { LogStore, StoredLeaf } from './ports.js'

/**
 * Holds leaves against the statements they stand for: those are read from the store and hashed again.
 *
 * @throws {@link LogFault} `log/leaf-missing` if a statement is gone, `log/leaf-rewritten` if leaf and
 *   statement no longer agree.
 */
export async function checkLeaves(
  log: Pick<LogStore, 'statements'>,
  leaves: readonly StoredLeaf[],
): Promise<void> {
  const statements = await log.statements(leaves.map(({ digest }) => digest))
  // All at once: each digest is a round trip to another thread.
  await Promise.all(leaves.map((leaf) => checkLeaf(leaf, statements.get(leaf.digest))))
}

async function checkLeaf(
  { index, digest, hash }: StoredLeaf,
  statement: string | undefined,
): Promise<void> {
  if (statement === undefined) {
    throw new LogFault('log/leaf-missing', `the statement of leaf ${index} is not kept`)
  }
  const octets = toUtf8(statement)
  if ((await digestOf(octets)) !== digest || !equalBytes(await hashLeaf(octets), hash)) {
    throw new LogFault('log/leaf-rewritten', `leaf ${index} and its statement do not agree`)
  }
}

/**
 * Reads the leaves of a range, all of them.
 *
 * @throws {@link LogFault} `log/leaf-missing` if one lacks.
 */
export async function readLeaves(
  log: Pick<LogStore, 'leaves'>,
  from: number,
  to: number,
): Promise<readonly StoredLeaf[]> {
  const leaves = await log.leaves(from, to - from)
  if (leaves.length === to - from && leaves.every(({ index }, i) => index === from + i)) {
    return leaves
  }
  throw new LogFault('log/leaf-missing', `not every leaf from ${from} to ${to - 1} is kept`)
}
