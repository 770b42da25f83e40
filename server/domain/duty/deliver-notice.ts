import type { AuthorityId } from '#crypto/fields/fields.js'
import type { Notice } from '../../contract/notice.js'
import { factsOf } from '../evidence/evidence-step.js'
import type { ClockStore } from '../clocks/clock-store.js'
import type { NoticeStore } from '../notices/notice-store.js'
import type { Clock, EvidenceStore, Outbox, PackageStore } from '../ports.js'
import type { RecordEvidence } from '../evidence/record-evidence.js'
import { after } from '../timestamp.js'
import type { CallWebhook } from './call-webhook.js'
import type { Delivery, DeliveryStore } from './delivery-store.js'
import type { DutyActStore } from './duty-act-store.js'
import { isAcknowledged } from './is-acknowledged.js'
import { type Mail, MailRefused } from './mail.js'
import { mailOf } from './mail-of.js'
import { isWebhookTarget } from './webhook-target.js'
import { WebhookRefused } from './webhooks.js'

type Ports = {
  readonly notices: Pick<NoticeStore, 'find'>
  readonly deliveries: Pick<DeliveryStore, 'claim' | 'release' | 'settle'>
  readonly clocks: Pick<ClockStore, 'find'>
  readonly dutyActs: Pick<DutyActStore, 'list'>
  readonly packages: Pick<PackageStore, 'findByHeader'>
  readonly evidence: Pick<EvidenceStore, 'chain'>
  readonly record: RecordEvidence
  readonly outbox: Outbox
  readonly clock: Clock
  readonly mail: Mail | undefined
  readonly callWebhook: CallWebhook
  readonly addressesOf: (authority: AuthorityId, target: string) => Promise<readonly string[]>
}
type About = { readonly notice: string; readonly target: string }
export type DeliverNotice = ReturnType<typeof deliverNotice>

/** So long one attempt may take before another process makes the next. */
const LEASE_MS = 60_000
const FIRST_WAIT_MS = 1000
type Patience = { readonly giveUpMs: number; readonly longestWaitMs: number }
/** An alert that could not be sent for so long has failed; the next step of the escalation has come by then. */
const OF_ALERTS: Patience = { giveUpMs: 10 * 60_000, longestWaitMs: 60_000 }
/** After what a clock tells nothing else comes: it outlasts a night without a mail server. */
const OF_CLOCKS: Patience = { giveUpMs: 24 * 60 * 60_000, longestWaitMs: 10 * 60_000 }

/**
 * Sends one notice to one target, by mail or to a webhook, trying again until it is taken, refused for good
 * or ten minutes old, a day old where it is of a clock. One process at a time sends; if it dies between the other side's yes and ours, the
 * notice comes twice under one id, since an alert that is lost is worse.
 *
 * An alert that was taken is evidence K.5 of its step, and the first one D.3 of its recipient; one that is not
 * needed any more is dropped, and so is what a clock told before it was moved or ended.
 */
export function deliverNotice(ports: Ports) {
  const { notices, deliveries, outbox, clock } = ports

  return async ({ notice: id, target }: About): Promise<void> => {
    const notice = await notices.find(id)
    if (notice === undefined) return
    const now = clock.now()
    const delivery = await deliveries.claim(id, target, now, LEASE_MS)
    if (delivery === undefined) {
      await outbox.ask(
        'notifications.deliver',
        { notice: id, target },
        { notBefore: after(now, LEASE_MS) },
      )
      return
    }
    const outcome = delivery.state === 'pending' ? await attempt(notice, delivery) : delivery.state
    if (outcome === 'pending') return
    if (delivery.state === 'pending') await deliveries.settle(id, target, outcome)
    await follow(notice, outcome)
  }

  async function attempt(notice: Notice, delivery: Delivery): Promise<Delivery['state']> {
    const { target, attempts } = delivery
    const { id } = notice
    if (await isOver(notice)) return 'dropped'
    try {
      return await send(notice, target)
    } catch (error) {
      if (error instanceof MailRefused || error instanceof WebhookRefused) return 'failed'
      const now = clock.now()
      const { giveUpMs, longestWaitMs } = isOfClock(notice) ? OF_CLOCKS : OF_ALERTS
      const next = after(now, Math.min(FIRST_WAIT_MS * 2 ** attempts, longestWaitMs))
      if (next.getTime() - new Date(notice.at).getTime() > giveUpMs) return 'failed'
      await deliveries.release(id, target)
      await outbox.ask('notifications.deliver', { notice: id, target }, { notBefore: next })
      return 'pending'
    }
  }

  async function send(notice: Notice, target: string): Promise<'sent' | 'failed'> {
    if (isWebhookTarget(target)) {
      await ports.callWebhook(notice, target)
      return 'sent'
    }
    const to = await ports.addressesOf(notice.authority, target)
    if (ports.mail === undefined || to.length === 0) return 'failed'
    await ports.mail.send({ to, ...mailOf(notice), id: `${notice.id}.${target}` })
    return 'sent'
  }

  async function isOver(notice: Notice): Promise<boolean> {
    if (isOfClock(notice)) {
      const kept = await ports.clocks.find(notice.authority, notice.clock)
      return kept?.revision !== notice.revision
    }
    if (notice.kind !== 'duty.alert') return false
    const { header, authority } = notice
    const acts = await ports.dutyActs.list(header, authority)
    if (acts.at(-1)?.act === 'stand-down') return true
    return isAcknowledged(await ports.evidence.chain(header), authority)
  }

  /** What an outcome is evidence of. Done again after a crash, it finds itself done. */
  async function follow(notice: Notice, outcome: Delivery['state']): Promise<void> {
    if (notice.kind !== 'duty.alert') return
    const { header, authority: recipient } = notice
    if (outcome === 'failed') await outbox.ask('clocks.duty', { header, recipient })
    if (outcome !== 'sent') return
    const pkg = await ports.packages.findByHeader(header)
    if (pkg === undefined) return
    const text = `alert ${notice.step + 1} of ${notice.steps}`
    await ports.record(factsOf(pkg), { code: 'D.3', recipient })
    await ports.record(factsOf(pkg), {
      code: 'K.5',
      recipient,
      stage: `duty-${notice.step}`,
      reasons: [{ code: 'duty-alert', text }],
    })
  }
}

type ClockNotice = Extract<Notice, { readonly kind: 'clock.warning' | 'clock.lapsed' }>
const isOfClock = (notice: Notice): notice is ClockNotice =>
  notice.kind === 'clock.warning' || notice.kind === 'clock.lapsed'
