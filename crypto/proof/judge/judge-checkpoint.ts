import { fromBase64 } from '../../bytes/bytes.js'
import { type Checkpoint, openCheckpoint } from '../../transparency/checkpoint.js'
import { verifyConsistency } from '../../transparency/consistency.js'
import { attempt, firstOf, type Outcome } from '../attempt.js'
import type { ProofBundle } from '../bundle.js'
import { type Fact, factOf } from '../fact.js'
import { logKeys, type LogSigners } from '../log-keys.js'

export type JudgedCheckpoint = {
  readonly facts: readonly Fact[]
  /** Present if the log's signature over it holds. */
  readonly checkpoint: Checkpoint | undefined
}

/** Opens the checkpoint of a bundle, and the later one if there is one. */
export async function judgeCheckpoint(
  { log, consistency }: ProofBundle,
  signers: LogSigners,
): Promise<JudgedCheckpoint> {
  if (!log) {
    const text = 'No checkpoint is in the bundle: the log had not published these statements yet.'
    return { facts: [factOf('checkpoint-signed', 'unproved', text)], checkpoint: undefined }
  }
  const opened = await openBundled(log.checkpoint, signers)
  const facts = [signed(opened)]
  const checkpoint = opened?.ok ? opened.value : undefined
  if (consistency && checkpoint) {
    const later = await openBundled(consistency.checkpoint, signers)
    facts.push(await consistent(checkpoint, later, consistency.path))
  } else if (consistency) {
    const text = 'A later checkpoint is in the bundle, and nothing that it continues.'
    facts.push(factOf('checkpoint-consistent', 'unproved', text))
  }
  return { facts, checkpoint }
}

/** Opens a checkpoint of a bundle by the keys of its log; undefined if none is known. */
export async function openBundled(
  note: string,
  signers: LogSigners,
): Promise<Outcome<Checkpoint> | undefined> {
  const keys = await attempt(() => logKeys(note, signers))
  return keys.ok ? firstOf(keys.value, (key) => openCheckpoint(note, key)) : keys
}

function signed(opened: Outcome<Checkpoint> | undefined): Fact {
  if (!opened) {
    const text =
      'The key of the log is known neither from the trust list nor from the relay’s entry.'
    return factOf('checkpoint-signed', 'unproved', text)
  }
  if (!opened.ok) {
    const { code, message } = opened.error
    const text = `The checkpoint is not one that the log signed: ${message}.`
    return factOf('checkpoint-signed', 'contradicted', text, { data: { code } })
  }
  const { origin, size } = opened.value
  const text = `The log ${origin} signed a checkpoint of ${size} entries.`
  return factOf('checkpoint-signed', 'proved', text, { data: { origin, size: String(size) } })
}

async function consistent(
  from: Checkpoint,
  later: Outcome<Checkpoint> | undefined,
  path: readonly string[],
): Promise<Fact> {
  const outcome = later?.ok
    ? await attempt(async () => {
        await verifyConsistency({
          fromSize: from.size,
          fromRoot: from.root,
          toSize: later.value.size,
          toRoot: later.value.root,
          path: path.map(fromBase64),
        })
        return later.value
      })
    : later
  const fact = 'checkpoint-consistent'
  if (!outcome) return factOf(fact, 'unproved', 'The key of the later checkpoint is not known.')
  if (!outcome.ok || outcome.value.origin !== from.origin) {
    const text = 'The later checkpoint does not continue the earlier one: the log was rewritten.'
    return factOf(fact, 'contradicted', text, {
      data: outcome.ok ? {} : { code: outcome.error.code },
    })
  }
  const size = String(outcome.value.size)
  return factOf(fact, 'proved', `The log later had ${size} entries and began with the same.`, {
    data: { size },
  })
}
