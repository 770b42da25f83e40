import type { CertifiedTranslation } from '#crypto/translation/certified-translation.js'
import type { HandoffAct } from '#crypto/translation/handoff-act.js'
import { signHandoffAct, signTranslation } from '#crypto/translation/sign-handoff.js'
import type { Session } from '../session/session.js'
import { type OpenHandoff, openHandoffRecord } from './read-handoff.js'

type Distributed<T> = T extends HandoffAct ? Omit<T, 'handoff' | 'assignment' | 'declared'> : never
/** What somebody does, without what follows from the hand-off. */
export type NewAct = Distributed<HandoffAct>

/**
 * Signs an act about a hand-off and hands it in.
 *
 * @param envelope - of a return.
 * @throws CryptoError `translation/act`; RelayProblem `handoff-reassigned`, `handoff-ended`,
 *   `handoff-conflict`, `translation-invalid`, `not-permitted`
 */
export async function actOnHandoff(
  session: Session,
  { handoff }: OpenHandoff,
  act: NewAct,
  envelope: string | null = null,
): Promise<OpenHandoff> {
  const { officer, platform } = session
  const whole: HandoffAct = {
    ...act,
    handoff: handoff.payload.handoff,
    assignment: handoff.digest,
    declared: platform.now().toISOString(),
  }
  return handIn(session, handoff.payload, await signHandoffAct(whole, officer.signingKey), envelope)
}

/**
 * Takes a hand-off back after a breach, whatever became since of the keys of whoever acted in it.
 *
 * @throws RelayProblem as above
 */
export async function recallForBreach(
  session: Session,
  { handoff: { payload, digest } }: OpenHandoff,
): Promise<OpenHandoff> {
  const { officer, platform, relay } = session
  const { handoff } = payload
  const about = { handoff, assignment: digest, declared: platform.now().toISOString() }
  const act: HandoffAct = { act: 'recall', ground: 'breach', detail: null, ...about }
  const statement = await signHandoffAct(act, officer.signingKey)
  const body = { statement, credential: officer.credential.statement, envelope: null }
  const wire = await relay.call('actOnHandoff', { params: { handoff }, body })
  return openHandoffRecord(session, wire, handoff, 'passed')
}

/** Certifies a translation. @throws CryptoError `translation/statement`; RelayProblem as above */
export async function certify(
  session: Session,
  { handoff }: OpenHandoff,
  said: Omit<CertifiedTranslation, 'handoff' | 'assignment' | 'declared' | 'pair'>,
): Promise<OpenHandoff> {
  const { officer, platform } = session
  const statement = await signTranslation(
    {
      ...said,
      handoff: handoff.payload.handoff,
      assignment: handoff.digest,
      pair: handoff.payload.pair,
      declared: platform.now().toISOString(),
    },
    officer.signingKey,
  )
  return handIn(session, handoff.payload, statement, null)
}

async function handIn(
  session: Session,
  { handoff }: OpenHandoff['handoff']['payload'],
  statement: string,
  envelope: string | null,
): Promise<OpenHandoff> {
  const credential = session.officer.credential.statement
  const params = { handoff }
  const body = { statement, credential, envelope }
  const wire = await session.relay.call('actOnHandoff', { params, body })
  return openHandoffRecord(session, wire, handoff)
}
