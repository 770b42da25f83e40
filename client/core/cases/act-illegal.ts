import type { CaseState } from '../../case/acts.js'
import type { Illegality } from '../../case/case-view.js'
import { ClientError } from '../client-error.js'

/** The refusal to send what the other side would list as illegal, with what is open instead. */
export function actIllegal(
  template: string,
  { code, state }: { readonly code: Illegality; readonly state: CaseState | null },
  next: readonly string[],
): ClientError {
  const standing = state === null ? '' : ` while the request is ${state}`
  return new ClientError(
    'act-illegal',
    `${template} may not be sent${standing} (${code})`,
    remedyOf(code, next),
  )
}

function remedyOf(code: Illegality, next: readonly string[]): string {
  if (code === 'request-unread')
    return 'The other side has it no more. Send it as a request of its own in the case, without what it follows: --case CASE, and no --in-reply-to'
  return next.length === 0
    ? 'Nothing is left for you to do here.'
    : `Open to you: ${next.join(', ')}`
}
