import { toHex } from '#crypto/bytes/bytes.js'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { canonicalize } from '#crypto/canonical/canonicalize.js'
import type { ClockRequest } from '#crypto/clock/clock-request.js'
import { HOUR_MS } from '#crypto/clock/durations.js'
import { signClock } from '#crypto/clock/sign-clock.js'
import { CaseId, plainText } from '#crypto/fields/fields.js'
import { ClientError } from '../client-error.js'
import { listOralRequests } from './list-oral-requests.js'
import { OralNote } from './oral-request.js'
import { ownEnvelope } from '../session/own-envelope.js'
import type { Session } from '../session/session.js'

/**
 * Notes an oral request, sealed to the own authority, and has the relay watch for its written confirmation.
 * The relay learns a moment. The same note again is the same request.
 *
 * @param within - hours in which the confirmation is to be there; `warn`: hours before that a warning comes.
 * @returns the name of the request, and by when it is to be confirmed.
 * @throws ClientError `usage` naming what does not fit
 */
export async function noteOralRequest(
  session: Session,
  said: Omit<OralNote, 'kind' | 'confirmedBy' | 'ended'>,
  { within, warn }: { readonly within: number; readonly warn: number },
): Promise<{ readonly oral: string; readonly due: string; readonly already: boolean }> {
  const { officer, platform, relay, directory } = session
  const parsed = OralNote.safeParse({
    ...said,
    kind: 'oral-confirmation',
    confirmedBy: null,
    ended: null,
    person: plainText(said.person),
    asked: plainText(said.asked),
  })
  if (!parsed.success) {
    const [member] = parsed.error.issues[0]?.path ?? []
    throw usage(`${String(member)} has another form than expected`)
  }
  const note = parsed.data
  const now = platform.now()
  if (note.at > now.toISOString()) throw usage('nobody has asked anything in the future')
  await directory.current(note.counterpart)
  const before = (await listOralRequests(session, true)).find(
    (one) => canonicalize(noteOf(one)) === canonicalize(note),
  )
  if (before !== undefined) return { oral: before.oral, due: before.due, already: true }

  const due = new Date(now.getTime() + within * HOUR_MS)
  const warned = new Date(due.getTime() - warn * HOUR_MS)
  const wanted: ClockRequest = {
    clock: toHex(crypto.getRandomValues(new Uint8Array(32))),
    revision: 1,
    authority: officer.authority,
    case: CaseId.parse(uuidV7(now)),
    evidence: null,
    state: 'running',
    due: due.toISOString(),
    warnings: warned > now ? [warned.toISOString()] : [],
    detail: await ownEnvelope.seal(session, note),
    declared: now.toISOString(),
  }
  const body = {
    request: await signClock(wanted, officer.signingKey),
    credential: officer.credential.statement,
  }
  await relay.call('askClock', { body })
  return { oral: wanted.clock, due: wanted.due, already: false }
}

const noteOf = (one: OralNote): OralNote => {
  const { kind, direction, counterpart, person, at, channel, asked, confirmedBy, ended } = one
  return { kind, direction, counterpart, person, at, channel, asked, confirmedBy, ended }
}

const usage = (message: string) =>
  new ClientError('usage', message, 'See: rogatory duty oral note --help')
