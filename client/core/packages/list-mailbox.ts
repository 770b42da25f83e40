import type { AuthorityId, CaseId, PackageId } from '#crypto/fields/fields.js'
import type { PackageSummary } from '#server/contract/wire.js'
import { CryptoError } from '#crypto/errors.js'
import { untrusted } from '../proof/check-evidence.js'
import { checkRecord } from '../proof/check-record.js'
import { claimedRow, type ForgedRow } from './claimed-row.js'
import { ClientError } from '../client-error.js'
import { type PackageQuery, packagePages } from './package-pages.js'
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
 * @param only - what a relay that knows how to is asked to leave out; one that does not shows the rest as well.
 * @throws as `checkRecord`
 */
export async function listMailbox(
  session: Session,
  box: 'inbox' | 'sent',
  limit: number,
  onForged?: (row: PackageSummary, reason: CryptoError | ClientError) => void,
  only: Omit<PackageQuery, 'box' | 'most'> = {},
): Promise<readonly MailboxItem[]> {
  const items: MailboxItem[] = []
  for await (const page of packagePages(session, { box, most: limit, ...only })) {
    for (const row of page) {
      try {
        items.push(await describe(session, box, row))
      } catch (error) {
        const isForged = error instanceof CryptoError || error instanceof ClientError
        if (!isForged || onForged === undefined) throw error
        onForged(row, error)
      }
    }
  }
  requireDistinct(items)
  return items.slice(0, limit)
}

export type MailboxLook = {
  readonly items: readonly MailboxItem[]
  readonly forged: readonly ForgedRow[]
  /** Where older ones begin, for `after`; undefined where there are none. */
  readonly next: string | undefined
}

/** As {@link listMailbox}; what does not verify is listed beside, and keeps nothing else from being seen. */
export async function lookThroughMailbox(
  session: Session,
  box: 'inbox' | 'sent',
  limit: number,
  only?: Omit<PackageQuery, 'box' | 'most' | 'onStop'>,
): Promise<MailboxLook> {
  const found: (readonly [PackageSummary, CryptoError | ClientError])[] = []
  const onForged = (...one: (typeof found)[number]) => void found.push(one)
  const stopped: (string | undefined)[] = []
  const onStop = (cursor: string | undefined) => void stopped.push(cursor)
  const items = await listMailbox(session, box, limit, onForged, { ...only, onStop })
  const forged = await Promise.all(found.map((one) => claimedRow(...one)))
  return { items, forged, next: stopped.at(-1) }
}

/**
 * The list has one order, so nothing that comes meanwhile makes a package appear twice.
 *
 * @throws {@link ClientError} `evidence-untrusted`
 */
export function requireDistinct(items: readonly MailboxItem[]): void {
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
