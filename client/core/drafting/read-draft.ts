import { openDraftVersion } from '#crypto/drafts/open-draft-version.js'
import type { DraftContent, DraftVersion, Prepared } from '#crypto/drafts/draft-version.js'
import { CryptoError } from '#crypto/errors.js'
import type { DraftId } from '#crypto/fields/fields.js'
import type { DraftVersionSummary } from '#server/contract/draft-wire.js'
import type { Session } from '../session/session.js'
import { draftSummary, headOf, openAsides, orUnknown } from './draft-summary.js'

/** One version, opened, and whose work it is verified. */
export type OpenDraft = {
  readonly draft: DraftId
  readonly version: number
  readonly basis: number
  readonly aside: boolean
  readonly act: DraftVersion['act']
  readonly content: DraftContent
  readonly prepared: Prepared | null
  /** Why it was sent back. */
  readonly note: string | null
  readonly officer: { readonly name: string; readonly kid: string }
  readonly declared: string
}

export type ReadDraft = {
  /** In force. */
  readonly head: OpenDraft
  /** Kept aside when two worked at once, and not settled yet. */
  readonly asides: readonly OpenDraft[]
  /** Those of them that cannot be opened or believed. */
  readonly unreadable: readonly UnreadableVersion[]
  readonly versions: readonly DraftVersionSummary[]
}

export type UnreadableVersion = {
  readonly version: number
  /** The code of what failed. */
  readonly problem: string
}

/**
 * Reads a draft: the version in force and those that wait beside it. One of those that does not open, as when its key was lost, is
 * told as such and keeps nobody from going on.
 *
 * @throws ClientError `draft-unknown`; CryptoError as `openDraftVersion`, and `drafts/version` when the
 *   relay shows one version as another.
 */
export async function readDraft(session: Session, draft: DraftId): Promise<ReadDraft> {
  const { versions } = await draftSummary(session, draft)
  const head = headOf(versions)
  if (head === undefined) throw new CryptoError('drafts/version', 'no version is in force')
  const asides: OpenDraft[] = []
  const unreadable: UnreadableVersion[] = []
  for (const { version } of openAsides(versions)) {
    try {
      asides.push(await readDraftVersion(session, draft, version))
    } catch (error) {
      if (!(error instanceof CryptoError)) throw error
      unreadable.push({ version, problem: error.code })
    }
  }
  const opened = await readDraftVersion(session, draft, head.version)
  return { head: opened, asides, unreadable, versions }
}

/**
 * Reads one version of a draft.
 *
 * @throws as {@link readDraft}
 */
export async function readDraftVersion(
  session: Session,
  draft: DraftId,
  version: number,
): Promise<OpenDraft> {
  const { relay, directory, officer } = session
  const params = { draft, version }
  const { sealed, ...place } = await relay.call('readDraftVersion', { params }).catch(orUnknown)
  const opened = await openDraftVersion(sealed, {
    keys: await session.vaultKeys(),
    entries: await directory.history(officer.authority),
    revocations: await directory.revocations(officer.authority),
  })
  const { payload, credential, kid } = opened.version
  const isSame =
    payload.draft === draft &&
    payload.version === version &&
    (['version', 'basis', 'resolves', 'aside'] as const).every(
      (name) => payload[name] === place[name],
    )
  if (!isSame) throw new CryptoError('drafts/version', 'the relay shows one version as another')
  const { basis, aside, act, content, declared, note = null } = payload
  return {
    draft,
    version,
    basis,
    aside,
    act,
    content,
    declared,
    note,
    prepared: opened.prepared,
    officer: { name: credential.payload.name, kid },
  }
}
