import type { AuthorityId, CaseId, PackageId } from '#crypto/fields/fields.js'
import type { PackageSummary } from '#server/contract/wire.js'
import { untrusted } from './check-evidence.js'
import { checkRecord } from './check-record.js'
import { pageTurner } from './page-turner.js'
import type { Session } from './session.js'

/** One row of a mailbox: what header and evidence say, both verified. */
export type MailboxItem = {
  readonly package: PackageId
  readonly case: CaseId
  readonly sender: AuthorityId
  readonly recipients: readonly AuthorityId[]
  readonly urgency: string
  readonly submitted: string
  readonly documents: number
  readonly octets: number
  /** The state for us as recipient; as sender, of each recipient when they differ. */
  readonly state: string
}

/**
 * The newest `limit` packages of a mailbox, newest first.
 *
 * @throws as `checkRecord`: one forged row is a reason to stop.
 */
export async function listMailbox(
  session: Session,
  box: 'inbox' | 'sent',
  limit: number,
): Promise<readonly MailboxItem[]> {
  const items: MailboxItem[] = []
  const nextOf = pageTurner()
  let after: string | undefined
  do {
    const page = await session.relay.call('listPackages', {
      query: { box, after, limit: Math.min(200, limit - items.length) },
    })
    for (const row of page.packages) items.push(await describe(session, box, row))
    after = nextOf(page)
  } while (after !== undefined && items.length < limit)
  requireDistinct(items)
  return items.slice(0, limit)
}

/** The list has one order, so nothing that comes meanwhile makes a package appear twice. */
function requireDistinct(items: readonly MailboxItem[]): void {
  if (new Set(items.map((item) => item.package)).size === items.length) return
  throw untrusted('the relay shows a package twice in one mailbox')
}

async function describe(
  session: Session,
  box: 'inbox' | 'sent',
  row: PackageSummary,
): Promise<MailboxItem> {
  const { header, states, submitted } = await checkRecord(session, row)
  const { payload } = header
  const own = session.officer.authority
  if ((payload.sender === own) !== (box === 'sent')) {
    throw untrusted('the relay shows a package in the wrong mailbox')
  }
  return {
    package: payload.package,
    case: payload.case,
    sender: payload.sender,
    recipients: payload.recipients.map(({ authority }) => authority),
    urgency: payload.urgency,
    submitted,
    documents: payload.parts.length,
    octets: payload.parts.reduce((sum, { length }) => sum + length, 0),
    state: [...new Set(states.values())].join(', '),
  }
}
