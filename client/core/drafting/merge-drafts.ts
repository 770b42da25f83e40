import { canonicalize } from '#crypto/canonical/canonicalize.js'
import type { DraftContent } from '#crypto/drafts/draft-version.js'

/** A place where both have changed the same thing in two ways: `form.facts.summary`. */
export type MergeConflict = {
  readonly at: string
  readonly yours: unknown
  readonly theirs: unknown
}
export type MergedDraft = {
  readonly content: DraftContent
  /** Where `prefer` has decided. */
  readonly conflicts: readonly MergeConflict[]
}
type Preferred = 'yours' | 'theirs'

/**
 * Brings two versions together that were made from the same one: what one side alone has changed is
 * taken from it. Members of forms count one by one, lists as a whole, documents by their names.
 *
 * @param base - what both were made from.
 * @param prefer - whose word counts where both have changed the same.
 */
export function mergeDrafts(
  base: DraftContent,
  yours: DraftContent,
  theirs: DraftContent,
  prefer: Preferred,
): MergedDraft {
  const conflicts: MergeConflict[] = []
  const parts = [base, yours, theirs].map(({ documents, ...rest }) => ({
    ...rest,
    documents: Object.fromEntries(documents.map((document) => [document.name, document])),
  }))
  const [from, left, right] = parts
  const merged = merge(from, left, right, [], { prefer, conflicts })
  const { documents, ...content } = merged as Omit<DraftContent, 'documents'> & {
    readonly documents: Readonly<Record<string, DraftContent['documents'][number]>>
  }
  return { content: { ...content, documents: Object.values(documents) }, conflicts }
}

type Choice = { readonly prefer: Preferred; readonly conflicts: MergeConflict[] }

function merge(
  base: unknown,
  yours: unknown,
  theirs: unknown,
  path: readonly string[],
  choice: Choice,
): unknown {
  if (isSame(yours, theirs) || isSame(theirs, base)) return yours
  if (isSame(yours, base)) return theirs
  if (isObject(yours) && isObject(theirs)) {
    const old = isObject(base) ? base : {}
    const names = new Set([...Object.keys(theirs), ...Object.keys(yours)])
    const members = [...names].map((name) => [
      name,
      merge(own(old, name), own(yours, name), own(theirs, name), [...path, name], choice),
    ])
    return Object.fromEntries(members.filter(([, value]) => value !== undefined))
  }
  choice.conflicts.push({ at: path.join('.'), yours, theirs })
  return choice.prefer === 'yours' ? yours : theirs
}

/** What is not there is undefined, and so is what an object only inherits. */
const own = (value: Readonly<Record<string, unknown>>, name: string): unknown =>
  Object.hasOwn(value, name) ? value[name] : undefined

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isSame = (one: unknown, other: unknown): boolean =>
  one === other ||
  (one !== undefined && other !== undefined && canonicalize(one) === canonicalize(other))
