import type { KeptOralRequest } from '../../core/duty/list-oral-requests.js'
import type { Session } from '../../core/session/session.js'

/** What comes from another screen, and goes along into whatever is written next. */
export type Carried = {
  readonly files?: readonly File[]
  readonly classification?: string
  /** The oral request that it confirms in writing. */
  readonly confirms?: KeptOralRequest
}

/** In memory, of one session: whoever signs in with another identity never sees it. */
const along = new WeakMap<Session, Carried>()

/** Kept until it is sent or left behind, so that nobody loses released documents to a wrong click. */
export const carried = {
  of: (session: Session): Carried | undefined => along.get(session),
  take: (session: Session, what: Carried): void => void along.set(session, what),
  leave: (session: Session): void => void along.delete(session),
}
