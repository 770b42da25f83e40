import type { PackageId } from '#crypto/fields/fields.js'
import { isInForce } from './act-on-alert.js'
import { type AlertAct, dutyActs } from './duty-acts.js'
import { listMailbox } from './list-mailbox.js'
import type { Session } from './session.js'

/** An urgent package to one's own authority that nobody has acknowledged. */
export type WaitingPackage = {
  readonly package: PackageId
  readonly sender: string
  readonly urgency: string
  /** RFC 3339, by the relay's clock. */
  readonly submitted: string
  readonly minutes: number
  /** How many steps of the escalation have alerted somebody, as the relay tells. */
  readonly alerts: number
  /** Who has taken it over for now, or stood it down; null while nobody has. */
  readonly held: AlertAct | null
}

/** So many of the newest packages are looked through. */
const LOOKED_AT = 500
const ANSWERED: readonly string[] = ['accepted', 'refused', 'expired', 'rejected']

/** Urgent packages that wait for a receipt, longest first: from evidence, not from what the relay says of it. */
export async function dutyDesk(session: Session): Promise<readonly WaitingPackage[]> {
  const query = { kind: 'duty.alert', limit: 200 } as const
  const [items, { notices }] = await Promise.all([
    listMailbox(session, 'inbox', LOOKED_AT),
    session.relay.call('listNotices', { query }),
  ])
  const now = session.platform.now()
  const waiting = items.filter(
    ({ urgency, state }) => urgency !== 'routine' && !ANSWERED.includes(state),
  )
  const shown: WaitingPackage[] = []
  for (const { package: pkg, sender, urgency, submitted } of waiting) {
    const last = (await dutyActs(session, pkg)).acts.at(-1)
    const held = last !== undefined && isInForce(last, now.toISOString()) ? last : null
    const alerts = notices.filter((one) => one.kind === 'duty.alert' && one.package === pkg).length
    const minutes = Math.floor((now.getTime() - Date.parse(submitted)) / 60_000)
    shown.push({ package: pkg, sender, urgency, submitted, minutes, alerts, held })
  }
  return shown.sort((a, b) => (a.submitted < b.submitted ? -1 : 1))
}
