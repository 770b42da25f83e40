import { ClockRequest } from '#crypto/clock/clock-request.js'
import { verifyClock } from '#crypto/clock/verify-clock.js'
import { Header } from '#crypto/package/header.js'
import type { Caller, ClockItem, ClockRecord } from '../../contract/wire.js'
import { Refusal } from '../errors.js'
import type { KnownAuthorities } from '../directory/known-authorities.js'
import { orInvalid } from '../or-invalid.js'
import type { Clock, EvidenceStore, Outbox, PackageStore } from '../ports.js'
import { readKept } from '../read-kept.js'
import { requireClock } from '../require-clock.js'
import { requirePermission } from '../access/require-permission.js'
import { after, laterOf } from '../timestamp.js'
import { asClockRecord } from './as-clock-record.js'
import { clockMoments } from './clock-moments.js'
import type { ClockStore, StoredClock } from './clock-store.js'
import { requireEntry } from '../directory/require-entry.js'

type Ports = {
  readonly authorities: KnownAuthorities
  readonly packages: Pick<PackageStore, 'findByHeader'>
  readonly evidence: Pick<EvidenceStore, 'findByDigest'>
  readonly clocks: Pick<ClockStore, 'keep'>
  readonly outbox: Outbox
  readonly clock: Clock
}
export type AskClock = ReturnType<typeof askClock>

/** No request lasts as long, nor do the clocks of relays and workers differ by as much. */
const KEPT_WITHIN_MS = 5 * 60_000

/**
 * Takes in what an officer asks of a clock: that it run, stand still, or end.
 *
 * The job is durable before the clock: one that finds none, or one that was moved, does nothing. So it does not
 * come before it is certain whether the clock was kept; for what is to be told sooner, it is asked for once more
 * when the clock is there. The same request again is answered alike.
 *
 * @throws {@link Refusal} `not-permitted`, `authority-unknown`, `statement-invalid`, `credential-revoked`,
 *   `clock-skewed`; `evidence-unknown` if the evidence that is to have started it is not of this case or
 *   not the caller's to see; `clock-conflict` if another revision is kept, or the clock has ended.
 */
export function askClock(ports: Ports) {
  const { authorities, packages, evidence, clocks, outbox, clock } = ports

  return async (caller: Caller, item: ClockItem): Promise<ClockRecord> => {
    requirePermission(caller, 'askClock')
    const now = clock.now()
    const wanted = await read(caller, item, now)
    const { authority, clock: name } = wanted
    const about = { authority, clock: name }
    const told = firstMoment(wanted, now)
    const certain = after(now, KEPT_WITHIN_MS)
    const ask = (notBefore: Date) => outbox.ask('clocks.asked', about, { notBefore })
    if (told !== undefined) await ask(laterOf(told, certain))
    const kept = await clocks.keep(wanted)
    if (kept?.digest === wanted.digest) {
      if (told !== undefined && told < certain) await ask(told)
      return asClockRecord(kept)
    }
    const there = kept === undefined ? 'no revision' : `revision ${kept.revision}, ${kept.state},`
    throw new Refusal('clock-conflict', `${there} of this clock is kept; read it and ask anew`)
  }

  async function read(
    caller: Caller,
    { request, credential }: ClockItem,
    now: Date,
  ): Promise<Omit<StoredClock, 'rings'>> {
    const { known, entry } = await requireEntry(authorities, caller.authority, now)
    const by = { credential, entry, at: now, revocations: known.revocations }
    const {
      payload,
      digest,
      credential: officer,
    } = await orInvalid('clock', verifyClock(request, by))
    if (payload.authority !== caller.authority || officer.payload.officer !== caller.officer) {
      throw new Refusal('statement-invalid', 'the clock is asked for by somebody else')
    }
    requireClock('the clock', payload.declared, now)
    await requireStarted(payload)
    return {
      authority: payload.authority,
      clock: payload.clock,
      revision: payload.revision,
      case: payload.case,
      evidence: payload.evidence,
      state: payload.state,
      due: new Date(payload.due),
      warnings: payload.warnings.map((at) => new Date(at)),
      statement: request,
      digest,
      credential,
      keptAt: now,
    }
  }

  async function requireStarted({ evidence: digest, authority, case: id }: ClockRequest) {
    // An oral request came past this relay: its written confirmation is what will be evidence.
    if (digest === null) return
    const started = await evidence.findByDigest(digest)
    const pkg = started && (await packages.findByHeader(started.header))
    const isTheirs = started?.parties.includes(authority) ?? false
    const isPublic = started?.recipient === null && pkg?.recipients.includes(authority)
    if (pkg !== undefined && (isTheirs || isPublic)) {
      const { payload } = await readKept({ statement: pkg.header, digest: pkg.digest }, Header)
      if (payload.case === id) return
    }
    throw new Refusal('evidence-unknown', 'no evidence of yours in that case has this digest')
  }
}

/** What is due already is told at once, once. */
function firstMoment(clock: Omit<StoredClock, 'rings'>, now: Date): Date | undefined {
  const next = clockMoments(clock).find(({ due }) => due > now)
  return next?.due ?? (clock.state === 'running' ? now : undefined)
}
