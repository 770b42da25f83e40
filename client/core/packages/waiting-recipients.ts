import type { AuthorityId } from '#crypto/fields/fields.js'
import { laterOf } from '../../case/clocks/later-of.js'
import type { CheckedRecord } from '../proof/check-record.js'

/** Somebody who has not answered a package yet. */
export type WaitingRecipient = {
  readonly authority: AuthorityId
  /**
   * From when its time to acknowledge is counted, by the relay's clock: its D.1, as for evidence K.1 and K.2; while there
   * is none the submission, or `notBefore` of a scheduled package.
   */
  readonly since: string
}

/** Of a recipient, when nothing is waited for any more. */
const ANSWERED = ['accepted', 'refused', 'expired', 'rejected']

/** Who has not answered a package, as far as it is shown to us: as a recipient we know of ourselves alone. */
export const waitingRecipients = ({
  header,
  evidence,
  states,
  submitted,
}: CheckedRecord): readonly WaitingRecipient[] =>
  [...states]
    .filter(([, state]) => !ANSWERED.includes(state))
    .map(([authority]) => {
      const available = evidence.find(
        ({ payload: { code, recipient } }) => code === 'D.1' && recipient === authority,
      )
      const since = available?.payload.time ?? laterOf(submitted, header.payload.notBefore)
      return { authority, since }
    })
