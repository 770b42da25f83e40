import { CryptoError } from '#crypto/errors.js'
import type { DraftId } from '#crypto/fields/fields.js'
import type { DraftSummary } from '#server/contract/draft-wire.js'
import { pageTurner } from '../page-turner.js'
import type { Session } from '../session/session.js'
import { headOf, openAsides } from './draft-summary.js'
import { type OpenDraft, readDraftVersion } from './read-draft.js'

/** A row of the list; `problem` where the version in force cannot be opened or believed. */
export type ListedDraft = {
  readonly draft: DraftId
  readonly version: number
  readonly changed: string
  /** How many versions kept aside wait to be settled. */
  readonly asides: number
  readonly head: OpenDraft | undefined
  readonly problem: string | undefined
}

/** Opened at the same time. */
const LANES = 4

/**
 * The drafts of the officer's authority, the one changed last first. One that does not open is shown as
 * such: it must not hide the others.
 */
export async function listDrafts(session: Session): Promise<readonly ListedDraft[]> {
  const summaries: DraftSummary[] = []
  const nextOf = pageTurner()
  let after: string | undefined
  do {
    const page = await session.relay.call('listDrafts', { query: { after, limit: 200 } })
    summaries.push(...page.drafts)
    after = nextOf(page)
  } while (after !== undefined)

  const rows: ListedDraft[] = []
  const rest = summaries.values()
  const lane = async () => {
    for (const summary of rest) rows.push(await describe(session, summary))
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  return rows.sort((a, b) => (a.changed < b.changed ? 1 : -1))
}

async function describe(session: Session, { draft, versions }: DraftSummary): Promise<ListedDraft> {
  const newest = headOf(versions)
  const row = {
    draft,
    version: newest?.version ?? 0,
    changed: newest?.keptAt ?? '',
    asides: openAsides(versions).length,
  }
  try {
    return { ...row, head: await readDraftVersion(session, draft, row.version), problem: undefined }
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error
    return { ...row, head: undefined, problem: error.code }
  }
}
