import { ClockRequest } from '#crypto/clock/clock-request.js'
import { verifyClock } from '#crypto/clock/verify-clock.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { ClientError } from '../client-error.js'
import { OralNote, type OralRequest } from './oral-request.js'
import { ownEnvelope } from '../session/own-envelope.js'
import { pageTurner } from '../page-turner.js'
import type { Session } from '../session/session.js'

/** With the clock that demands the written confirmation, as it was asked for last. */
export type KeptOralRequest = OralRequest & { readonly clock: ClockRequest }

/**
 * Oral requests that officers of one's own authority noted, soonest due first.
 *
 * @param open - only those that are neither confirmed nor ended.
 * @throws CryptoError for a clock that no officer of ours asked for
 */
export async function listOralRequests(
  session: Session,
  open: boolean,
): Promise<readonly KeptOralRequest[]> {
  const { relay, directory, officer, platform } = session
  const now = platform.now().toISOString()
  const revocations = await directory.revocations(officer.authority)
  const found: KeptOralRequest[] = []
  const nextOf = pageTurner()
  let after: string | undefined
  do {
    const page = await relay.call('listClocks', {
      query: { open: open ? 'true' : 'false', after, limit: 200 },
    })
    for (const { request, credential } of page.clocks) {
      const claimed = ClockRequest.parse((await readStatement(request)).payload)
      const detail = await ownEnvelope.open(session, claimed.detail)
      const note = OralNote.safeParse(detail).data
      if (note === undefined) continue
      const at = new Date(claimed.declared)
      const entry = await directory.at(officer.authority, at)
      const by = { credential, entry, at, revocations }
      const { payload: clock, credential: signer } = await verifyClock(request, by)
      const { clock: oral, due } = clock
      found.push({ ...note, oral, due, state: stateOf(note, due, now), ...nameOf(signer), clock })
    }
    after = nextOf(page)
  } while (after !== undefined)
  return found.sort((a, b) => (a.due < b.due ? -1 : 1))
}

/**
 * The oral request of that name, or of the only name that begins so.
 *
 * @throws ClientError `oral-unknown`
 */
export async function oralRequest(session: Session, name: string): Promise<KeptOralRequest> {
  const all = await listOralRequests(session, false)
  const [found, ...others] = all.filter(({ oral }) => name.length >= 6 && oral.startsWith(name))
  if (found !== undefined && others.length === 0) return found
  throw new ClientError(
    'oral-unknown',
    `no oral request is called ${name}`,
    'See: rogatory duty oral list --all',
  )
}

function stateOf(note: OralNote, due: string, now: string): OralRequest['state'] {
  if (note.confirmedBy !== null) return 'confirmed'
  if (note.ended !== null) return 'ended'
  return due < now ? 'overdue' : 'awaited'
}

const nameOf = ({ payload }: { readonly payload: { readonly name: string } }) => ({
  name: payload.name,
})
