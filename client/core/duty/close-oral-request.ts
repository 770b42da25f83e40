import { signClock } from '#crypto/clock/sign-clock.js'
import { type PackageId, plainText } from '#crypto/fields/fields.js'
import { ClientError } from '../client-error.js'
import { type KeptOralRequest } from './list-oral-requests.js'
import { readPackage } from '../packages/open-package.js'
import { OralNote } from './oral-request.js'
import { ownEnvelope } from '../session/own-envelope.js'
import type { Session } from '../session/session.js'

type Outcome = { readonly package: PackageId } | { readonly reason: string }

/**
 * Ends the clock of an oral request: by the package that confirms it in writing, whose evidence A.1 it rests on
 * from then on, or with a reason why none is needed. Doing it again is no error.
 *
 * @throws ClientError `oral-mismatch` for a package of another counterpart or the other direction, or an oral
 *   request that has ended otherwise; RelayProblem `clock-conflict` when a colleague was faster
 */
export async function closeOralRequest(
  session: Session,
  { clock, ...kept }: KeptOralRequest,
  told: Outcome,
): Promise<{ readonly already: boolean }> {
  const outcome = 'reason' in told ? { reason: plainText(told.reason) } : told
  const { officer, platform, relay } = session
  if (kept.confirmedBy !== null || kept.ended !== null) {
    const isSame =
      'package' in outcome
        ? kept.confirmedBy?.package === outcome.package
        : kept.ended === outcome.reason
    if (isSame) return { already: true }
    throw mismatch('it has been confirmed or ended otherwise')
  }
  const confirmed = 'package' in outcome ? await confirmation(session, kept, outcome.package) : null
  const note = OralNote.safeParse({
    kind: kept.kind,
    direction: kept.direction,
    counterpart: kept.counterpart,
    person: kept.person,
    at: kept.at,
    channel: kept.channel,
    asked: kept.asked,
    confirmedBy: confirmed?.confirmedBy ?? null,
    ended: 'reason' in outcome ? outcome.reason : null,
  })
  if (!note.success) throw mismatch('a reason has 1 to 500 characters')
  const wanted = {
    ...clock,
    ...(confirmed && { case: confirmed.case, evidence: confirmed.evidence }),
    revision: clock.revision + 1,
    state: 'ended' as const,
    detail: await ownEnvelope.seal(session, note.data),
    declared: platform.now().toISOString(),
  }
  const body = {
    request: await signClock(wanted, officer.signingKey),
    credential: officer.credential.statement,
  }
  await relay.call('askClock', { body })
  return { already: false }
}

async function confirmation(
  session: Session,
  { direction, counterpart }: Pick<OralNote, 'direction' | 'counterpart'>,
  id: PackageId,
) {
  const { record, manifest } = await readPackage(session, id)
  const { sender, recipients } = record.header.payload
  const own = session.officer.authority
  const [from, to] = direction === 'received' ? [counterpart, own] : [own, counterpart]
  const [first] = record.evidence
  const isTheirs = sender === from && recipients.some(({ authority }) => authority === to)
  if (!isTheirs || first?.payload.code !== 'A.1') {
    throw mismatch(`${id} is no package from ${from} to ${to}`)
  }
  return {
    confirmedBy: { package: id, header: record.header.digest },
    case: manifest.case,
    evidence: first.digest,
  }
}

const mismatch = (message: string) =>
  new ClientError('oral-mismatch', message, 'See: rogatory duty oral list --all')
