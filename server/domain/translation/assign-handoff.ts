import { digestOf } from '#crypto/bytes/sha256.js'
import { Header } from '#crypto/package/header.js'
import { recipientsOf } from '#crypto/envelope/recipients-of.js'
import type { OfficerCredential } from '#crypto/directory/officer-credential.js'
import { importSealingKey } from '#crypto/keys/import-public.js'
import type { Handoff, Linguist } from '#crypto/translation/handoff.js'
import { verifyHandoff } from '#crypto/translation/verify-handoff.js'
import type { HandoffRecord, NewHandoff } from '../../contract/handoff-wire.js'
import type { Caller } from '../../contract/wire.js'
import { Refusal } from '../errors.js'
import { findVisible, type VisiblePorts } from '../packages/find-visible.js'
import type { KnownAuthorities } from '../directory/known-authorities.js'
import { officerInGoodStanding } from '../access/officer-in-good-standing.js'
import { orInvalid } from '../or-invalid.js'
import type { BlobStore, Clock, DirectoryStore, Outbox } from '../ports.js'
import { readKept } from '../read-kept.js'
import { requireClock } from '../require-clock.js'
import { requirePermission } from '../access/require-permission.js'
import { handoffContentDeleted, handoffUnknown } from './handoff-refusals.js'
import type { HandoffStore } from './handoff-store.js'
import { hurryTurn } from './hurry-turn.js'
import { knownHandoff } from './known-handoff.js'
import { asHandoffRecord } from './read-handoff.js'
import type { RecordHandoff } from './record-handoff.js'
import { requireEntry } from '../directory/require-entry.js'

type Ports = VisiblePorts & {
  readonly authorities: KnownAuthorities
  readonly directory: Pick<DirectoryStore, 'findCredential'>
  readonly blobs: Pick<BlobStore, 'find'>
  readonly handoffs: HandoffStore
  readonly outbox: Outbox
  readonly clock: Clock
  readonly recordHandoff: RecordHandoff
}
export type AssignHandoff = ReturnType<typeof assignHandoff>

/**
 * Takes in a hand-off: who hands off, that the parts are theirs to hand off and are here, that everybody
 * named is an officer with a key to whom that envelope is sealed.
 *
 * The hand-off is kept first, then its envelopes, its leaf and its job, then evidence H.1; whoever lost the answer
 * asks again, and what is missing is done.
 *
 * @throws {@link Refusal} `not-permitted`, `authority-unknown`, `statement-invalid`, `clock-skewed`,
 *   `package-unknown`, `content-resealed`, `part-unknown`, `part-missing`, `officer-unknown`; `handoff-conflict` if another
 *   hand-off has this id; `content-deleted` if it came to nothing, and the time of its copies is over.
 */
export function assignHandoff(ports: Ports) {
  const { authorities, handoffs, blobs, outbox, clock } = ports

  return async (caller: Caller, given: NewHandoff): Promise<HandoffRecord> => {
    requirePermission(caller, 'assignHandoff')
    const now = clock.now()
    const { payload, digest } = await read(caller, given, now)
    const before = await handoffs.find(payload.handoff)
    if (before === undefined) await judge(caller, payload, given, now)
    const kept = await handoffs.keep({
      handoff: payload.handoff,
      digest,
      authority: payload.authority,
      keptAt: now,
      statement: given.statement,
      credential: given.credential,
      package: payload.source.package,
      ...(payload.source.header === null && { content: 'kept' as const }),
      kids: linguistsOf(payload).map(({ linguist }) => linguist.kid),
    })
    if (kept.digest !== digest) {
      throw new Refusal('handoff-conflict', 'another hand-off has this id')
    }
    if (kept.content === 'deleted') throw handoffContentDeleted()
    await requireEnvelopes(payload, given)
    for (const envelope of given.envelopes) {
      await handoffs.keepEnvelope(payload.handoff, await digestOf(envelope), envelope)
    }
    await handoffs.keepAct({
      handoff: payload.handoff,
      digest,
      typ: 'rogatory-handoff',
      keptAt: kept.keptAt,
      statement: given.statement,
      credential: given.credential,
    })
    const known = await knownHandoff(ports, payload.handoff)
    if (known === undefined) throw handoffUnknown()
    await outbox.ask('translation.turn', { handoff: payload.handoff }, { hold: true })
    const begun = await ports.recordHandoff(known, { code: 'H.1' })
    await hurryTurn(ports, payload.handoff, now)
    return asHandoffRecord(begun, caller)
  }

  async function read(caller: Caller, { statement, credential }: NewHandoff, at: Date) {
    const { known, entry } = await requireEntry(authorities, caller.authority, at)
    const by = { credential, entry, at, revocations: known.revocations }
    const handoff = await orInvalid('hand-off', verifyHandoff(statement, by))
    if (handoff.credential.payload.kid !== caller.kid) {
      throw new Refusal('statement-invalid', 'the hand-off is signed by somebody else')
    }
    return handoff
  }

  async function judge(caller: Caller, payload: Handoff, given: NewHandoff, now: Date) {
    requireClock('the hand-off', payload.declared, now)
    const { sender, package: pkg, parts } = payload.source
    await requireSource(caller, payload)
    await requireEnvelopes(payload, given)
    for (const [i, { linguist, role }] of linguistsOf(payload).entries()) {
      await requireSealedTo(linguist, role, given.envelopes[i] ?? '', now)
    }
    for (const { part, digest, length } of parts) {
      const blob = await blobs.find({ sender, package: pkg, part, digest })
      if (blob?.length !== length) throw new Refusal('part-missing', `not uploaded: ${part}`)
    }
  }

  /** Parts of a package that the authority sent or received; others are the authority's own uploads. */
  async function requireSource({ authority }: Caller, { source }: Handoff): Promise<void> {
    if (source.header === null) return
    const { pkg } = await findVisible(ports, authority, source.package)
    // What was sent is about to be deleted: the copy is handed off, as an upload of its own.
    if (pkg.resealedBy?.includes(authority) === true) {
      throw new Refusal('content-resealed', `${authority} has sealed its copy of the package anew`)
    }
    const { payload: header } = await readKept(
      { statement: pkg.header, digest: pkg.digest },
      Header,
    )
    if (pkg.digest !== source.header || header.sender !== source.sender) {
      throw new Refusal('package-unknown', 'the package has another header')
    }
    for (const { part, digest, length } of source.parts) {
      const its = header.parts.find((one) => one.part === part)
      if (its?.digest !== digest || its.length !== length) {
        throw new Refusal('part-unknown', `there is no such part ${part}`)
      }
    }
  }

  async function standing({ kid, officer }: Linguist, now: Date): Promise<OfficerCredential> {
    try {
      return (await officerInGoodStanding(ports, kid, now)).payload
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      throw new Refusal('officer-unknown', `nobody vouches for ${officer} now`, { cause: error })
    }
  }

  async function requireSealedTo(
    linguist: Linguist,
    role: 'translator' | 'reviewer',
    envelope: string,
    now: Date,
  ): Promise<void> {
    const { authority, officer, roles, sealingKey } = await standing(linguist, now)
    const isThem = authority === linguist.authority && officer === linguist.officer
    if (!isThem || (role === 'translator' && !roles.includes('translator'))) {
      throw new Refusal('officer-unknown', `${linguist.officer} is no ${role} of that authority`)
    }
    const kids = await orInvalid('envelope', () => recipientsOf(envelope))
    const key = sealingKey && (await orInvalid('key', importSealingKey(sealingKey)))
    if (kids.length !== 1 || kids[0] !== key?.kid) {
      throw new Refusal(
        'statement-invalid',
        `an envelope is not sealed to ${linguist.officer} alone`,
      )
    }
  }
}

const linguistsOf = ({ turns, reviewer }: Handoff) => [
  ...turns.map(({ translator, envelope }) => ({
    linguist: translator,
    envelope,
    role: 'translator' as const,
  })),
  ...(reviewer ? [{ ...reviewer, role: 'reviewer' as const }] : []),
]

async function requireEnvelopes(payload: Handoff, { envelopes }: NewHandoff): Promise<void> {
  const named = linguistsOf(payload).map(({ envelope }) => envelope)
  const given = await Promise.all(envelopes.map((one) => digestOf(one)))
  if (named.length === given.length && named.every((one, i) => one === given[i])) return
  throw new Refusal('statement-invalid', 'the envelopes are not those that the hand-off names')
}
