import { z } from 'zod'
import type { DutyAct } from '#crypto/duty/duty-act.js'
import { verifyDutyAct } from '#crypto/duty/duty-act-statement.js'
import { text, type OfficerId, type PackageId } from '#crypto/fields/fields.js'
import { checkRecord, type CheckedRecord } from '../proof/check-record.js'
import { ClientError } from '../client-error.js'
import { ownEnvelope } from '../session/own-envelope.js'
import type { Session } from '../session/session.js'

/** What an officer of one's own authority did about an alert. */
export type AlertAct = {
  readonly act: DutyAct['act']
  readonly turn: number
  readonly officer: OfficerId
  /** As the officer's credential has it. */
  readonly name: string
  /** RFC 3339, by the relay's clock. */
  readonly at: string
  /** Until when the escalation stands still; null for good. */
  readonly until: string | null
  /** What was said of it; null where nothing was, or the vault does not open it. */
  readonly note: string | null
  readonly digest: string
}
export const AlertNote = z.object({ note: text(500) })

/**
 * Who took over the alert of a package, and who stood it down: verified, in order, and as many as the relay's
 * evidence tells of.
 *
 * @throws ClientError `evidence-untrusted`; CryptoError for an act that no officer of ours signed
 */
export async function dutyActs(
  session: Session,
  id: PackageId,
): Promise<{ readonly acts: readonly AlertAct[]; readonly record: CheckedRecord }> {
  const { relay, directory, officer } = session
  const params = { package: id }
  const [wire, listed] = await Promise.all([
    relay.call('readPackage', { params }),
    relay.call('listDutyActs', { params }),
  ])
  const record = await checkRecord(session, wire, id)
  const revocations = await directory.revocations(officer.authority)
  const acts: AlertAct[] = []
  for (const { act: statement, credential, at, until } of listed.acts) {
    const moment = new Date(at)
    const entry = await directory.at(officer.authority, moment)
    const by = { credential, entry, at: moment, revocations }
    const { payload, digest, credential: signer } = await verifyDutyAct(statement, by)
    const isNext =
      payload.turn === acts.length + 1 && payload.previous === (acts.at(-1)?.digest ?? null)
    if (payload.header !== record.header.digest || !isNext) throw untrusted()
    const { act, turn, detail } = payload
    const said = detail === null ? undefined : await ownEnvelope.open(session, detail)
    const note = AlertNote.safeParse(said).data?.note ?? null
    const { officer: who, name } = signer.payload
    acts.push({ act, turn, officer: who, name, at, until, note, digest })
  }
  const stated = record.evidence.filter(({ payload: { code, recipient } }) => {
    return recipient === officer.authority && (code === 'K.3' || code === 'K.4')
  })
  const isShown = (subject: string | null) => acts.some(({ digest }) => digest === subject)
  if (stated.every(({ payload }) => isShown(payload.subject))) return { acts, record }
  throw untrusted()
}

const untrusted = () =>
  new ClientError(
    'evidence-untrusted',
    'what the relay shows of this alert is not what officers signed, or not all of it',
    'Ask your colleagues on duty directly, and the relay’s operator.',
  )
