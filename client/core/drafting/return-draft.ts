import { type DraftId, plainText } from '#crypto/fields/fields.js'
import { ClientError } from '../client-error.js'
import type { Session } from '../session/session.js'
import { unprepared } from './inspect-prepared.js'
import { keepDraftVersion } from './keep-draft-version.js'
import { readDraft } from './read-draft.js'

/** In the statement, too: protocol.md section 5.7. */
const MAX_NOTE = 2000

type Back = {
  /** The version that was read. */
  readonly version: number
  /** What is to be changed, in plain words; line breaks are not kept. */
  readonly note?: string
}

/**
 * Sends what waits for approval back: its approvals fall, and it can be changed again.
 *
 * @returns The version that says so.
 * @throws ClientError `draft-unprepared` if nothing of it waits, `draft-changed` if it waits with something else by now,
 *   `draft-unknown`, `usage` if the note is too long
 */
export async function returnDraft(
  session: Session,
  draft: DraftId,
  { version: basis, note: written = '' }: Back,
): Promise<number> {
  const note = plainText(written)
  if (note.length > MAX_NOTE) {
    throw new ClientError('usage', `a note has at most ${MAX_NOTE} characters`, 'Shorten it.')
  }
  const { head } = await readDraft(session, draft)
  if (head.prepared === null) throw unprepared()
  const { version } = await keepDraftVersion(
    session,
    {
      ...{ draft, basis, content: head.content, act: 'returned' },
      ...(note !== '' && { note }),
    },
    { mustFollow: true },
  )
  return version
}
