import type { DraftId } from '#crypto/fields/fields.js'
import { ClientError } from '../client-error.js'
import { RelayProblem } from '../relay-problem.js'
import type { Session } from '../session/session.js'
import { orUnknown } from './draft-summary.js'

/**
 * Discards a draft, for everybody in the authority.
 *
 * @param version - the one that was seen last: nobody throws away what they have not seen.
 * @throws ClientError `draft-unknown`, `draft-changed`
 */
export async function discardDraft(
  { relay }: Session,
  draft: DraftId,
  version: number,
): Promise<void> {
  try {
    await relay.call('discardDraft', { params: { draft }, query: { version } })
  } catch (error) {
    if (!(error instanceof RelayProblem) || error.code !== 'draft-conflict') orUnknown(error)
    throw new ClientError(
      'draft-changed',
      'somebody has changed the draft meanwhile',
      'Read it again, then decide anew.',
      { cause: error },
    )
  }
}
