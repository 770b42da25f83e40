import type { AuthorityId, CaseId, PackageId } from '#crypto/fields/fields.js'
import { type CaseState, isOpening, UNREAD } from '../../case/acts.js'
import { judgeDraft } from '../../case/judge-draft.js'
import type { Draft } from '../packages/draft.js'
import type { Session } from '../session/session.js'
import { actIllegal } from './act-illegal.js'
import { loadCase, manifestIn, toldOf } from './load-case.js'
import type { Answer } from './plan-answer.js'

/** The request that is followed, and the counterpart whose thread of it is meant. */
export type Followed = {
  readonly case: CaseId
  readonly request: PackageId
  readonly counterpart: AuthorityId
}

/** Whether what refers to a request is about something that the counterpart has. */
export const canBeFollowed = ({ state }: { readonly state: CaseState }): boolean =>
  !UNREAD.includes(state)

/**
 * The draft of a further request that follows one of the case, as a request for data follows their preservation, and
 * extradition a provisional arrest: to the other side of that thread, in the same case, referring to what it follows.
 * Either side may send one: whoever was informed asks for more.
 *
 * @throws ClientError `act-illegal` where it would not count; and as `loadCase`.
 */
export async function planFollowing(
  session: Session,
  { case: id, request: followed, counterpart }: Followed,
  wanted: Omit<Answer, 'to'>,
): Promise<Draft> {
  const loaded = await loadCase(session, id)
  const own = session.officer.authority
  const { template } = wanted
  const request = loaded.view.requests.find((one) => one.package === followed)
  const thread = request?.threads.find((one) => one.counterpart === counterpart)
  if (!isOpening(template.id))
    throw actIllegal(template.id, { code: 'not-a-known-act', state: null }, [])
  if (request === undefined || thread === undefined) {
    throw actIllegal(template.id, { code: 'no-such-request', state: null }, [])
  }
  const to = [request.requesting === own ? counterpart : request.requesting]
  const inReplyTo = { package: request.package, header: request.header }
  const judged = { sender: own, template, form: wanted.form, inReplyTo, to }
  const no = judgeDraft(id, toldOf(loaded), judged)
  if (no !== undefined) throw actIllegal(template.id, no, [])
  const asked = manifestIn(loaded, followed)?.form
  return { ...wanted, ...(asked && { request: asked }), to, case: id, inReplyTo }
}
