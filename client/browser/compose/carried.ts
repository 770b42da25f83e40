import type { Session } from '../../core/session.js'

/** What was made on another screen to be sent, and goes along into whatever is written next. */
export type Carried = { readonly files: readonly File[]; readonly classification: string }

/** In memory, of one session: whoever signs in with another identity never sees it. */
const along = new WeakMap<Session, Carried>()

/** Of released documents: kept until they are sent or left behind, so that nobody loses them to a wrong click. */
export const carried = {
  of: (session: Session): Carried | undefined => along.get(session),
  take: (session: Session, what: Carried): void => void along.set(session, what),
  leave: (session: Session): void => void along.delete(session),
}
