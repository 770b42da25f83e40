import type { VerifiedEntry } from '#crypto/directory/verify-entry.js'
import { recipientsOf } from '#crypto/envelope/recipients-of.js'
import { type HandoffState, hasEnded } from '#crypto/translation/handoff-state.js'
import { listDrafts } from '../drafting/list-drafts.js'
import { RelayProblem } from '../relay-problem.js'
import { listSealed } from '../resealing/list-sealed.js'
import type { Session } from '../session/session.js'
import { listHandoffs } from '../translation/read-handoff.js'

/** What still opens with a key of the authority's vault, and with none that came later. */
export type KeyNeed = {
  readonly kid: string
  /** Others seal to it, or may begin to: the entry names it and it has not ended, or no entry has named it yet. */
  readonly isPresent: boolean
  readonly packages: number
  /** Drafts whose version in force, or what waits to be sent, is sealed to it. */
  readonly drafts: number
  /** Hand-offs that are not certified yet and whose return is sealed to it. */
  readonly handoffs: number
  /** Certified translations that are at the relay still. Whoever has fetched them does without. */
  readonly translations: number
}

/** Nothing is opened with it any more, but for certified translations: whether those were fetched nobody can see. */
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
  const isSealedTo = sealedTo(entry, await directory.history(officer.authority), platform.now())
  const [packages, drafts, handoffs, translations] = [counter(), counter(), counter(), counter()]
  for await (const { kids } of listSealed(session)) packages.take(kids)
  for (const kids of await keysOfDrafts(session)) drafts.take(kids)
  for await (const { kids, isCertified } of returnsOf(session)) {
    const counted = isCertified ? translations : handoffs
    counted.take(kids)
  }
  return (await session.vaultKeys()).map(({ kid }) => ({
    kid,
    isPresent: isSealedTo(kid),
    packages: packages.of(kid),
    drafts: drafts.of(kid),
    handoffs: handoffs.of(kid),
    translations: translations.of(kid),
  }))
}

function sealedTo(entry: VerifiedEntry, history: readonly VerifiedEntry[], now: Date) {
  const keysOf = (entries: readonly VerifiedEntry[]) =>
    entries.flatMap(({ payload }) => payload.keys)
  const { version } = entry.payload
  const inForce = keysOf(history.filter(({ payload }) => payload.version >= version))
  return (kid: string) =>
    inForce.some((key) => key.kid === kid && new Date(key.notAfter) >= now) ||
    // A change of keys puts the new one into the vault before it publishes it.
    !keysOf(history).some((key) => key.kid === kid)
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

/** What was returned about hand-offs that have not ended without a translation, and is at the relay still. */
async function* returnsOf(session: Session) {
  for (const { derived, handoff } of (await listHandoffs(session)).handoffs) {
    const { state } = derived
    const digest = state?.returned?.act.envelope
    if (state === undefined || hasEnded(state) || digest === undefined) continue
    const params = { handoff: handoff.payload.handoff, digest }
    try {
      const { envelope } = await session.relay.call('readHandoffEnvelope', { params })
      yield { kids: recipientsOf(envelope), isCertified: isCertified(state) }
    } catch (error) {
      const isGone = error instanceof RelayProblem && GONE.includes(error.code)
      if (!isGone) throw error
    }
  }
}

/** What the relay says of an envelope that went with its uploads, or with its package. */
const GONE: readonly string[] = ['content-deleted', 'handoff-unknown']
const isCertified = ({ stage }: HandoffState) => stage === 'certified' || stage === 'countersigned'

function counter() {
  const counts = new Map<string, number>()
  return {
    take: (kids: readonly string[]) => {
      for (const kid of new Set(kids)) counts.set(kid, (counts.get(kid) ?? 0) + 1)
    },
    of: (kid: string) => counts.get(kid) ?? 0,
  }
}
