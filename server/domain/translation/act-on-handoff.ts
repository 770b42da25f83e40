import { digestOf } from '#crypto/bytes/sha256.js'
import { keysInForce } from '#crypto/directory/entry-in-force.js'
import { type AuthorityId, type HandoffId, PackageId } from '#crypto/fields/fields.js'
import { recipientsOf } from '#crypto/envelope/recipients-of.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import type { ReturnAct } from '#crypto/translation/handoff-act.js'
import { type HandoffStep, stepOfAct } from '#crypto/translation/handoff-state.js'
import { verifyHandoffAct, verifyTranslation } from '#crypto/translation/verify-handoff.js'
import type { HandoffRecord, NewHandoffAct } from '../../contract/handoff-wire.js'
import type { Caller } from '../../contract/wire.js'
import { Refusal } from '../errors.js'
import type { KnownAuthorities } from '../directory/known-authorities.js'
import { orInvalid } from '../or-invalid.js'
import type { BlobStore, Clock, Outbox, PackageStore } from '../ports.js'
import { requireClock } from '../require-clock.js'
import { requirePermission } from '../access/require-permission.js'
import { handoffAccess } from './handoff-access.js'
import { handoffUnknown } from './handoff-refusals.js'
import { hurryTurn } from './hurry-turn.js'
import type { HandoffStore } from './handoff-store.js'
import { type KnownHandoff, knownHandoff } from './known-handoff.js'
import { asHandoffRecord } from './read-handoff.js'
import type { RecordHandoff } from './record-handoff.js'
import { requireEntry } from '../directory/require-entry.js'

type Ports = {
  readonly authorities: KnownAuthorities
  readonly blobs: Pick<BlobStore, 'find'>
  readonly packages: Pick<PackageStore, 'find'>
  readonly handoffs: HandoffStore
  readonly outbox: Outbox
  readonly clock: Clock
  readonly recordHandoff: RecordHandoff
}
export type ActOnHandoff = ReturnType<typeof actOnHandoff>

/**
 * Takes in what somebody does about a hand-off. The state machine decides, and the evidence is the answer;
 * the statement is kept before it. The same again is answered alike, whatever has happened since.
 *
 * @throws {@link Refusal} `handoff-unknown`, `not-permitted`, `statement-invalid`, `clock-skewed`;
 *   `handoff-reassigned`, `handoff-ended`, `handoff-conflict`, `translation-invalid`; `part-missing` if a
 *   target is not uploaded; `content-deleted` if the time of what was to be translated is over.
 */
export function actOnHandoff(ports: Ports) {
  const { authorities, blobs, packages, handoffs, outbox, clock } = ports

  return async (caller: Caller, id: HandoffId, given: NewHandoffAct): Promise<HandoffRecord> => {
    requirePermission(caller, 'actOnHandoff')
    const now = clock.now()
    const known = await knownHandoff(ports, id)
    if (known === undefined || !handoffAccess(known, caller).record) throw handoffUnknown()
    const { step, typ, assignment, declared } = await read(caller, given, now)
    if (assignment !== known.kept.digest) {
      throw new Refusal('statement-invalid', 'the act is about another hand-off')
    }
    const digest = 'digest' in step ? step.digest : ''
    const isRepeated = known.acts.some((act) => act.digest === digest)
    if (!isRepeated) requireClock('the act', declared, now)
    const returned = 'act' in step && step.act.act === 'return' ? step.act : undefined
    const after = await ports.recordHandoff(known, step, async () => {
      if (returned === undefined) requireNoEnvelope(given)
      else await keepReturn(caller, known, returned, given, now)
      const { statement, credential } = given
      await handoffs.keepAct({ handoff: id, digest, typ, statement, credential, keptAt: now })
      await outbox.ask('translation.turn', { handoff: id }, { hold: true })
    })
    await hurryTurn(ports, id, now)
    return asHandoffRecord(after, caller)
  }

  async function read(caller: Caller, { statement, credential }: NewHandoffAct, at: Date) {
    const { known, entry } = await requireEntry(authorities, caller.authority, at)
    const actor = { credential, entry, at, revocations: known.revocations }
    const { typ } = await orInvalid('act', readStatement(statement))
    if (typ === 'rogatory-translation') {
      const verified = await orInvalid('translation', verifyTranslation(statement, actor))
      requireOwn(verified.kid, caller)
      const { payload: translation, digest } = verified
      const by = verified.credential.payload
      const step: HandoffStep = { code: 'H.9', digest, by, translation }
      return { step, typ, ...ofStatement(translation) }
    }
    const verified = await orInvalid('act', verifyHandoffAct(statement, actor))
    requireOwn(verified.kid, caller)
    const step = stepOfAct(verified.payload, verified.digest, verified.credential.payload)
    return { step, typ: verified.typ, ...ofStatement(verified.payload) }
  }

  /** Targets are here before anybody is told that they were delivered. */
  async function keepReturn(
    { authority }: Caller,
    { payload: { authority: assigned, handoff, source } }: KnownHandoff,
    act: ReturnAct,
    { envelope }: NewHandoffAct,
    now: Date,
  ) {
    // Nobody would delete it any more: its time ended with the package's.
    const isDeleted = (await handoffs.find(handoff))?.content === 'deleted'
    if (isDeleted || (await packages.find(source.package))?.contentDeletedAt !== undefined) {
      throw new Refusal('content-deleted', 'the content of what was to be translated is deleted')
    }
    // Each hand-off has octets of its own: what is deleted with the one is missing in no other, nor in a package.
    if (act.package !== PackageId.parse(handoff)) {
      throw new Refusal('statement-invalid', 'targets stand under the id of their hand-off')
    }
    const digest = envelope === null ? undefined : await digestOf(envelope)
    if (envelope === null || digest !== act.envelope) {
      throw new Refusal('statement-invalid', 'the envelope is not the one that the return names')
    }
    await requireReadable(envelope, assigned, now)
    for (const { part, digest: sealed, length } of act.targets) {
      const key = { sender: authority, package: act.package, part, digest: sealed }
      if ((await blobs.find(key))?.length !== length) {
        throw new Refusal('part-missing', `not uploaded: ${part}`)
      }
    }
    await handoffs.keepEnvelope(act.handoff, act.envelope, envelope)
  }

  /** By the authority that handed off, with a key that it still has: one that ended may be destroyed by now. */
  async function requireReadable(envelope: string, assigned: AuthorityId, at: Date) {
    const kids = await orInvalid('envelope', () => recipientsOf(envelope))
    const { entry } = await requireEntry(authorities, assigned, at)
    if (keysInForce(entry, 'envelopes', at).some(({ kid }) => kids.includes(kid))) return
    throw new Refusal(
      'statement-invalid',
      'the return is sealed to no key that the authority which handed off has now',
    )
  }
}

const ofStatement = ({ assignment, declared }: { assignment: string; declared: string }) => ({
  assignment,
  declared,
})

function requireOwn(kid: string, caller: Caller): void {
  if (kid !== caller.kid) throw new Refusal('statement-invalid', 'it is signed by somebody else')
}

function requireNoEnvelope({ envelope }: NewHandoffAct): void {
  if (envelope !== null) throw new Refusal('statement-invalid', 'only a return has an envelope')
}
