import { digestOf } from '#crypto/bytes/sha256.js'
import { type DraftId, plainText } from '#crypto/fields/fields.js'
import { ClientError } from '../client-error.js'
import type { Session } from '../session/session.js'
import { changed } from './approve-draft.js'
import { unprepared } from './inspect-prepared.js'
import { keepDraftVersion } from './keep-draft-version.js'
import { readDraft } from './read-draft.js'

/** Of the statement: protocol.md section 5.7. */
const MAX_NOTE = 2000
const ATTEMPTS = 8

type Back = {
  /** The digest of the header that was shown. */
  readonly header: string
  /** What is to be changed, in plain words, as it was written. */
  readonly note?: string
}

/**
 * Sends what waits for approval back: its approvals fall, and it can be changed again. An approval that came meanwhile is
 * no failure; another package is.
 *
 * @returns The version that says so, and the note as it is kept.
 * @throws ClientError `draft-unprepared` if nothing of it waits, `draft-changed` if something else does by now,
 *   `draft-unknown`, `usage` if the note is too long
 */
export async function returnDraft(
  session: Session,
  draft: DraftId,
  { header, note: written = '' }: Back,
): Promise<{ readonly version: number; readonly note: string | null }> {
  const note = plainText(written)
  if (note.length > MAX_NOTE) {
    throw new ClientError('usage', `a note has at most ${MAX_NOTE} characters`, 'Shorten it.')
  }
  for (let attempt = 1; ; attempt++) {
    const { head } = await readDraft(session, draft)
    if (head.prepared === null) throw unprepared()
    if ((await digestOf(head.prepared.header)) !== header) throw changed()
    try {
      const { version } = await keepDraftVersion(
        session,
        {
          draft,
          basis: head.version,
          content: head.content,
          act: 'returned',
          ...(note !== '' && { note }),
        },
        { mustFollow: true },
      )
      return { version, note: note || null }
    } catch (error) {
      const isOvertaken = error instanceof ClientError && error.code === 'draft-changed'
      if (!isOvertaken || attempt === ATTEMPTS) throw error
    }
  }
}
