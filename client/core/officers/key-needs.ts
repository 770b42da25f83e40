import type { VerifiedEntry } from '#crypto/directory/verify-entry.js'
import { sealedPages } from '../resealing/list-sealed.js'
import { readVault } from '../session/read-vault.js'
import type { Session } from '../session/session.js'
import { kidsOfDrafts } from './kids-of-drafts.js'
import { kidsOfOralRequests } from './kids-of-oral-requests.js'
import { kidsOfReturns } from './kids-of-returns.js'

/** What still opens with a key of the authority's vault, and with none that came later. */
export type KeyNeed = {
  readonly kid: string
  /** Others seal to it, or may begin to: the entry names it and it has not ended, or no entry has named it yet. */
  readonly isPresent: boolean
  readonly packages: number
  /** Packages that the relay has taken in for the authority and not consigned to it yet. */
  readonly coming: number
  /** Drafts that cannot be gone on with but for it: see {@link kidsOfDrafts}. */
  readonly drafts: number
  /** Hand-offs that go on, are not certified yet, and whose return is sealed to it. */
  readonly handoffs: number
  /**
   * Translations that are certified, or whose hand-off has ended without, and that are at the relay still. Whoever has fetched them
   * does without.
   */
  readonly translations: number
  /** Oral requests that are neither confirmed nor ended. */
  readonly oralRequests: number
  /** Hand-offs that do not verify here, the same for every key: what was returned about them may need any. */
  readonly unverified: number
}

/** What `translations` and `isPresent` are not in: each of it has to be done with before a key goes. */
export const isIdle = (need: KeyNeed): boolean =>
  !need.isPresent &&
  [
    need.packages,
    need.coming,
    need.drafts,
    need.handoffs,
    need.oralRequests,
    need.unverified,
  ].every((count) => count === 0)

/** What may be done with a key: `translations` alone are fetched, or given up, by whoever destroys it. */
export type KeyStanding = 'present' | 'needed' | 'translations' | 'idle'

export function keyStanding(need: KeyNeed): KeyStanding {
  if (need.isPresent) return 'present'
  if (!isIdle(need)) return 'needed'
  return need.translations === 0 ? 'idle' : 'translations'
}

/**
 * What each key of the vault, as it is now, is still needed for, oldest key first. Nothing is opened but drafts: an envelope says to which keys it is
 * sealed. Which packages there are is the relay's word, as it is whether it still has them.
 *
 * @throws RelayProblem; ClientError `vault-closed`; CryptoError
 */
export async function keyNeeds(session: Session): Promise<readonly KeyNeed[]> {
  const needOf = await counted(session)
  const keys = await readVault(session.relay, session.officer.sealingKey)
  return keys.map(({ kid }) => needOf(kid))
}

/**
 * The same of one key, which the vault may be without already.
 *
 * @throws as {@link keyNeeds}
 */
export const keyNeed = async (session: Session, kid: string): Promise<KeyNeed> =>
  (await counted(session))(kid)

async function counted(session: Session): Promise<(kid: string) => KeyNeed> {
  const { officer, directory, platform } = session
  const entry = await directory.current(officer.authority)
  const isSealedTo = sealedTo(entry, await directory.history(officer.authority), platform.now())
  const [packages, coming, drafts, oralRequests] = [counter(), counter(), counter(), counter()]
  const returned = { handoff: counter(), translation: counter() }
  let unverified = 0
  for await (const page of sealedPages(session)) {
    for (const { kids } of page.packages) packages.take(kids)
    for (const one of page.coming ?? []) coming.take([one.kid], one.packages)
  }
  for await (const kids of kidsOfDrafts(session)) drafts.take(kids)
  for await (const one of kidsOfReturns(session)) {
    if (one.kind === 'unverified') unverified++
    else returned[one.kind].take(one.kids)
  }
  for await (const kids of kidsOfOralRequests(session)) oralRequests.take(kids)
  return (kid) => ({
    kid,
    isPresent: isSealedTo(kid),
    packages: packages.of(kid),
    coming: coming.of(kid),
    drafts: drafts.of(kid),
    handoffs: returned.handoff.of(kid),
    translations: returned.translation.of(kid),
    oralRequests: oralRequests.of(kid),
    unverified,
  })
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

function counter() {
  const counts = new Map<string, number>()
  return {
    take: (kids: readonly string[], times = 1) => {
      for (const kid of new Set(kids)) counts.set(kid, (counts.get(kid) ?? 0) + times)
    },
    of: (kid: string) => counts.get(kid) ?? 0,
  }
}
