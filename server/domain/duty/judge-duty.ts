import { alertedBy } from '#crypto/duty/alert-order.js'
import { entryInForce } from '#crypto/directory/entry-in-force.js'
import type { DutyRoster } from '#crypto/duty/duty-roster.js'
import type { AuthorityId, OfficerId } from '#crypto/fields/fields.js'
import { Header } from '#crypto/package/header.js'
import type { Notice } from '../../contract/notice.js'
import { factsOf, type PackageFacts, stepName } from '../evidence/evidence-step.js'
import type { KnownAuthorities } from '../directory/known-authorities.js'
import type { Clock, EvidenceStore, Outbox, PackageStore, StoredEvidence } from '../ports.js'
import { readKept } from '../read-kept.js'
import type { RecordEvidence } from '../evidence/record-evidence.js'
import type { RosterStore } from './roster-store.js'
import { actEvidence } from './act-evidence.js'
import { DUTY_CONTACT, officerTarget } from './addresses-of.js'
import type { DeliveryStore } from './delivery-store.js'
import type { DutyActStore, StoredDutyAct } from './duty-act-store.js'
import { escalationMoment } from './escalation-moment.js'
import { isAcknowledged } from './is-acknowledged.js'
import { rosterOf } from './roster-of.js'
import type { SendNotice } from './send-notice.js'
import { webhookTarget } from './webhook-target.js'

type Ports = {
  readonly packages: Pick<PackageStore, 'findByHeader'>
  readonly evidence: Pick<EvidenceStore, 'chain'>
  readonly rosters: Pick<RosterStore, 'find'>
  readonly authorities: Pick<KnownAuthorities, 'of'>
  readonly deliveries: Pick<DeliveryStore, 'of'>
  readonly dutyActs: Pick<DutyActStore, 'list'>
  readonly sendNotice: SendNotice
  readonly record: RecordEvidence
  readonly outbox: Outbox
  readonly clock: Clock
  /** Milliseconds from the consignment to each further step. */
  readonly escalationMs: readonly number[]
  /** For so long an alert that was taken over stands still. */
  readonly pauseMs: number
  /** Without a mail server and webhooks alerts go to sockets alone, and their failure is nobody's evidence. */
  readonly hasMail: boolean
}
type About = { readonly header: string; readonly recipient: AuthorityId }
type Alert = Extract<Notice, { kind: 'duty.alert' }>
export type JudgeDuty = ReturnType<typeof judgeDuty>

/**
 * Alerts the duty officers of a recipient to an urgent package: at once, and again along the roster at each
 * step of the escalation, until a receipt or the expiry ends it. Each step is taken once, whoever asks how
 * often; after an outage all that are due are taken. While an officer has taken the alert over it stands
 * still; stood down, it ends.
 *
 * A step that reached nobody is evidence K.6, and D.4 as long as nobody was notified; one that reached
 * somebody is K.5, the first of them D.3 (see `deliver-notice`).
 */
export function judgeDuty(ports: Ports) {
  const { packages, evidence, rosters, clock, outbox, escalationMs } = ports

  return async ({ header, recipient }: About): Promise<void> => {
    const pkg = await packages.findByHeader(header)
    if (pkg === undefined) return
    const { payload } = await readKept({ statement: pkg.header, digest: header }, Header)
    const chain = await evidence.chain(header)
    const consigned = chain.find((kept) => kept.code === 'D.1' && kept.recipient === recipient)
    const { urgency, sender } = payload
    if (urgency === 'routine' || consigned === undefined) return

    const roster = await rosterOf(rosters, recipient)
    const hooks = await Promise.all((roster?.webhooks ?? []).map(webhookTarget))
    const hasContact = await hasDutyContact(recipient)
    const canReach = ports.hasMail || hooks.length > 0
    const targetsFor = (alert: Alert) => [
      ...(ports.hasMail ? mailTargets(alert, roster, hasContact) : []),
      ...hooks,
    ]
    const acts = await ports.dutyActs.list(header, recipient)
    await completeActs(factsOf(pkg), recipient, acts, chain)
    const begins = new Date(consigned.time)
    const dues = [0, ...escalationMs].map((ms) => escalationMoment(begins, ms, acts, ports.pauseMs))
    const now = clock.now()
    const before: OfficerId[] = []
    for (const [step, due] of dues.entries()) {
      if (due === undefined || isAcknowledged(chain, recipient)) return
      if (due > now) {
        await outbox.ask('clocks.duty', { header, recipient }, { notBefore: due })
        return
      }
      const last = dues.length - 1
      const officers = roster ? alertedBy(roster, now, { step, last, before }) : []
      const told: Omit<Alert, 'id' | 'at'> = {
        kind: 'duty.alert',
        authority: recipient,
        package: pkg.package,
        header,
        sender,
        urgency,
        begins: consigned.time,
        step,
        steps: dues.length,
        officers: [...officers],
      }
      const sent = await ports.sendNotice(told, `${header}/${step}`, targetsFor)
      if (sent === undefined) continue
      const alert = sent.notice
      before.push(...alert.officers)
      if (canReach && (await hasFailed(alert, targetsFor))) {
        const reasons = [
          { code: 'not-notified-in-time', text: failure(step, dues.length) },
        ] as const
        const about = { recipient, stage: `duty-${step}`, reasons } as const
        await ports.record(factsOf(pkg), { code: 'D.4', ...about })
        await ports.record(factsOf(pkg), { code: 'K.6', ...about })
      }
    }
  }

  /** A relay process may have died between an act and its evidence. */
  async function completeActs(
    facts: PackageFacts,
    recipient: AuthorityId,
    acts: readonly StoredDutyAct[],
    chain: readonly StoredEvidence[],
  ): Promise<void> {
    for (const act of acts) {
      const step = actEvidence(recipient, act)
      if (chain.some((kept) => kept.step === stepName(step))) continue
      await ports.record(facts, step)
    }
  }

  async function hasDutyContact(recipient: AuthorityId): Promise<boolean> {
    const known = await ports.authorities.of(recipient)
    const entry = known && entryInForce(known, clock.now())
    return entry?.payload.dutyContact?.email !== undefined
  }

  async function hasFailed(alert: Alert, targetsFor: (alert: Alert) => readonly string[]) {
    const all = await ports.deliveries.of(alert.id)
    if (all.length === 0) return targetsFor(alert).length === 0
    return all.every(({ state }) => state === 'failed')
  }
}

/** Whoever has a mailbox; where nobody of the step has, the contact point that the entry names for any hour. */
function mailTargets(
  { officers }: Alert,
  roster: DutyRoster | undefined,
  hasContact: boolean,
): readonly string[] {
  const reached = officers.filter((officer) =>
    roster?.persons.some((person) => person.officer === officer && person.email !== null),
  )
  if (reached.length > 0) return reached.map(officerTarget)
  return hasContact ? [DUTY_CONTACT] : []
}

const failure = (step: number, steps: number): string =>
  `alert ${step + 1} of ${steps} reached no duty officer`
