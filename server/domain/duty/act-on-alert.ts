import type { DutyAct } from '#crypto/duty/duty-act.js'
import { verifyDutyAct } from '#crypto/duty/duty-act-statement.js'
import type { PackageId } from '#crypto/fields/fields.js'
import { Header } from '#crypto/package/header.js'
import type { Caller, DutyActItem, DutyActRecord } from '../../contract/wire.js'
import { Refusal } from '../errors.js'
import { factsOf } from '../evidence/evidence-step.js'
import { findVisible, type VisiblePackage, type VisiblePorts } from '../packages/find-visible.js'
import type { GiveNotice } from '../notices/give-notice.js'
import type { KnownAuthorities } from '../directory/known-authorities.js'
import { orInvalid } from '../or-invalid.js'
import type { Clock, Outbox } from '../ports.js'
import { readKept } from '../read-kept.js'
import type { RecordEvidence } from '../evidence/record-evidence.js'
import { requireClock } from '../require-clock.js'
import { requirePermission } from '../access/require-permission.js'
import type { RosterStore } from './roster-store.js'
import { actEvidence } from './act-evidence.js'
import { asDutyActRecord } from './as-duty-act-record.js'
import type { DutyActStore, StoredDutyAct } from './duty-act-store.js'
import { isAcknowledged } from './is-acknowledged.js'
import { rosterOf } from './roster-of.js'
import { requireEntry } from '../directory/require-entry.js'

type Ports = VisiblePorts & {
  readonly authorities: KnownAuthorities
  readonly rosters: Pick<RosterStore, 'find'>
  readonly dutyActs: DutyActStore
  readonly giveNotice: GiveNotice
  readonly record: RecordEvidence
  readonly outbox: Outbox
  readonly clock: Clock
  readonly pauseMs: number
}
export type ActOnAlert = ReturnType<typeof actOnAlert>

/**
 * Takes in that a duty officer takes an alert over, or stands it down: evidence K.3 or K.4, and a notice to
 * the colleagues. The escalation stands still; only a receipt answers the package.
 *
 * The job is durable before the act, and completes the evidence if this process dies in between. The same act
 * again is answered alike.
 *
 * @throws {@link Refusal} `package-unknown`, `alert-unknown` for a package that alerts nobody,
 *   `receipt-present`, `not-permitted` for an officer who is neither on the roster nor of the role duty,
 *   `authority-unknown`, `statement-invalid`, `credential-revoked`, `clock-skewed`; `alert-conflict` if a
 *   colleague was faster.
 */
export function actOnAlert(ports: Ports) {
  const { dutyActs, outbox, clock, record, pauseMs } = ports

  return async (caller: Caller, id: PackageId, item: DutyActItem): Promise<DutyActRecord> => {
    requirePermission(caller, 'actOnAlert')
    const visible = await findVisible(ports, caller.authority, id)
    const { pkg, chain } = visible
    const { authority } = caller
    await requireAlert(caller, visible)
    const { wanted, declared, previous } = await read(caller, visible, item)

    const kept = await dutyActs.list(pkg.digest, authority)
    const same = kept.find(({ digest }) => digest === wanted.digest)
    if (same === undefined) {
      if (isAcknowledged(chain, authority)) {
        throw new Refusal('receipt-present', 'the package has been answered')
      }
      requireClock('the act', declared, wanted.keptAt)
      const last = kept.at(-1)
      if ((last?.digest ?? null) !== previous || wanted.turn !== kept.length + 1) {
        throw new Refusal('alert-conflict', `${kept.length} acts on this alert are kept`)
      }
    }
    await outbox.ask('clocks.duty', { header: pkg.digest, recipient: authority })
    const done = same ?? (await dutyActs.keep(wanted))
    if (done.digest !== wanted.digest) {
      throw new Refusal('alert-conflict', 'somebody else acted at the same time')
    }
    await record(factsOf(pkg), actEvidence(authority, done))
    const { until } = asDutyActRecord(done, pauseMs)
    const { act, turn, officer } = done
    await ports.giveNotice(
      {
        kind: 'duty.act',
        authority,
        package: pkg.package,
        header: pkg.digest,
        act,
        turn,
        officer,
        until,
      },
      `${pkg.digest}/${turn}`,
    )
    return asDutyActRecord(done, pauseMs)
  }

  async function requireAlert(
    { authority, officer, roles }: Caller,
    { pkg, chain }: VisiblePackage,
  ): Promise<void> {
    const { payload } = await readKept({ statement: pkg.header, digest: pkg.digest }, Header)
    const isConsigned = chain.some(({ code, recipient }) => {
      return code === 'D.1' && recipient === authority
    })
    if (payload.urgency === 'routine' || !isConsigned) {
      throw new Refusal('alert-unknown', 'it is not urgent, or not to your authority')
    }
    const roster = await rosterOf(ports.rosters, authority)
    const isNamed = roster?.persons.some((person) => person.officer === officer) ?? false
    if (isNamed || roles.includes('duty')) return
    throw new Refusal(
      'not-permitted',
      'this is for officers on the duty roster, or of the role duty',
    )
  }

  async function read(
    caller: Caller,
    { pkg }: VisiblePackage,
    { act: statement, credential }: DutyActItem,
  ): Promise<{ readonly wanted: StoredDutyAct } & Pick<DutyAct, 'declared' | 'previous'>> {
    const { authority, officer } = caller
    const keptAt = clock.now()
    const { known, entry } = await requireEntry(ports.authorities, authority, keptAt)
    const actor = { credential, entry, at: keptAt, revocations: known.revocations }
    const done = await orInvalid('act', verifyDutyAct(statement, actor))
    const { payload, digest } = done
    const by = done.credential.payload
    if (payload.authority !== authority || by.officer !== officer) {
      throw new Refusal('statement-invalid', 'the act is somebody else’s')
    }
    if (payload.header !== pkg.digest || payload.package !== pkg.package) {
      throw new Refusal('statement-invalid', 'the act is about another package')
    }
    const { act, turn, previous, declared } = payload
    const about = { authority, header: pkg.digest, act, turn, officer: by.officer }
    return { wanted: { ...about, digest, statement, credential, keptAt }, declared, previous }
  }
}
