import type { AuthorityId, DraftId } from '#crypto/fields/fields.js'
import type { DraftVersionSummary, NewDraftVersion } from '../../contract/draft-wire.js'
import type { Caller } from '../../contract/wire.js'
import { draftHead } from './draft-head.js'
import type { DraftAnnouncer, DraftStore, ListedDraftVersion } from './draft-store.js'
import { Refusal } from '../errors.js'
import type { Clock } from '../ports.js'
import { requirePermission } from '../access/require-permission.js'
import { summaryOf } from './read-draft.js'

type Ports = {
  readonly drafts: DraftStore
  readonly announcer: DraftAnnouncer
  readonly clock: Clock
  /** Octets of all drafts of one authority at most. */
  readonly draftQuotaBytes: number
}
export type KeepDraft = ReturnType<typeof keepDraft>

/** So many versions of a draft are kept; older ones make room. */
const KEPT_VERSIONS = 32

/**
 * Keeps the next version of a draft of the caller's authority, by compare-and-set: it has the next
 * number, and was made from the version in force. Whoever comes second is told, and can keep theirs
 * aside, so that both stay readable. The same again is no error.
 *
 * Two that come at once may exceed the quota by one version each: it bounds, it does not count.
 *
 * @throws {@link Refusal} `not-permitted`, `draft-unknown` once it is discarded, `draft-conflict`,
 *   `drafts-full`
 */
export function keepDraft({ drafts, announcer, clock, draftQuotaBytes }: Ports) {
  return async (
    caller: Caller,
    draft: DraftId,
    given: NewDraftVersion,
  ): Promise<DraftVersionSummary> => {
    requirePermission(caller, 'keepDraft')
    const { authority } = caller
    const versions = await drafts.versions(authority, draft)
    const taken = versions.find(({ version }) => version === given.version)
    if (taken !== undefined) return same(authority, taken, given)
    requireNext(versions, given)
    if ((await drafts.octets(authority)) + given.sealed.length > draftQuotaBytes) {
      throw new Refusal('drafts-full', `drafts have ${draftQuotaBytes} octets of room`)
    }
    const { sealed, ...place } = given
    const kept = { ...place, draft, discarded: false, octets: sealed.length, keptAt: clock.now() }
    if (!(await drafts.keep(authority, { ...kept, sealed }))) throw another(given)
    // Never the version in force, however many are kept aside.
    const force = given.aside ? draftHead(versions)?.version : given.version
    const oldest = Math.min(given.version - KEPT_VERSIONS + 1, force ?? 1)
    await drafts.prune(authority, draft, oldest)
    const change = given.aside ? 'aside' : 'kept'
    announcer.announceDraft(authority, { draft, version: given.version, change })
    return summaryOf(kept)
  }

  async function same(authority: AuthorityId, taken: ListedDraftVersion, given: NewDraftVersion) {
    if (taken.discarded) throw discarded()
    const kept = await drafts.find(authority, taken.draft, taken.version)
    if (kept?.sealed !== given.sealed) throw another(given)
    return summaryOf(taken)
  }
}

function requireNext(versions: readonly ListedDraftVersion[], given: NewDraftVersion): void {
  const last = versions.at(-1)
  if (last?.discarded === true) throw discarded()
  const head = draftHead(versions)
  const isNext = given.version === (last?.version ?? 0) + 1
  const follows = given.aside
    ? versions.some(({ version }) => version === given.basis)
    : given.basis === (head?.version ?? 0)
  const settles =
    given.resolves === null ||
    versions.some(({ version, aside }) => aside && version === given.resolves)
  if (isNext && follows && settles) return
  throw new Refusal(
    'draft-conflict',
    `version ${head?.version ?? 0} is in force, and ${(last?.version ?? 0) + 1} comes next`,
  )
}

const another = ({ version }: NewDraftVersion) =>
  new Refusal('draft-conflict', `version ${version} is kept with other content`)
const discarded = () => new Refusal('draft-unknown', 'this draft was discarded, or sent')
