import { DraftId } from '#crypto/fields/fields.js'
import type { DraftSummary } from '../../contract/draft-wire.js'
import type { Caller } from '../../contract/wire.js'
import type { DraftStore } from './draft-store.js'
import { Refusal } from '../errors.js'
import { summaryOf } from './read-draft.js'

type Ports = { readonly drafts: Pick<DraftStore, 'page'> }
type Wanted = { readonly after?: string | undefined; readonly limit: number }
export type ListDrafts = ReturnType<typeof listDrafts>

/**
 * The drafts of the caller's authority, in the order of their ids.
 *
 * @throws {@link Refusal} `malformed-request` when `after` is no cursor of ours.
 */
export function listDrafts({ drafts }: Ports) {
  return async (
    { authority }: Caller,
    { after, limit }: Wanted,
  ): Promise<{ drafts: DraftSummary[]; next: string | null }> => {
    const found = await drafts.page(authority, cursor(after), limit + 1)
    const page = found.slice(0, limit).flatMap((versions) => {
      const [first] = versions
      return first === undefined ? [] : { draft: first.draft, versions: versions.map(summaryOf) }
    })
    return { drafts: page, next: found.length > limit ? (page.at(-1)?.draft ?? null) : null }
  }
}

function cursor(after: string | undefined): DraftId | undefined {
  if (after === undefined) return undefined
  const parsed = DraftId.safeParse(after)
  if (parsed.success) return parsed.data
  throw new Refusal('malformed-request', 'after: not a cursor of this list')
}
