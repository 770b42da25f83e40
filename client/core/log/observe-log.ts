import { fromBase64, fromUtf8 } from '#crypto/bytes/bytes.js'
import type { TrustList } from '#crypto/directory/trust-list.js'
import {
  type Checkpoint,
  openCheckpoint,
  parseCheckpoint,
} from '#crypto/transparency/checkpoint.js'
import {
  compareCheckpoints,
  isBreach,
  type LogBreach,
} from '#crypto/transparency/compare-checkpoints.js'
import { MAX_NOTE_LENGTH, parseNote } from '#crypto/transparency/note.js'
import { type NoteKey, parseVerifierKey } from '#crypto/transparency/note-key.js'
import { ClientError } from '../client-error.js'
import { gatherOctets } from '../packages/gather-octets.js'
import type { LogMemory } from './log-memory.js'
import type { Relay } from '../ports.js'
import { RelayProblem } from '../relay-problem.js'

export type LogObserver = {
  readonly relay: Pick<Relay, 'call' | 'download'>
  readonly trust: TrustList
  readonly memory: LogMemory
  readonly now: () => Date
}
export type ObservedLog = Checkpoint & {
  readonly step: 'first' | 'same' | 'grown'
  /** As the relay served it: the log's signature, and cosignatures. */
  readonly note: string
}

/** Others on this machine may be faster; so often in a row they are not. */
const MOST_TRIES = 16

/**
 * The silent witness: looks at the log's newest checkpoint, demands proof that it continues the last one
 * remembered here, and remembers it. What was remembered is read before the relay is asked, so a
 * smaller tree is not the older answer of a race.
 *
 * @param ask - what shows a checkpoint; the newest one unless told. Asked again after a lost race.
 * @returns undefined while there is nothing to see: the log has published nothing yet and nothing is
 *   remembered, or the trust list names no log.
 * @throws {@link ClientError} `log-breach` when the log has forked, was rewritten or has shrunk: kept in the
 *   memory with both checkpoints; `log-untrusted` when no log of the trust list signed what is shown.
 */
export async function observeLog(
  observer: LogObserver,
  ask: () => Promise<string | undefined> = () => newestCheckpoint(observer.relay),
): Promise<ObservedLog | undefined> {
  const { trust, memory } = observer
  if ((trust.logs ?? []).length === 0) return undefined
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const before = await memory.all()
    const note = await ask()
    if (note === undefined) return nothingShown(observer, before)
    const { checkpoint, key } = await openTrusted(note, trust)
    const { origin } = checkpoint
    const remembered = before.get(origin)
    const step = await stepFrom(observer, remembered, { checkpoint, key, note })
    const isNews = step !== 'same'
    if (!isNews || (await memory.advance(origin, remembered, note))) {
      return { ...checkpoint, note, step }
    }
  }
  throw new ClientError(
    'log-untrusted',
    'the memory of the log changes faster than it can be read',
    'Let one witness at a time use this home.',
  )
}

type Shown = { readonly checkpoint: Checkpoint; readonly key: NoteKey; readonly note: string }

async function stepFrom(
  observer: LogObserver,
  remembered: string | undefined,
  { checkpoint, key, note }: Shown,
): Promise<ObservedLog['step']> {
  if (remembered === undefined) return 'first'
  const before = await openCheckpoint(remembered, key)
  const step = await compareCheckpoints(before, checkpoint, (from, to) =>
    consistency(observer.relay, from, to),
  )
  if (isBreach(step)) throw await breached(observer, step, { remembered, shown: note })
  return step
}

/** Keeps a breach with its two checkpoints, and is the error that names it. */
export async function breached(
  { memory, now }: Pick<LogObserver, 'memory' | 'now'>,
  breach: LogBreach,
  { remembered, shown }: { readonly remembered: string; readonly shown: string | null },
): Promise<ClientError> {
  const { origin, size } = parseCheckpoint(parseNote(remembered).text)
  const seen = now().toISOString()
  const format = 'rogatory-log-breach'
  await memory.keepBreach({ format, version: 1, breach, origin, seen, remembered, shown })
  const what = {
    forked: `shows two different trees of ${size} entries`,
    rewritten: `cannot show that it still begins with the ${size} entries it showed before`,
    shrunken: `shows fewer than the ${size} entries it showed before`,
  }[breach]
  return new ClientError(
    'log-breach',
    `ALARM: the log ${origin} ${what} (${breach})`,
    'Trust nothing from this relay now. Both signed checkpoints are kept (rogatory witness status); show them to the operator and to other authorities.',
  )
}

async function nothingShown(observer: LogObserver, before: ReadonlyMap<string, string>) {
  const keys = await Promise.all((observer.trust.logs ?? []).map(parseVerifierKey))
  const [remembered] = keys.flatMap(({ name }) => before.get(name) ?? [])
  if (remembered === undefined) return undefined
  throw await breached(observer, 'shrunken', { remembered, shown: null })
}

/**
 * Opens a checkpoint by the key of its log in the trust list.
 *
 * @throws ClientError `log-untrusted`
 */
export async function openTrusted(
  note: string,
  { logs = [] }: TrustList,
): Promise<{ readonly checkpoint: Checkpoint; readonly key: NoteKey }> {
  const { origin } = parseCheckpoint(parseNote(note).text)
  const keys = await Promise.all(logs.map(parseVerifierKey))
  const key = keys.find(({ name, use }) => name === origin && use === 'note')
  if (key !== undefined) return { checkpoint: await openCheckpoint(note, key), key }
  throw new ClientError(
    'log-untrusted',
    `the trust list does not name the log ${origin}`,
    'Check the address of the relay, and your trust list with its operator.',
  )
}

async function newestCheckpoint(relay: LogObserver['relay']): Promise<string | undefined> {
  try {
    return fromUtf8(await gatherOctets(relay.download('readCheckpoint', {}), MAX_NOTE_LENGTH))
  } catch (error) {
    if (error instanceof RelayProblem && error.code === 'leaf-unknown') return undefined
    throw error
  }
}

/** A log that will not show how it grew shows nothing: an empty path, which proves nothing. */
async function consistency(relay: LogObserver['relay'], from: number, to: number) {
  try {
    const { path } = await relay.call('readConsistency', { query: { from, to } })
    return path.map(fromBase64)
  } catch (error) {
    if (error instanceof RelayProblem && error.status < 500 && error.status !== 429) return []
    throw error
  }
}
