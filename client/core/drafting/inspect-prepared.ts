import type { Prepared } from '#crypto/drafts/draft-version.js'
import { CryptoError } from '#crypto/errors.js'
import { Header } from '#crypto/package/header.js'
import type { Manifest } from '#crypto/package/manifest.js'
import { openUnapproved, type UnapprovedPackage } from '#crypto/package/open-unapproved.js'
import { verifyApproval } from '#crypto/package/verify-approvals.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { ClientError } from '../client-error.js'
import type { Session } from '../session/session.js'
import { isOfDraft } from './is-of-draft.js'
import type { OpenDraft } from './read-draft.js'

/** An approval as it would count now. */
export type JudgedApproval = {
  readonly item: Prepared['approvals'][number]
  /** Undefined where not even the credential can be read. */
  readonly officer: { readonly id: string; readonly name: string; readonly kid: string } | undefined
  /** Why it does not count: the code of the check that failed. */
  readonly problem: string | undefined
}

/** What an officer approves, opened from the very octets that will be sent. */
export type PreparedPackage = {
  readonly opened: UnapprovedPackage
  readonly manifest: Manifest
  readonly approvals: readonly JudgedApproval[]
  /** How many the authority's policy demands. */
  readonly needed: number
  /** How many of those there are count now. */
  readonly valid: number
}

/**
 * Opens the package that a draft waits to send, and judges its approvals as relay and recipient would
 * now. Nothing of the draft is believed: what is shown comes from the sealed package.
 *
 * @throws ClientError `draft-unprepared`; CryptoError `drafts/version` when the package says something
 *   else than the draft, and as `openPackage`
 */
export async function inspectPrepared(
  session: Session,
  draft: OpenDraft,
): Promise<PreparedPackage> {
  const { officer, directory, platform } = session
  const { prepared, content } = draft
  if (prepared === null) throw unprepared()
  const claimed = Header.safeParse((await readStatement(prepared.header)).payload).data
  if (claimed?.sender !== officer.authority) {
    throw new CryptoError('drafts/version', 'the draft holds a package of another sender')
  }
  const now = platform.now()
  const senderEntry = await directory.version(officer.authority, claimed.senderEntry)
  const revocations = await directory.revocations(officer.authority)
  const opened = await openUnapproved({
    header: prepared.header,
    envelope: prepared.envelope,
    credential: prepared.credential,
    senderEntry,
    revocations,
    at: now,
    own: { authority: officer.authority, keys: await session.vaultKeys() },
  })
  const manifest = opened.manifest.payload
  if (!isOfDraft(opened.header.payload, manifest, content)) {
    throw new CryptoError('drafts/version', 'the package says something else than the draft')
  }
  const approvals = await Promise.all(
    prepared.approvals.map(async (item): Promise<JudgedApproval> => {
      const { approval: statement, credential } = item
      const by = { entry: senderEntry, at: now, revocations }
      try {
        const approval = await verifyApproval({ statement, credential }, opened.header, by)
        const { officer: id, name, kid } = approval.credential.payload
        return { item, officer: { id, name, kid }, problem: undefined }
      } catch (error) {
        if (!(error instanceof CryptoError)) throw error
        return { item, officer: undefined, problem: error.code }
      }
    }),
  )
  const distinct = withoutDoubles(opened, approvals)
  return {
    opened,
    manifest,
    approvals: distinct,
    needed: senderEntry.payload.policy.approvals,
    valid: distinct.filter(({ problem }) => problem === undefined).length,
  }
}

/** One person, or one key, is one pair of eyes; the drafter's are the first. */
function withoutDoubles(
  { header }: UnapprovedPackage,
  approvals: readonly JudgedApproval[],
): readonly JudgedApproval[] {
  const people = new Set<string>([header.credential.payload.officer])
  const keys = new Set<string>([header.credential.payload.kid])
  return approvals.map((one) => {
    if (one.officer === undefined) return one
    const { id, kid } = one.officer
    if (people.has(id) || keys.has(kid)) return { ...one, problem: 'package/approvals' }
    people.add(id)
    keys.add(kid)
    return one
  })
}

export const unprepared = () =>
  new ClientError(
    'draft-unprepared',
    'the draft is not prepared: there is nothing yet that could be approved or sent',
    'Prepare it with: rogatory send DRAFT --draft',
  )
