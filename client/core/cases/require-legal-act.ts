import type { PackageId } from '#crypto/fields/fields.js'
import { isAct, isOpening } from '../../case/acts.js'
import { judgeDraft } from '../../case/judge-draft.js'
import { actIllegal } from './act-illegal.js'
import { ClientError } from '../client-error.js'
import type { Draft } from '../packages/draft.js'
import { type LoadedCase, loadCase, toldOf } from './load-case.js'
import type { Session } from '../session/session.js'

/**
 * Refuses to send what the state of the case does not allow, as the other side would judge it: an act
 * without a request, by the wrong side, in the wrong state.
 *
 * @param sent - the package, where it is sealed already. What the case holds of it is no reason against
 *   sending it once more.
 * @throws ClientError `act-illegal`; and as `loadCase`, for a case that is there.
 */
export async function requireLegalAct(
  session: Session,
  draft: Pick<Draft, 'case' | 'to' | 'template' | 'form' | 'inReplyTo'>,
  sent?: PackageId,
): Promise<void> {
  const { template, inReplyTo = null, to, form } = draft
  // Of a template that is not known the catalogue says so.
  if (!isAct(template.id) && !isOpening(template.id)) return
  if (draft.case === undefined) {
    if (isOpening(template.id) && inReplyTo === null) return
    throw actIllegal(template.id, { code: 'no-such-request', state: null }, [])
  }
  const loaded = await caseThere(session, draft)
  if (sent !== undefined && loaded?.packages.has(sent) === true) return
  const packages = loaded === undefined ? [] : toldOf(loaded)
  const sender = session.officer.authority
  const no = judgeDraft(draft.case, packages, { sender, template, form, inReplyTo, to })
  if (no !== undefined) throw actIllegal(template.id, no, openTo(session, loaded))
}

/** A case may be begun under an id of one's own. */
async function caseThere(
  session: Session,
  draft: Pick<Draft, 'case'>,
): Promise<LoadedCase | undefined> {
  if (draft.case === undefined) return undefined
  try {
    return await loadCase(session, draft.case)
  } catch (error) {
    if (error instanceof ClientError && error.code === 'case-unknown') return undefined
    throw error
  }
}

function openTo({ officer }: Session, loaded: LoadedCase | undefined): readonly string[] {
  const next = (loaded?.view.requests ?? []).flatMap(({ requesting, threads }) =>
    threads.flatMap((thread) =>
      requesting === officer.authority ? thread.next.requesting : thread.next.requested,
    ),
  )
  return [...new Set(next)]
}
