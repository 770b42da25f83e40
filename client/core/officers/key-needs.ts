import { isInForce } from '#crypto/directory/in-force.js'
import { recipientsOf } from '#crypto/envelope/recipients-of.js'
import { hasEnded } from '#crypto/translation/handoff-state.js'
import { listDrafts } from '../drafting/list-drafts.js'
import { listSealed } from '../resealing/list-sealed.js'
import type { Session } from '../session/session.js'
import { listHandoffs } from '../translation/read-handoff.js'

/** What still opens with a key of the authority's vault, and with none that came later. */
export type KeyNeed = {
  readonly kid: string
  /** The entry names it, and it is in force: others seal to it. */
  readonly isPresent: boolean
  readonly packages: number
  /** Drafts whose version in force, or what waits to be sent, is sealed to it. */
  readonly drafts: number
  /** Hand-offs that are not certified yet and whose return is sealed to it. */
  readonly handoffs: number
}

/** Nothing is opened with it any more. */
export const isIdle = ({ isPresent, packages, drafts, handoffs }: KeyNeed): boolean =>
  !isPresent && packages + drafts + handoffs === 0

/**
 * What each key of the vault is still needed for, oldest key first. Nothing is opened: an envelope says to which keys it is sealed.
 * Which packages there are is the relay's word, as it is whether it still has them.
 *
 * @throws RelayProblem; ClientError `vault-closed`; CryptoError
 */
export async function keyNeeds(session: Session): Promise<readonly KeyNeed[]> {
  const { officer, directory, platform } = session
  const entry = await directory.current(officer.authority)
  const now = platform.now()
  const present = entry.payload.keys.filter(({ notBefore, notAfter }) =>
    isInForce(notBefore, notAfter, now),
  )
  const count = { packages: counter(), drafts: counter(), handoffs: counter() }
  for await (const { kids } of listSealed(session)) count.packages.take(kids)
  for (const kids of await keysOfDrafts(session)) count.drafts.take(kids)
  for (const kids of await keysOfReturns(session)) count.handoffs.take(kids)
  return (await session.vaultKeys()).map(({ kid }) => ({
    kid,
    isPresent: present.some((key) => key.kid === kid),
    packages: count.packages.of(kid),
    drafts: count.drafts.of(kid),
    handoffs: count.handoffs.of(kid),
  }))
}

async function keysOfDrafts(session: Session): Promise<readonly (readonly string[])[]> {
  const sealed: (readonly string[])[] = []
  for (const { draft, version, head } of await listDrafts(session)) {
    const { relay } = session
    const kept = await relay.call('readDraftVersion', { params: { draft, version } })
    sealed.push([
      ...recipientsOf(kept.sealed),
      ...(head?.prepared ? recipientsOf(head.prepared.envelope) : []),
    ])
  }
  return sealed
}

async function keysOfReturns(session: Session): Promise<readonly (readonly string[])[]> {
  const sealed: (readonly string[])[] = []
  for (const { derived, handoff } of (await listHandoffs(session)).handoffs) {
    const { state } = derived
    const isOver =
      state === undefined ||
      hasEnded(state) ||
      state.stage === 'certified' ||
      state.stage === 'countersigned'
    const digest = state?.returned?.act.envelope
    if (isOver || digest === undefined) continue
    const params = { handoff: handoff.payload.handoff, digest }
    const { envelope } = await session.relay.call('readHandoffEnvelope', { params })
    sealed.push(recipientsOf(envelope))
  }
  return sealed
}

function counter() {
  const counts = new Map<string, number>()
  return {
    take: (kids: readonly string[]) => {
      for (const kid of new Set(kids)) counts.set(kid, (counts.get(kid) ?? 0) + 1)
    },
    of: (kid: string) => counts.get(kid) ?? 0,
  }
}
