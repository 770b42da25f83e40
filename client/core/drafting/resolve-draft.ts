import type { DraftContent } from '#crypto/drafts/draft-version.js'
import type { DraftId } from '#crypto/fields/fields.js'
import { ClientError } from '../client-error.js'
import type { Session } from '../session/session.js'
import { type KeptDraft, keepDraftVersion } from './keep-draft-version.js'
import { mergeDrafts, type MergedDraft } from './merge-drafts.js'
import { type OpenDraft, readDraft, readDraftVersion } from './read-draft.js'

/** Whose version goes on: the one kept aside (yours), the one in force (theirs), or both together. */
export type Resolution = 'yours' | 'theirs' | 'merge'

/**
 * Settles a version that was kept aside: the next version is one of the two, or both brought together.
 * A merge in which both have changed the same is not decided by chance: it is refused, with the places.
 *
 * @param aside - which one; left out, the only one.
 * @throws ClientError `draft-conflict` naming the places, `usage` when there is nothing to settle
 */
export async function resolveDraft(
  session: Session,
  draft: DraftId,
  resolution: Resolution,
  aside?: number,
): Promise<KeptDraft> {
  const { head, asides, unreadable } = await readDraft(session, draft)
  const settle = (content: DraftContent, resolves: number) =>
    keepDraftVersion(
      session,
      { draft, basis: head.version, content, act: 'edited', resolves },
      { mustFollow: true },
    )
  // What does not open can only give way.
  if (resolution === 'theirs') {
    return settle(head.content, chosen([...asides, ...unreadable], aside).version)
  }
  const yours = chosen(asides, aside)
  return settle(
    (resolution === 'merge' ? await merged(session, yours, head) : yours).content,
    yours.version,
  )
}

function chosen<T extends { readonly version: number }>(
  asides: readonly T[],
  aside: number | undefined,
): T {
  const [found, ...others] = asides.filter(
    ({ version }) => aside === undefined || aside === version,
  )
  if (found !== undefined && others.length === 0) return found
  throw new ClientError(
    'usage',
    found === undefined
      ? 'no such version is kept aside'
      : `several versions are kept aside: ${asides.map(({ version }) => version).join(', ')}`,
    'See them with: rogatory draft show',
  )
}

async function merged(session: Session, yours: OpenDraft, theirs: OpenDraft): Promise<MergedDraft> {
  const base = await readDraftVersion(session, yours.draft, yours.basis)
  const result = mergeDrafts(base.content, yours.content, theirs.content, 'theirs')
  if (result.conflicts.length === 0) return result
  throw new ClientError(
    'draft-conflict',
    `both versions change ${result.conflicts.map(({ at }) => at).join(', ')}`,
    'Choose yours or theirs, or edit the draft by hand.',
  )
}
