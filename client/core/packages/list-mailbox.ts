import type { AuthorityId, CaseId, PackageId } from '#crypto/fields/fields.js'
import type { PackageSummary } from '#server/contract/wire.js'
import { CryptoError } from '#crypto/errors.js'
import { untrusted } from '../proof/check-evidence.js'
import { checkRecord } from '../proof/check-record.js'
import { claimedRow, type ForgedRow } from './claimed-row.js'
import { ClientError } from '../client-error.js'
import { pageTurner } from '../page-turner.js'
import type { Session } from '../session/session.js'
import { type WaitingRecipient, waitingRecipients } from './waiting-recipients.js'

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
  /** Who has not answered it; empty once nothing is waited for. */
  readonly waiting: readonly WaitingRecipient[]
}

/**
 * The newest `limit` packages of a mailbox, newest first.
 *
 * @param onForged - told of each row that does not verify, which is left out then; without it, one forged row is a
 *   reason to stop.
 * @throws as `checkRecord`
 */
export async function listMailbox(
  session: Session,
  box: 'inbox' | 'sent',
  limit: number,
  onForged?: (row: PackageSummary, reason: CryptoError | ClientError) => void,
): Promise<readonly MailboxItem[]> {
  const items: MailboxItem[] = []
  const nextOf = pageTurner()
  let after: string | undefined
  let forged = 0
  do {
    const page = await session.relay.call('listPackages', {
      query: { box, after, limit: Math.min(200, limit - items.length - forged) },
    })
    for (const row of page.packages) {
      try {
        items.push(await describe(session, box, row))
      } catch (error) {
        const isForged = error instanceof CryptoError || error instanceof ClientError
        if (!isForged || onForged === undefined) throw error
        onForged(row, error)
        forged++
      }
    }
    after = nextOf(page)
  } while (after !== undefined && items.length + forged < limit)
  requireDistinct(items)
  return items.slice(0, limit)
}

/** As {@link listMailbox}; what does not verify is listed beside, and keeps nothing else from being seen. */
export async function lookThroughMailbox(
  session: Session,
  box: 'inbox' | 'sent',
  limit: number,
): Promise<{ readonly items: readonly MailboxItem[]; readonly forged: readonly ForgedRow[] }> {
  const found: (readonly [PackageSummary, CryptoError | ClientError])[] = []
  const items = await listMailbox(session, box, limit, (row, reason) => {
    found.push([row, reason])
  })
  return { items, forged: await Promise.all(found.map((one) => claimedRow(...one))) }
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
  const record = await checkRecord(session, row)
  const { header, states, submitted } = record
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
    waiting: waitingRecipients(record),
  }
}
