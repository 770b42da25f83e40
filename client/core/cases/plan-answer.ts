import type { AuthorityId, PackageId } from '#crypto/fields/fields.js'
import { isAct } from '../../case/acts.js'
import type { Illegality, RequestView, Thread } from '../../case/case-view.js'
import { judgeAct } from '../../case/judge-act.js'
import { actIllegal } from './act-illegal.js'
import type { ClientError } from '../client-error.js'
import type { Draft } from '../packages/draft.js'
import { type LoadedCase, loadCase, manifestIn } from './load-case.js'
import { readPackage } from '../packages/open-package.js'
import type { Session } from '../session/session.js'

/** What an officer says in answer to a package of a case. */
export type Answer = Pick<Draft, 'template' | 'form' | 'documents'> &
  Partial<Pick<Draft, 'urgency' | 'marks' | 'to'>>

/**
 * The draft of an answer: to whom it goes, in which case, to what it refers. Whoever requests answers the
 * counterpart that is meant, or with a word on its own request all counterparts for which that is open.
 * Whoever answers a package that forwards a request which was redirected to it answers that request.
 *
 * @param to - further recipients, such as the authority to which a request is redirected.
 * @throws ClientError `act-illegal` if the state of the case does not allow it: nothing is sealed that
 *   the other side would list as illegal; and as `loadCase`.
 */
export async function planAnswer(session: Session, id: PackageId, answer: Answer): Promise<Draft> {
  const cause = await readPackage(session, id)
  const loaded = await loadCase(session, cause.manifest.case)
  const { view } = loaded
  const own = session.officer.authority
  const request =
    view.requests.find((one) => isBroughtBy(loaded, id, one, own)) ??
    view.requests.find((one) => isAbout(one, id))
  const { template, to = [] } = answer
  if (request === undefined) throw refused(template.id, 'no-such-request')
  if (!isAct(template.id)) throw refused(template.id, 'not-a-known-act')

  const act = template.id
  const isRequesting = request.requesting === own
  const { sender, recipients: knowing } = cause.manifest
  // Who has not had what is referred to could make nothing of it.
  const hasIt = (counterpart: AuthorityId) =>
    id === request.package || knowing.some(({ authority }) => authority === counterpart)
  const meant = request.threads.filter(({ counterpart }) => {
    if (!isRequesting) return counterpart === own
    return sender === own ? hasIt(counterpart) : counterpart === sender
  })
  const judged = meant.map((thread) => ({ thread, no: why(act, own, request, thread) }))
  const open = judged.filter(({ no }) => no === undefined).map(({ thread }) => thread)
  if (open.length === 0) {
    const next = [
      ...new Set(meant.flatMap((one) => one.next[isRequesting ? 'requesting' : 'requested'])),
    ]
    throw refused(act, judged[0]?.no ?? 'not-a-party', meant[0], next)
  }
  const recipients = isRequesting
    ? open.map(({ counterpart }) => counterpart)
    : [request.requesting]
  const asked = manifestIn(loaded, request.package)?.form
  // Whoever it is redirected to knows the request, and nothing else of what was said before.
  const isToRequest = act === 'redirection' || isBroughtBy(loaded, id, request, own)
  return {
    ...answer,
    ...(asked && { request: asked }),
    to: [...new Set<AuthorityId>([...recipients, ...to])],
    case: view.case,
    inReplyTo: isToRequest
      ? { package: request.package, header: request.header }
      : { package: id, header: cause.record.header.digest },
    urgency: answer.urgency ?? cause.record.header.payload.urgency,
  }
}

/** Whether a package brought us a request that the relay does not show us, to be answered in our own right. */
const isBroughtBy = (
  { passedOn }: LoadedCase,
  id: PackageId,
  { package: name, threads }: RequestView,
  own: AuthorityId,
): boolean =>
  passedOn.get(name)?.forwardedBy === id && threads.some(({ counterpart }) => counterpart === own)

const isAbout = ({ package: name, threads }: RequestView, id: PackageId): boolean =>
  name === id || threads.some(({ timeline }) => timeline.some((item) => item.package === id))

const why = (
  act: Parameters<typeof judgeAct>[0],
  own: AuthorityId,
  { kind, requesting }: RequestView,
  { counterpart, state, via }: Thread,
): Illegality | undefined =>
  judgeAct(act, own, {
    kind,
    requesting,
    counterpart,
    state,
    isPassedOn: via !== null,
    begun: null,
  })

const refused = (
  act: string,
  code: Illegality,
  thread?: Thread,
  next: readonly string[] = [],
): ClientError => actIllegal(act, { code, state: thread?.state ?? null }, next)
