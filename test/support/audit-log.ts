import { createHash } from 'node:crypto'
import { expect } from 'chai'
import type { Connection } from 'mongoose'
import { openCheckpoint } from '#crypto/transparency/checkpoint.js'
import type { NoteKey } from '#crypto/transparency/note-key.js'

type Raw = Record<string, unknown>

/**
 * Recomputes the whole log from the raw collections, with nothing but SHA-256 and the textbook
 * definition of the tree, and fails unless everything agrees:
 * every statement is a leaf exactly once and knows its index; indexes are contiguous; every tile holds
 * the hashes it must, at the width it must have; each checkpoint is signed, over the root of the first
 * leaves, and has the one before it as its predecessor; the newest covers every leaf.
 */
export async function auditLog(
  connection: Connection,
  key: NoteKey,
): Promise<{ size: number; checkpoints: number }> {
  const all = (name: string, sort: Record<string, 1>) =>
    connection.collection<Raw>(name).find({}, { promoteBuffers: true }).sort(sort).toArray()
  const statements = await all('statements', { index: 1 })
  const leaves = await all('leaves', { _id: 1 })
  const checkpoints = await all('checkpoints', { _id: 1 })

  expect(
    leaves.map(({ _id }) => _id),
    'indexes',
  ).to.deep.equal(leaves.map((_, i) => i))
  expect(
    statements.map(({ index }) => index),
    'indexes of statements',
  ).to.deep.equal(leaves.map((_, i) => i))
  const hashes = statements.map(({ _id, statement }, i) => {
    const octets = Buffer.from(String(statement), 'utf8')
    expect(sha256(octets).toString('hex'), `digest of statement ${i}`).to.equal(_id)
    const hash = sha256(Buffer.of(0), octets)
    expect(leaves[i]?.['digest'], `digest of leaf ${i}`).to.equal(_id)
    expect(hexOf(leaves[i]?.['hash']), `hash of leaf ${i}`).to.equal(hash.toString('hex'))
    return hash
  })

  auditTiles(await all('tiles', { _id: 1 }), hashes)

  let previous = 0
  for (const stored of checkpoints) {
    const { size, root } = await openCheckpoint(String(stored['note']), key)
    expect(size, 'size of checkpoint').to.equal(stored._id)
    expect(stored['previous'], `predecessor of checkpoint ${size}`).to.equal(previous)
    // Over the same leaves as the latest tree: so every older checkpoint is consistent with it.
    expect(Buffer.from(root).toString('hex'), `root at ${size}`).to.equal(
      rootOf(hashes.slice(0, size)).toString('hex'),
    )
    previous = size
  }
  expect(previous, 'leaves covered by the newest checkpoint').to.equal(leaves.length)
  return { size: leaves.length, checkpoints: checkpoints.length }
}

function auditTiles(tiles: Raw[], leafHashes: Buffer[]): void {
  const expected = new Map<string, string>()
  for (let level = 0, row = leafHashes; row.length > 0; level++, row = everySubtree(row)) {
    for (let i = 0; i < row.length; i += 256) {
      expected.set(`${level}/${i / 256}`, Buffer.concat(row.slice(i, i + 256)).toString('hex'))
    }
  }
  const stored = new Map(tiles.map(({ _id, octets }) => [String(_id), hexOf(octets)]))
  expect([...stored.keys()].sort(), 'tiles').to.deep.equal([...expected.keys()].sort())
  for (const [id, octets] of expected) expect(stored.get(id), `tile ${id}`).to.equal(octets)
}

/** The roots of all complete subtrees of 256. */
const everySubtree = (row: Buffer[]): Buffer[] =>
  Array.from({ length: Math.floor(row.length / 256) }, (_, i) =>
    rootOf(row.slice(i * 256, (i + 1) * 256)),
  )

/** RFC 9162 §2.1.1, as it is written there. */
function rootOf(hashes: Buffer[]): Buffer {
  const [only] = hashes
  if (only === undefined) return sha256()
  if (hashes.length === 1) return only
  let k = 1
  while (k * 2 < hashes.length) k *= 2
  return sha256(Buffer.of(1), rootOf(hashes.slice(0, k)), rootOf(hashes.slice(k)))
}

function sha256(...data: Buffer[]): Buffer {
  return createHash('sha256').update(Buffer.concat(data)).digest()
}

function hexOf(octets: unknown): string {
  return Buffer.from(octets as Uint8Array).toString('hex')
}
