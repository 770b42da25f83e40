import type { DraftContent, DraftVersion, Prepared } from '#crypto/drafts/draft-version.js'
import { sealDraftVersion } from '#crypto/drafts/seal-draft-version.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { type DraftId, plainText } from '#crypto/fields/fields.js'
import type { DraftPlace } from '#server/contract/draft-wire.js'
import { ClientError } from '../client-error.js'
import { requireFileName } from '../packages/check-draft.js'
import { plainMarks } from '../packages/plain-marks.js'
import { RelayProblem } from '../relay-problem.js'
import type { Session } from '../session/session.js'
import { draftSummary, headOf } from './draft-summary.js'

/** What somebody makes of the version that they have seen. */
export type DraftChange = {
  readonly draft: DraftId
  /** The version that it was made from; 0 begins a draft. */
  readonly basis: number
  readonly content: DraftContent
  readonly act: DraftVersion['act']
  readonly prepared?: Prepared
  /** Why it is sent back: only with `returned`. */
  readonly note?: string
  /** The version kept aside that this settles. */
  readonly resolves?: number
}

/** `aside`: somebody else was first, `head` is theirs, and both stay readable. */
export type KeptDraft =
  | { readonly outcome: 'kept'; readonly version: number }
  | { readonly outcome: 'aside'; readonly version: number; readonly head: number }

const ATTEMPTS = 16

/**
 * Keeps the next version of a draft. Where the draft has moved on from its basis meanwhile, it is kept
 * aside rather than lost, unless `mustFollow`.
 *
 * @throws ClientError `draft-unknown`, `draft-invalid` for a document’s name, `draft-changed` (only with `mustFollow`); RelayProblem
 *   `drafts-full`; CryptoError `drafts/version`
 */
export async function keepDraftVersion(
  session: Session,
  change: DraftChange,
  { mustFollow = false }: { readonly mustFollow?: boolean } = {},
): Promise<KeptDraft> {
  for (let attempt = 1; ; attempt++) {
    const place = await nextPlace(session, change)
    const head = place.aside ? await currentHead(session, change.draft) : change.basis
    if (place.aside && mustFollow) throw changed(head)
    try {
      await keep(session, change, place)
      const { version } = place
      return place.aside ? { outcome: 'aside', version, head } : { outcome: 'kept', version }
    } catch (error) {
      const isConflict = error instanceof RelayProblem && error.code === 'draft-conflict'
      if (!isConflict || attempt === ATTEMPTS) throw error
    }
  }
}

async function nextPlace(session: Session, change: DraftChange): Promise<DraftPlace> {
  const { draft, basis, resolves = null } = change
  // A new draft has an id that nobody else knows.
  if (basis === 0) return { version: 1, basis, resolves, aside: false }
  const { versions } = await draftSummary(session, draft)
  const version = (versions.at(-1)?.version ?? 0) + 1
  const aside = headOf(versions)?.version !== basis
  return { version, basis, resolves: aside ? null : resolves, aside }
}

const currentHead = async (session: Session, draft: DraftId): Promise<number> =>
  headOf((await draftSummary(session, draft)).versions)?.version ?? 0

async function keep(session: Session, change: DraftChange, place: DraftPlace): Promise<void> {
  const { relay, officer, directory, platform } = session
  for (const { name } of change.content.documents) requireFileName(name)
  const { draft, content, act, prepared = null, note } = change
  const at = platform.now()
  const version: DraftVersion = {
    draft,
    ...place,
    act,
    content: {
      ...content,
      title: plainText(content.title),
      marks: plainMarks(content.marks),
    },
    authority: officer.authority,
    declared: at.toISOString(),
    prepared: prepared && (await digestOf(prepared.header)),
    ...(note !== undefined && { note }),
  }
  const sealed = await sealDraftVersion(version, prepared, {
    key: officer.signingKey,
    credential: officer.credential.statement,
    entry: await directory.current(officer.authority),
    at,
  })
  await relay.call('keepDraft', { params: { draft }, body: { ...place, sealed } })
}

const changed = (head: number) =>
  new ClientError(
    'draft-changed',
    `somebody has changed the draft meanwhile: version ${head} is in force now`,
    'Read it again, then decide anew.',
  )
