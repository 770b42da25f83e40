import { CryptoError } from '#crypto/errors.js'
import type { PackageId } from '#crypto/fields/fields.js'
import { isInForce } from './act-on-alert.js'
import type { ForgedRow } from '../packages/claimed-row.js'
import { ClientError } from '../client-error.js'
import { type AlertAct, dutyActs } from './duty-acts.js'
import { lookThroughMailbox } from '../packages/list-mailbox.js'
import type { Session } from '../session/session.js'

/** An urgent package to one's own authority that nobody has acknowledged. */
export type WaitingPackage = {
  readonly package: PackageId
  readonly sender: string
  readonly urgency: string
  /** RFC 3339, by the relay's clock. */
  readonly submitted: string
  /** Since when we have it (D.1), and it waits for us: later than `submitted` where it was scheduled. */
  readonly since: string
  /** Since then. */
  readonly minutes: number
  /** How many steps of the escalation have alerted somebody, as the relay tells. */
  readonly alerts: number
  /** Who has taken it over for now, or stood it down; null while nobody has. */
  readonly held: AlertAct | null
  /**
   * Why nothing of it is believed, by the code of the check that failed; what else stands here is the relay's word
   * then. Null where all of it verifies.
   */
  readonly problem: string | null
}

/**
 * Urgent packages that wait for a receipt, longest first: from evidence, not from what the relay says of it. One
 * that does not verify is told as such, urgent or not, and keeps no other from being seen. All there are: the relay finds
 * them, however many came since.
 */
export async function dutyDesk(session: Session): Promise<readonly WaitingPackage[]> {
  const query = { kind: 'duty.alert', limit: 200 } as const
  const now = session.platform.now()
  const shown: WaitingPackage[] = []
  const [{ items, forged }, { notices }] = await Promise.all([
    lookThroughMailbox(session, 'inbox', Infinity, { waiting: 'urgent' }),
    session.relay.call('listNotices', { query }),
  ])
  for (const { package: pkg, sender, urgency, submitted, waiting } of items) {
    const [own] = waiting
    if (urgency === 'routine' || own === undefined) continue
    const { since } = own
    const { held, problem } = await heldBy(session, pkg, now)
    const alerts = notices.filter((one) => one.kind === 'duty.alert' && one.package === pkg).length
    const minutes = minutesSince(since, now)
    const about = { package: pkg, sender, urgency, submitted, since }
    shown.push({ ...about, minutes, alerts, held, problem })
  }
  return [...shown, ...forged.map((row) => unheld(row, now))].sort((a, b) =>
    a.since < b.since ? -1 : 1,
  )
}

/** What does not verify is nobody's, and waits since it says it was sent. */
function unheld({ submitted: claimed, ...row }: ForgedRow, now: Date): WaitingPackage {
  const submitted = claimed ?? now.toISOString()
  const minutes = minutesSince(submitted, now)
  return { ...row, submitted, since: submitted, minutes, alerts: 0, held: null }
}

const minutesSince = (at: string, now: Date) =>
  Math.floor((now.getTime() - Date.parse(at)) / 60_000)

async function heldBy(session: Session, id: PackageId, now: Date) {
  try {
    const last = (await dutyActs(session, id)).acts.at(-1)
    const held = last !== undefined && isInForce(last, now.toISOString()) ? last : null
    return { held, problem: null }
  } catch (error) {
    if (!(error instanceof CryptoError) && !(error instanceof ClientError)) throw error
    return { held: null, problem: error.code }
  }
}
