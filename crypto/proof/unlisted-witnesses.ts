import { parseNote } from '../transparency/note.js'
import type { NoteKey } from '../transparency/note-key.js'
import { attempt } from './attempt.js'
import type { ProofBundle } from './bundle.js'
import type { Fact } from './fact.js'

/** Whoever makes a bundle chooses these names: more would bury the fact. */
const MAX_NAMES = 16
/** Without characters that change how a line is read. */
const READABLE = /^[\p{L}\p{N}\p{P}\p{S}]{1,128}$/u

/**
 * Says beside a fact which cosignatures nobody judged: those of keys that are neither the log's nor of a
 * witness of the trust list. They are neither true nor false, so the standing stays what it is.
 *
 * @param origin - of the log; lines of that name are its own signatures.
 * @param listed - the witnesses' keys of the trust list.
 */
export async function withUnlisted(
  fact: Fact,
  { log, consistency, witnessed = [] }: ProofBundle,
  { origin, listed }: { readonly origin: string; readonly listed: readonly NoteKey[] },
): Promise<Fact> {
  const notes = [...(log ? [log] : []), ...(consistency ? [consistency] : []), ...witnessed]
  const names = new Map<string, string>()
  for (const { checkpoint } of notes) {
    const note = await attempt(() => parseNote(checkpoint))
    for (const { name, keyId } of note.ok ? note.value.signatures : []) {
      const isListed = listed.some((key) => key.name === name && key.keyId === keyId)
      if (name === origin || isListed) continue
      names.set(`${name} ${keyId}`, READABLE.test(name) ? name : `key ${keyId}`)
    }
  }
  if (names.size === 0) return fact
  const shown = [...new Set(names.values())].toSorted().slice(0, MAX_NAMES)
  const told = `Of witnesses that the trust list does not name, ${names.size} cosigned as well; they were not judged: ${shown.join(', ')}`
  const data = { unjudged: String(names.size), unjudgedNames: shown.join(', ') }
  return {
    ...fact,
    text: `${fact.text} ${told}${names.size > shown.length ? ' and others' : ''}.`,
    data: { ...fact.data, ...data },
  }
}
