import type { DraftId } from '#crypto/fields/fields.js'
import type {
  DraftSummary,
  DraftVersionRecord,
  DraftVersionSummary,
} from '../../contract/draft-wire.js'
import type { Caller } from '../../contract/wire.js'
import type { DraftStore, ListedDraftVersion } from './draft-store.js'
import { Refusal } from '../errors.js'

type Ports = { readonly drafts: Pick<DraftStore, 'versions' | 'find'> }
export type ReadDraft = ReturnType<typeof readDraft>
export type ReadDraftVersion = ReturnType<typeof readDraftVersion>

/**
 * The versions of one draft of the caller's authority that are still kept.
 *
 * @throws {@link Refusal} `draft-unknown`, also for one that was discarded
 */
export function readDraft({ drafts }: Ports) {
  return async ({ authority }: Caller, draft: DraftId): Promise<DraftSummary> => {
    const versions = await drafts.versions(authority, draft)
    if (versions.length === 0 || versions.at(-1)?.discarded === true) throw unknown()
    return { draft, versions: versions.map(summaryOf) }
  }
}

/**
 * One version of a draft, sealed as it was kept.
 *
 * @throws {@link Refusal} `draft-unknown`
 */
export function readDraftVersion({ drafts }: Ports) {
  return async (
    { authority }: Caller,
    draft: DraftId,
    version: number,
  ): Promise<DraftVersionRecord> => {
    const found = await drafts.find(authority, draft, version)
    if (found === undefined || found.discarded) throw unknown()
    return { ...summaryOf(found), sealed: found.sealed }
  }
}

/** What is told of a version. */
export const summaryOf = (kept: ListedDraftVersion): DraftVersionSummary => ({
  version: kept.version,
  basis: kept.basis,
  resolves: kept.resolves,
  aside: kept.aside,
  octets: kept.octets,
  keptAt: kept.keptAt.toISOString(),
})

const unknown = () => new Refusal('draft-unknown', 'your authority has no such draft')
