import { recipientsOf } from '#crypto/envelope/recipients-of.js'
import { CryptoError } from '#crypto/errors.js'
import { type HandoffState, hasEnded } from '#crypto/translation/handoff-state.js'
import type { HandoffRecord } from '#server/contract/handoff-wire.js'
import { ClientError } from '../client-error.js'
import { RelayProblem } from '../relay-problem.js'
import type { Session } from '../session/session.js'
import { handoffRecords, openHandoffRecord, type OpenHandoff } from '../translation/read-handoff.js'

/** The keys of what came back from a translator, and what it is; of a hand-off that does not verify nobody can say either. */
export type Returned =
  | { readonly kind: 'handoff' | 'translation'; readonly kids: readonly string[] }
  | { readonly kind: 'unverified' }

/**
 * What was returned about each hand-off and is at the relay still: `translation` once it is certified, or the hand-off has ended without
 * that, as the relay serves it on then. An act of whoever was revoked afterwards counts here: it is no less sealed.
 *
 * @throws RelayProblem
 */
export async function* kidsOfReturns(session: Session): AsyncGenerator<Returned> {
  for await (const wire of handoffRecords(session)) {
    const open = await verified(session, wire)
    if (open === undefined) {
      yield { kind: 'unverified' }
      continue
    }
    const { state } = open.derived
    const digest = state?.returned?.act.envelope
    if (state === undefined || digest === undefined) continue
    const params = { handoff: open.handoff.payload.handoff, digest }
    try {
      const { envelope } = await session.relay.call('readHandoffEnvelope', { params })
      yield { kind: isOver(state) ? 'translation' : 'handoff', kids: recipientsOf(envelope) }
    } catch (error) {
      const isGone = error instanceof RelayProblem && GONE.includes(error.code)
      if (!isGone) throw error
    }
  }
}

async function verified(session: Session, wire: HandoffRecord): Promise<OpenHandoff | undefined> {
  try {
    return await openHandoffRecord(session, wire, undefined, 'passed')
  } catch (error) {
    if (error instanceof CryptoError || error instanceof ClientError) return undefined
    throw error
  }
}

/** What the relay says of an envelope that went with its uploads, or with its package. */
const GONE: readonly string[] = ['content-deleted', 'handoff-unknown']
const isOver = (state: HandoffState) =>
  hasEnded(state) || state.stage === 'certified' || state.stage === 'countersigned'
