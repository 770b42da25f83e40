import { z } from 'zod'
import { fromUtf8, toUtf8 } from '#crypto/bytes/bytes.js'
import { canonicalize } from '#crypto/canonical/canonicalize.js'
import { parseJson } from '#crypto/canonical/parse-json.js'
import { entrySealingKey } from '#crypto/directory/entry-key.js'
import { openEnvelope } from '#crypto/envelope/open-envelope.js'
import { recipientsOf } from '#crypto/envelope/recipients-of.js'
import { sealEnvelope } from '#crypto/envelope/seal-envelope.js'
import { CryptoError } from '#crypto/errors.js'
import { text, plainText } from '#crypto/fields/fields.js'
import type { OpeningKey } from '#crypto/keys/key.js'
import { ClientError } from '../client-error.js'
import type { Session } from '../session/session.js'
import { linguistOf } from './linguist-of.js'
import type { OpenHandoff } from './read-handoff.js'
import { readingKeys } from './reading-keys.js'

const Note = z.strictObject({ note: text(2000) })
const BOUNDS = { maxBytes: 16 * 1024, maxDepth: 4 }

/** What is said beside an act about a hand-off, and that the relay need not know: member `detail` of the act. */
export const actNote = {
  /**
   * Seals it to the authority that handed off; what a reviewer says is for the translator, too.
   *
   * @throws ClientError `usage` if it is too long, `officer-unknown` if nothing can be sealed to the translator;
   *   as `directory.current`
   */
  async seal(session: Session, open: OpenHandoff, note: string, by?: 'reviewer'): Promise<string> {
    const { directory, platform } = session
    const { authority, turns } = open.handoff.payload
    const said = Note.safeParse({ note: plainText(note) })
    if (!said.success) {
      throw new ClientError('usage', 'a note is plain text of 1 to 2000 characters', 'Shorten it.')
    }
    const key = await entrySealingKey(await directory.current(authority), platform.now())
    const translator = turns[open.derived.state?.turn ?? 0]?.translator
    const more =
      by === undefined || translator === undefined
        ? []
        : [(await linguistOf(session, translator.kid)).key]
    return sealEnvelope(toUtf8(canonicalize(said.data)), [key, ...more])
  },

  /** All notes that the reader's keys open, by the digest of their act. What is none is left out. */
  async readAll(session: Session, open: OpenHandoff): Promise<ReadonlyMap<string, string>> {
    const keys = await readingKeys(session, open)
    const notes = new Map<string, string>()
    for (const { digest, payload } of open.acts) {
      const sealed = 'detail' in payload ? payload.detail : null
      const note = sealed === null ? undefined : await openNote(sealed, keys)
      if (note !== undefined) notes.set(digest, note)
    }
    return notes
  },
}

async function openNote(sealed: string, keys: readonly OpeningKey[]): Promise<string | undefined> {
  try {
    const kids = recipientsOf(sealed)
    const key = keys.find(({ kid }) => kids.includes(kid))
    if (key === undefined) return undefined
    const found = parseJson(fromUtf8(await openEnvelope(sealed, key)), BOUNDS)
    return Note.safeParse(found).data?.note
  } catch (error) {
    if (error instanceof CryptoError) return undefined
    throw error
  }
}
