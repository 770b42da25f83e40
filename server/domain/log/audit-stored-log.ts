import { equalBytes } from '#crypto/bytes/bytes.js'
import { CryptoError } from '#crypto/errors.js'
import { type Checkpoint, openCheckpoint } from '#crypto/transparency/checkpoint.js'
import type { NoteKey } from '#crypto/transparency/note-key.js'
import { appendLeaves, EMPTY_FRONTIER, rootOf } from '#crypto/transparency/range.js'
import { TILE_WIDTH } from '#crypto/transparency/tiles.js'
import { checkLeaves, readLeaves } from './check-leaves.js'
import { LogFault } from './log-fault.js'
import { openStored } from './open-stored.js'
import type { CheckpointHistory, LogStore } from './ports.js'
import { tileAuditor } from './tile-auditor.js'

type Stored = CheckpointHistory & Pick<LogStore, 'leaves' | 'statements' | 'tiles'>

export type LogAudit = {
  /** Leaves under the newest checkpoint. */
  readonly size: number
  readonly checkpoints: number
  /** Leaves after it, which the sequencer had not published when the copy was made. */
  readonly beyond: number
}

const PAGE = 1000

/**
 * Whether a stored log is the one that was signed, from the first leaf to the last: each leaf is hashed
 * again from its statement, the tree grown anew, and its root held against every checkpoint that was
 * published and against notes that others kept; each tile holds the hashes of that tree. Reads
 * everything and writes nothing; memory does not grow with the log.
 *
 * @param notes - checkpoints of this log that witnesses, clients or proof bundles hold, as signed.
 * @throws {@link LogFault} naming the first thing that is not as it was signed: `log/forked` when the
 *   log has another history than a note, `log/shorter` when it ends before one.
 */
export async function auditStoredLog({
  log,
  key,
  notes = [],
}: {
  readonly log: Stored
  readonly key: NoteKey
  readonly notes?: readonly string[]
}): Promise<LogAudit> {
  const tiles = tileAuditor(log)
  const kept = (await Promise.all(notes.map((note) => openNote(note, key)))).sort(
    (a, b) => a.size - b.size,
  )
  let frontier = EMPTY_FRONTIER
  let previous = 0
  let checkpoints = 0

  const growTo = async (size: number): Promise<void> => {
    while (frontier.size < size) {
      const end = Math.min(size, (Math.floor(frontier.size / TILE_WIDTH) + 1) * TILE_WIDTH)
      const leaves = await readLeaves(log, frontier.size, end)
      await checkLeaves(log, leaves)
      const grown = await appendLeaves(
        frontier,
        leaves.map(({ hash }) => hash),
      )
      frontier = grown.frontier
      await tiles.add(grown.newNodes)
    }
  }
  const hasRoot = async ({ size, root }: Checkpoint): Promise<boolean> => {
    await growTo(size)
    return equalBytes(await rootOf(frontier), root)
  }

  for (;;) {
    const page = await log.checkpointsAfter(previous, PAGE)
    for (const stored of page) {
      const checkpoint = await openStored(stored, key)
      if (stored.previous !== previous) {
        throw new LogFault(
          'log/checkpoint-missing',
          `checkpoint ${stored.size} follows ${stored.previous}, which is not kept`,
        )
      }
      for (let note = kept[0]; note !== undefined && note.size <= stored.size; note = kept[0]) {
        if (!(await hasRoot(note))) {
          throw new LogFault('log/forked', `the note over ${note.size} leaves has another root`)
        }
        kept.shift()
      }
      if (!(await hasRoot(checkpoint))) {
        throw new LogFault(
          'log/root-mismatch',
          `the first ${stored.size} leaves are not those that were signed`,
        )
      }
      previous = stored.size
      checkpoints++
    }
    if (page.length < PAGE) break
  }
  const [longer] = kept
  if (longer !== undefined) {
    throw new LogFault(
      'log/shorter',
      `a note is over ${longer.size} leaves, and the log here ends at ${previous}`,
    )
  }
  await tiles.end()
  return { size: previous, checkpoints, beyond: await beyond(log, previous) }
}

/** Never published, so nobody holds the log to them; yet each must have its statement. */
async function beyond(log: Stored, size: number): Promise<number> {
  let next = size
  for (;;) {
    const leaves = await log.leaves(next, PAGE)
    await readLeaves({ leaves: () => Promise.resolve(leaves) }, next, next + leaves.length)
    await checkLeaves(log, leaves)
    next += leaves.length
    if (leaves.length < PAGE) return next - size
  }
}

const openNote = (note: string, key: NoteKey): Promise<Checkpoint> =>
  openCheckpoint(note, key).catch((cause: unknown) => {
    if (!(cause instanceof CryptoError)) throw cause
    throw new LogFault('log/checkpoint-unreadable', `a note that was given: ${cause.code}`, {
      cause,
    })
  })
