import type { CaseId, PackageId } from '#crypto/fields/fields.js'
import { Urgency } from '#crypto/package/header.js'
import { listMailbox, type MailboxItem } from '../core/packages/list-mailbox.js'
import { type ReadPackage, readPackage } from '../core/packages/open-package.js'
import type { Session } from '../core/session/session.js'
import type { Passage } from './next-step.js'

/** So far back a simulator looks: it is for training, not for an archive. */
const LIMIT = 500

/** What has happened in a case, in the order in which the relay took it. `read` keeps what was opened. */
export async function caseHistory(
  session: Session,
  id: CaseId,
  read: Map<PackageId, ReadPackage>,
): Promise<readonly Passage[]> {
  const boxes = await Promise.all([
    listMailbox(session, 'inbox', LIMIT),
    listMailbox(session, 'sent', LIMIT),
  ])
  // What was refused, rejected or has expired is not opened any more, by nobody.
  const items = boxes
    .flatMap((box) => box.toReversed())
    .filter((item) => item.case === id && !GONE.includes(item.state))
  const passages: Passage[] = []
  for (const item of items) passages.push(await passageOf(session, item, read))
  // The order within a mailbox is the relay's; of two at one moment, theirs came before our answer.
  return passages.sort((a, b) => Number(new Date(a.submitted)) - Number(new Date(b.submitted)))
}

async function passageOf(
  session: Session,
  item: MailboxItem,
  read: Map<PackageId, ReadPackage>,
): Promise<Passage> {
  const opened = read.get(item.package) ?? (await readPackage(session, item.package))
  read.set(item.package, opened)
  const { template, form } = opened.manifest
  const isOurs = item.sender === session.officer.authority
  return {
    package: item.package,
    by: isOurs ? 'us' : 'them',
    from: item.sender,
    template: template.id,
    urgency: Urgency.parse(item.urgency),
    form,
    submitted: item.submitted,
    acknowledged: isOurs || item.state === 'accepted',
  }
}

const GONE = ['refused', 'rejected', 'expired']
