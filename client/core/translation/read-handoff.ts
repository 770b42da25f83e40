import { z } from 'zod'
import { verifyEvidence } from '#crypto/evidence/verify-evidence.js'
import type { HandoffEvidence } from '#crypto/evidence/evidence.js'
import { OfficerCredential } from '#crypto/directory/officer-credential.js'
import type { OfficerAct } from '#crypto/directory/verify-act.js'
import { CryptoError } from '#crypto/errors.js'
import { HandoffId } from '#crypto/fields/fields.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import type { VerifiedStatement } from '#crypto/statement/verify-statement.js'
import type { CertifiedTranslation } from '#crypto/translation/certified-translation.js'
import { type DerivedHandoff, deriveHandoff } from '#crypto/translation/derive-handoff.js'
import type { HandoffAct } from '#crypto/translation/handoff-act.js'
import {
  type VerifiedHandoff,
  verifyHandoff,
  verifyHandoffAct,
  verifyTranslation,
} from '#crypto/translation/verify-handoff.js'
import type { HandoffRecord } from '#server/contract/handoff-wire.js'
import { untrusted } from '../proof/check-evidence.js'
import { ClientError } from '../client-error.js'
import type { Session } from '../session/session.js'

type Act = OfficerAct<HandoffAct> | OfficerAct<CertifiedTranslation>

/** A hand-off whose every statement was verified, and where it stands by our own judgement. */
export type OpenHandoff = {
  readonly wire: HandoffRecord
  readonly handoff: VerifiedHandoff
  readonly acts: readonly Act[]
  readonly evidence: readonly VerifiedStatement<HandoffEvidence>[]
  readonly derived: DerivedHandoff
}

/**
 * Reads a hand-off and verifies all of it: its officer, everybody who acted, the relay's evidence.
 *
 * @throws ClientError `evidence-untrusted` if the relay shows something else; CryptoError; RelayProblem
 *   `handoff-unknown`
 */
export async function readHandoff(session: Session, id: HandoffId): Promise<OpenHandoff> {
  const wire = await session.relay.call('readHandoff', { params: { handoff: id } })
  return openHandoffRecord(session, wire, id)
}

const Claim = z.object({ handoff: HandoffId })

/** A hand-off that does not verify: its id is the relay's word, and nothing else of it is told. */
export type ForgedHandoff = {
  readonly handoff: HandoffId
  /** The code of the check that failed. */
  readonly problem: string
}

/**
 * The hand-offs that the caller may see, each verified. One that does not verify, as when somebody's key was
 * revoked as of a moment before they acted, is told as such and keeps no other from being seen.
 *
 * @throws RelayProblem; and why one does not verify, where not even its id can be read.
 */
export async function listHandoffs(session: Session): Promise<{
  readonly handoffs: readonly OpenHandoff[]
  readonly forged: readonly ForgedHandoff[]
}> {
  const handoffs: OpenHandoff[] = []
  const forged: ForgedHandoff[] = []
  for await (const wire of handoffRecords(session)) {
    try {
      handoffs.push(await openHandoffRecord(session, wire))
    } catch (error) {
      if (!(error instanceof CryptoError) && !(error instanceof ClientError)) throw error
      const claimed = await readStatement(wire.statement).catch(() => undefined)
      const id = Claim.safeParse(claimed?.payload).data?.handoff
      if (id === undefined) throw error
      forged.push({ handoff: id, problem: error.code })
    }
  }
  return { handoffs, forged }
}

/** The same as the relay shows them, none of it verified. */
export async function* handoffRecords(session: Session): AsyncGenerator<HandoffRecord> {
  let after: HandoffId | undefined
  do {
    const query = { limit: 100, ...(after !== undefined && { after }) }
    const page = await session.relay.call('listHandoffs', { query })
    yield* page.handoffs
    after = page.next ?? undefined
  } while (after !== undefined)
}

/**
 * The same for a record that was fetched already.
 *
 * @param revoked - `passed`: whose key was revoked as of an earlier moment has acted nonetheless. For whoever takes
 *   something back, which that must not prevent; whoever believes what was said never asks so.
 */
export async function openHandoffRecord(
  session: Session,
  wire: HandoffRecord,
  id?: HandoffId,
  revoked: 'refused' | 'passed' = 'refused',
): Promise<OpenHandoff> {
  const evidence = await Promise.all(wire.evidence.map((item) => checked(session, item.statement)))
  const [first] = evidence
  if (first === undefined) throw untrusted('the relay shows a hand-off without evidence')
  const observed = new Map(
    evidence.map(({ payload: { subject, time } }) => [subject, new Date(time)]),
  )
  const actor = async (statement: string, credential: string) => {
    const { digest } = await readStatement(statement)
    const at = observed.get(digest)
    if (at === undefined) return undefined
    const { authority } = OfficerCredential.parse((await readStatement(credential)).payload)
    const entry = await session.directory.at(authority, at)
    if (revoked === 'passed') return { credential, entry, at }
    return { credential, entry, at, revocations: await session.directory.revocations(authority) }
  }
  const by = await actor(wire.statement, wire.credential)
  if (by === undefined) throw untrusted('the relay’s evidence is about another hand-off')
  const handoff = await verifyHandoff(wire.statement, by)
  if (id !== undefined && handoff.payload.handoff !== id) {
    throw untrusted('the relay shows another hand-off')
  }
  const acts: Act[] = []
  for (const { statement, credential } of wire.acts) {
    const who = await actor(statement, credential)
    // Of what the relay states nothing there is no moment to judge it by, and it has no effect.
    if (who === undefined) continue
    const { typ } = await readStatement(statement)
    const verify = typ === 'rogatory-translation' ? verifyTranslation : verifyHandoffAct
    acts.push(await verify(statement, who))
  }
  const derived = deriveHandoff({
    assignment: handoff,
    acts: acts.map(({ digest, payload, credential }) => ({
      digest,
      payload,
      by: credential.payload,
    })),
    evidence,
  })
  if (derived.marks.size > 0) {
    const marks = [...new Set(derived.marks.values())].join(', ')
    throw untrusted(`the relay recorded steps that the hand-off does not allow: ${marks}`)
  }
  return { wire, handoff, acts, evidence, derived }
}

async function checked({ directory, relayId }: Session, statement: string) {
  const { kid } = await readStatement(statement)
  const verified = await verifyEvidence(statement, await directory.withKey(relayId, kid))
  const { payload } = verified
  if (payload.about !== 'handoff') throw untrusted('the relay’s evidence is about something else')
  return { ...verified, payload }
}
