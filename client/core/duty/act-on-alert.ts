import type { DutyAct } from '#crypto/duty/duty-act.js'
import { signDutyAct } from '#crypto/duty/duty-act-statement.js'
import { type PackageId, plainText } from '#crypto/fields/fields.js'
import { ClientError } from '../client-error.js'
import { type AlertAct, AlertNote, dutyActs } from './duty-acts.js'
import { ownEnvelope } from '../session/own-envelope.js'
import type { Session } from '../session/session.js'

/**
 * Takes the alert of a package over, or stands it down. What this officer did last and is in force is not
 * done twice.
 *
 * @param note - for colleagues, sealed; a stand-down has one.
 * @param over - take it although a colleague has it, or longer than one had it oneself.
 * @throws ClientError `alert-taken`, `usage`, `evidence-untrusted`; RelayProblem `alert-unknown`,
 *   `alert-conflict`, `receipt-present`, `not-permitted`
 */
export async function actOnAlert(
  session: Session,
  id: PackageId,
  { act, note, over }: { act: DutyAct['act']; note: string | undefined; over: boolean },
): Promise<{ readonly already: boolean; readonly at: string; readonly until: string | null }> {
  const { officer, platform, relay } = session
  const { acts, record } = await dutyActs(session, id)
  const now = platform.now().toISOString()
  const last = acts.at(-1)
  const running = last !== undefined && isInForce(last, now) ? last : undefined
  if (running?.act === act && running.officer === officer.credential.payload.officer && !over) {
    return { already: true, at: running.at, until: running.until }
  }
  if (act === 'take' && running?.act === 'take' && !over) {
    throw new ClientError(
      'alert-taken',
      `${running.name} has taken it over until ${running.until ?? ''}`,
      'Take it over from them with: rogatory duty take ID --over',
    )
  }
  const wanted: DutyAct = {
    act,
    authority: officer.authority,
    package: id,
    header: record.header.digest,
    turn: acts.length + 1,
    previous: last?.digest ?? null,
    detail: note === undefined ? null : await ownEnvelope.seal(session, noteOf(note)),
    declared: now,
  }
  const body = {
    act: await signDutyAct(wanted, officer.signingKey),
    credential: officer.credential.statement,
  }
  const { at, until } = await relay.call('actOnAlert', { params: { package: id }, body })
  return { already: false, at, until }
}

/** Whether an act holds the escalation up at a moment, RFC 3339. */
export const isInForce = ({ until }: Pick<AlertAct, 'until'>, now: string): boolean =>
  until === null || until > now

function noteOf(note: string) {
  const said = AlertNote.safeParse({ note: plainText(note) }).data
  if (said !== undefined) return said
  throw new ClientError('usage', 'a note has 1 to 500 characters', 'Say it in fewer words.')
}
