import { toUtf8 } from '#crypto/bytes/bytes.js'
import { canonicalize } from '#crypto/canonical/canonicalize.js'
import { ClockRequest } from '#crypto/clock/clock-request.js'
import { nameClock } from '#crypto/clock/name-clock.js'
import { signClock } from '#crypto/clock/sign-clock.js'
import { verifyClock } from '#crypto/clock/verify-clock.js'
import { entrySealingKey } from '#crypto/directory/entry-key.js'
import { sealEnvelope } from '#crypto/envelope/seal-envelope.js'
import type { CaseId } from '#crypto/fields/fields.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import type { ClockRecord } from '#server/contract/wire.js'
import type { CaseClock } from '../../case/clocks/derive-clocks.js'
import { type LoadedCase, manifestIn } from './load-case.js'
import { pageTurner } from '../page-turner.js'
import type { Session } from '../session/session.js'

/** A clock of a case, and what the relay has told of it; null while the relay does not watch it. */
export type WatchedClock = CaseClock & { readonly rings: ClockRecord['rings'] | null }

type Kept = { readonly asked: ClockRequest; readonly rings: ClockRecord['rings'] }

/**
 * Has the relay watch the clocks of a case as they are now: what runs is asked for, what was moved, stands
 * still or has ended is asked for anew. What may run again is asked to stand still: the relay takes up no clock that
 * has ended. It learns moments, and not of what. Doing it again asks for nothing.
 *
 * @param ask - false only looks.
 * @throws RelayProblem `clock-conflict` when a colleague was faster: look again; CryptoError for a clock that
 *   no officer of ours asked for.
 */
export async function watchClocks(
  session: Session,
  loaded: LoadedCase,
  clocks: readonly CaseClock[],
  ask: boolean,
): Promise<readonly WatchedClock[]> {
  const { view, packages } = loaded
  const kept = await keptClocks(session, view.case)
  // Of what was passed on to us the relay shows us nothing, so it takes no clock that rests on that.
  const shown = new Set(
    [...packages.values()].flatMap(({ record }) => record.evidence.map(({ digest }) => digest)),
  )
  const watched: WatchedClock[] = []
  for (const clock of clocks) {
    const salt = manifestIn(loaded, clock.request)?.salt
    const isKnown = salt !== undefined && shown.has(clock.evidence)
    const name = isKnown ? await nameOf(session, clock, salt) : undefined
    const before = name === undefined ? undefined : kept.get(name)
    if (ask && name !== undefined && isNews(clock, before)) {
      const next = await requestOf(session, view.case, clock, name, before)
      const { rings } = await session.relay.call('askClock', { body: next })
      watched.push({ ...clock, rings })
    } else watched.push({ ...clock, rings: before?.rings ?? null })
  }
  return watched
}

const nameOf = ({ officer }: Session, { kind, counterpart, request }: CaseClock, salt: string) =>
  nameClock(salt, { kind, authority: officer.authority, counterpart, package: request })

function isNews(clock: CaseClock, before: Kept | undefined): boolean {
  if (before === undefined) return clock.state === 'running'
  const { state, due } = before.asked
  return state !== 'ended' && (state !== askedState(clock) || due !== clock.due)
}

const askedState = ({ state, mayRunAgain }: CaseClock): ClockRequest['state'] =>
  mayRunAgain ? 'suspended' : state

async function requestOf(
  { officer, directory, platform }: Session,
  id: CaseId,
  clock: CaseClock,
  name: string,
  before: Kept | undefined,
) {
  const now = platform.now()
  const key = await entrySealingKey(await directory.current(officer.authority), now)
  const { kind, counterpart, request, begins, source } = clock
  const detail = canonicalize({ kind, counterpart, package: request, begins, source })
  const wanted: ClockRequest = {
    clock: name,
    revision: (before?.asked.revision ?? 0) + 1,
    authority: officer.authority,
    case: id,
    evidence: clock.evidence,
    state: askedState(clock),
    due: clock.due,
    warnings: [...clock.warnings],
    detail: await sealEnvelope(toUtf8(detail), [key]),
    declared: now.toISOString(),
  }
  return {
    request: await signClock(wanted, officer.signingKey),
    credential: officer.credential.statement,
  }
}

async function keptClocks(session: Session, id: CaseId): Promise<ReadonlyMap<string, Kept>> {
  const { relay, directory, officer } = session
  const kept = new Map<string, Kept>()
  const nextOf = pageTurner()
  let after: string | undefined
  do {
    const page = await relay.call('listClocks', { query: { case: id, after, limit: 200 } })
    for (const { request, credential, rings } of page.clocks) {
      const claimed = ClockRequest.parse((await readStatement(request)).payload)
      const at = new Date(claimed.declared)
      const { payload } = await verifyClock(request, {
        credential,
        entry: await directory.at(officer.authority, at),
        at,
        revocations: await directory.revocations(officer.authority),
      })
      kept.set(payload.clock, { asked: payload, rings })
    }
    after = nextOf(page)
  } while (after !== undefined)
  return kept
}
