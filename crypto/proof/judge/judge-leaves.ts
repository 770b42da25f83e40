import { fromBase64, toUtf8 } from '../../bytes/bytes.js'
import { CryptoError } from '../../errors.js'
import type { Checkpoint } from '../../transparency/checkpoint.js'
import { hashLeaf } from '../../transparency/hash.js'
import { verifyInclusion } from '../../transparency/inclusion.js'
import { attempt } from '../attempt.js'
import type { ProofBundle } from '../bundle.js'
import { type Fact, factOf } from '../fact.js'
import { type Pieces, piecesOf } from '../pieces.js'

type Leaf = NonNullable<ProofBundle['log']>['leaves'][number]

export type JudgedLeaves = {
  readonly fact: Fact
  /** Digests of statements that stand in the log under the checkpoint. */
  readonly logged: ReadonlySet<string>
}

/**
 * Verifies that statements stand in the log. Required are the evidence about the package and about hand-offs,
 * the receipts, and all that was stated about a hand-off; further leaves may come along, and must hold as well.
 */
export async function judgeLeaves(
  { log }: ProofBundle,
  pieces: Pieces,
  checkpoint: Checkpoint | undefined,
): Promise<JudgedLeaves> {
  const logged = new Set<string>()
  if (!log || !checkpoint) {
    const text = 'Without a checkpoint that holds, nothing shows that the log has these statements.'
    return { fact: factOf('logged', 'unproved', text), logged }
  }
  const statements = new Map(statementsIn(pieces))
  for (const leaf of log.leaves) {
    const outcome = await attempt(() => requireLeaf(leaf, statements.get(leaf.digest), checkpoint))
    if (!outcome.ok) {
      const { code, message } = outcome.error
      const text = `A statement is not in the log as the bundle says: ${message}.`
      const details = { statement: leaf.digest, data: { code, index: String(leaf.index) } }
      return { fact: factOf('logged', 'contradicted', text, details), logged: new Set() }
    }
    logged.add(leaf.digest)
  }
  return { fact: coverage(requiredOf(pieces), logged), logged }
}

const statementsIn = (pieces: Pieces) =>
  [
    ...pieces.headers,
    ...pieces.credentials,
    ...pieces.approvals,
    ...pieces.entries,
    ...pieces.evidence,
    ...pieces.receipts,
    ...pieces.revocations,
    ...pieces.suspensions,
    ...pieces.translations.flatMap(piecesOf),
  ].map(({ digest, statement }) => [digest, statement] as const)

const requiredOf = ({ evidence, receipts, translations }: Pieces): readonly string[] => [
  ...evidence.filter(({ claims }) => claims.about !== 'directory').map(({ digest }) => digest),
  ...receipts.map(({ digest }) => digest),
  ...translations.flatMap(piecesOf).map(({ digest }) => digest),
]

async function requireLeaf(leaf: Leaf, statement: string | undefined, { size, root }: Checkpoint) {
  if (statement === undefined) {
    throw new CryptoError('proof/malformed', 'a leaf of a statement that is not in the bundle')
  }
  const proof = { leafIndex: leaf.index, treeSize: size, path: leaf.path.map(fromBase64) }
  await verifyInclusion(await hashLeaf(toUtf8(statement)), proof, root)
}

function coverage(required: readonly string[], logged: ReadonlySet<string>): Fact {
  const missing = required.filter((digest) => !logged.has(digest)).length
  const data = { statements: String(required.length), missing: String(missing) }
  if (required.length === 0 || missing > 0) {
    const text = `Of ${required.length} pieces of evidence and receipts, ${missing} are not shown to be in the log.`
    return factOf('logged', 'unproved', text, { data })
  }
  const text = `All ${required.length} pieces of evidence and receipts stand in the log.`
  return factOf('logged', 'proved', text, { data })
}
