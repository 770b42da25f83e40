import type { PackageId } from '#crypto/fields/fields.js'
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
  const now = session.platform.now().getTime()
  return items
    .flatMap(({ package: pkg, sender, urgency, submitted, state }) => {
      if (urgency === 'routine' || ANSWERED.includes(state)) return []
      const alerts = notices.filter(
        (one) => one.kind === 'duty.alert' && one.package === pkg,
      ).length
      const minutes = Math.floor((now - Date.parse(submitted)) / 60_000)
      return { package: pkg, sender, urgency, submitted, minutes, alerts }
    })
    .sort((a, b) => (a.submitted < b.submitted ? -1 : 1))
}
