import { fromBase64 } from '../../bytes/bytes.js'
import type { TrustList } from '../../directory/trust-list.js'
import { CryptoError } from '../../errors.js'
import type { AuthorityId } from '../../fields/fields.js'
import type { Checkpoint } from '../../transparency/checkpoint.js'
import { verifyConsistency } from '../../transparency/consistency.js'
import { verifyCosignature } from '../../transparency/cosignature.js'
import { parseNote, signatureOf } from '../../transparency/note.js'
import { type NoteKey, parseVerifierKey } from '../../transparency/note-key.js'
import { attempt, type Outcome } from '../attempt.js'
import type { ProofBundle } from '../bundle.js'
import { type Fact, factOf } from '../fact.js'
import { TOLERANCE_MS } from '../tolerance.js'

export type JudgedWitnesses = {
  /** None where the trust list demands no witnesses and nothing is false. */
  readonly facts: readonly Fact[]
  /** When the quorum of witnesses had seen the checkpoint, at the latest. */
  readonly witnessed: Date | undefined
}

type Log = {
  readonly checkpoint: Checkpoint | undefined
  /** Opens another checkpoint by the keys of the log. */
  readonly open: (note: string) => Promise<Outcome<Checkpoint> | undefined>
  /** The latest time that the relay states in evidence under the checkpoint. */
  readonly newest: Date | undefined
}
type Witness = { readonly key: NoteKey; readonly authority: AuthorityId }
/** The earliest cosignature of each authority's witnesses, in milliseconds since the epoch. */
type Sightings = Map<AuthorityId, number>

const FACT = 'checkpoint-witnessed'

/**
 * Verifies that witnesses saw the log as the bundle shows it. Cosignatures of witnesses that the trust
 * list does not name are neither true nor false. A false one of a witness it does name, or a
 * cosigned checkpoint that does not continue the bundle's, contradicts: the log showed two histories.
 */
export async function judgeWitnesses(
  { witnessed: offered = [] }: Pick<ProofBundle, 'witnessed'>,
  trust: TrustList,
  log: Log,
): Promise<JudgedWitnesses> {
  const witnesses = await knownWitnesses(trust)
  const seen: Sightings = new Map()
  for (const { checkpoint: note, path } of log.checkpoint ? offered : []) {
    const outcome = await attempt(() => continued(log, note, path))
    if (!outcome.ok) {
      const { code, message } = outcome.error
      return contradicted(
        code === 'transparency/root-mismatch'
          ? 'The log showed its witnesses another history than the one in this bundle.'
          : `A cosigned checkpoint does not continue the one in the bundle: ${message}.`,
        code,
      )
    }
    if (!outcome.value) continue
    const found = await attempt(() => sightings(note, witnesses, seen))
    if (!found.ok) {
      const text = 'A cosignature that is to be of a witness of the trust list is false.'
      return contradicted(text, found.error.code)
    }
  }
  return trust.quorum === undefined
    ? { facts: [], witnessed: undefined }
    : quorumOf(seen, trust.quorum, log)
}

/** Whether a cosigned checkpoint counts: false where the key of its log is not known. Throws CryptoError. */
async function continued({ checkpoint, open }: Log, note: string, path: readonly string[]) {
  const later = await open(note)
  if (!later || !checkpoint) return false
  if (!later.ok) throw later.error
  if (later.value.origin !== checkpoint.origin) {
    throw new CryptoError('transparency/note', 'it is of another log')
  }
  await verifyConsistency({
    fromSize: checkpoint.size,
    fromRoot: checkpoint.root,
    toSize: later.value.size,
    toRoot: later.value.root,
    path: path.map(fromBase64),
  })
  return true
}

/** Notes who cosigned, and when. Throws CryptoError for a cosignature that is false. */
async function sightings(note: string, witnesses: readonly Witness[], seen: Sightings) {
  const parsed = parseNote(note)
  for (const { key, authority } of witnesses) {
    if (signatureOf(parsed, key) === undefined) continue
    const at = (await verifyCosignature(note, key)).timestamp * 1000
    seen.set(authority, Math.min(at, seen.get(authority) ?? at))
  }
}

function quorumOf(seen: Sightings, quorum: number, { newest }: Log): JudgedWitnesses {
  const times = [...seen.values()].toSorted((a, b) => a - b)
  const last = times[quorum - 1]
  const authorities = [...seen.keys()].toSorted().join(' ')
  const data = { authorities, quorum: String(quorum) }
  if (last === undefined) {
    const text = `Witnesses of ${times.length} authorities cosigned the log; the trust list demands ${quorum}.`
    return { facts: [factOf(FACT, 'unproved', text, { data })], witnessed: undefined }
  }
  const witnessed = new Date(last)
  const clocks = { witnessed: witnessed.toISOString() }
  if (newest && newest.getTime() > last + TOLERANCE_MS) {
    const observed = newest.toISOString()
    const text = `The relay states the time ${observed}, but witnesses had seen that by ${clocks.witnessed}.`
    const fact = factOf(FACT, 'contradicted', text, { data, clocks: { ...clocks, observed } })
    return { facts: [fact], witnessed: undefined }
  }
  const text = `Witnesses of ${times.length} authorities saw this history, ${quorum} of them by ${clocks.witnessed}.`
  return { facts: [factOf(FACT, 'proved', text, { data, clocks })], witnessed }
}

/** The keys of the trust list's witnesses; what is none is passed over. */
export async function knownWitnesses({ witnesses = [] }: TrustList): Promise<readonly Witness[]> {
  const known: Witness[] = []
  for (const { key, authority } of witnesses) {
    const parsed = await attempt(() => parseVerifierKey(key))
    if (parsed.ok && parsed.value.use === 'cosignature')
      known.push({ key: parsed.value, authority })
  }
  return known
}

const contradicted = (text: string, code: string): JudgedWitnesses => ({
  facts: [factOf(FACT, 'contradicted', text, { data: { code } })],
  witnessed: undefined,
})
