import type { CaseId } from '#crypto/fields/fields.js'
import { lookThroughMailbox } from '../packages/list-mailbox.js'
import type { Session } from '../session/session.js'

type Mailbox = Pick<Awaited<ReturnType<typeof lookThroughMailbox>>, 'forged' | 'items'>

/**
 * The newest `limit` packages of a mailbox that belong to cases of the officer, newest first: however old,
 * since the relay is asked case by case.
 */
export async function myMailbox(
  session: Session,
  box: 'inbox' | 'sent',
  limit: number,
  mine: Iterable<CaseId>,
): Promise<Mailbox> {
  const found: Mailbox[] = []
  for (const id of mine) {
    const { items, forged } = await lookThroughMailbox(session, box, limit, { case: id })
    found.push({ items: items.filter((item) => item.case === id), forged })
  }
  const items = found
    .flatMap((one) => one.items)
    .sort((a, b) => (a.submitted < b.submitted ? 1 : -1))
  return { items: items.slice(0, limit), forged: found.flatMap(({ forged }) => forged) }
}
