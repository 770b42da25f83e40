import type { DraftId } from '#crypto/fields/fields.js'
import { ClientError } from '../../core/client-error.js'
import { type KeptDraft, keepDraftVersion } from '../../core/drafting/keep-draft-version.js'
import { draftSummary, headOf } from '../../core/drafting/draft-summary.js'
import { readDraftVersion } from '../../core/drafting/read-draft.js'
import { resolveDraft, type Resolution } from '../../core/drafting/resolve-draft.js'
import type { Session } from '../../core/session/session.js'
import type { CommandContext } from '../command-context.js'
import { draftContent } from '../draft-content.js'
import { EXIT } from '../exit-codes.js'
import { officerSession } from '../officer-session.js'
import { readPackageOptions } from '../options/read-package-options.js'
import { terminalOf } from '../terminal-of.js'

export async function draftEdit(context: CommandContext, id: DraftId): Promise<void> {
  const { resolve, aside } = context.options
  const session = await officerSession(context)
  const kept =
    resolve === undefined
      ? await edited(session, context, id)
      : await resolveDraft(
          session,
          id,
          resolve as Resolution,
          aside === undefined ? undefined : Number(aside),
        )
  if (kept.outcome === 'aside') process.exitCode = EXIT.refused
  terminalOf(context).result(
    { draft: id, ...kept },
    kept.outcome === 'kept'
      ? [`version  ${kept.version} of ${id} is in force`]
      : [
          `! somebody else was first: version ${kept.head} is in force`,
          `  yours is kept aside as version ${kept.version}; see: rogatory draft show ${id}`,
          `  settle it with: rogatory draft edit ${id} --resolve yours, theirs or merge`,
        ],
  )
}

async function edited(session: Session, context: CommandContext, id: DraftId): Promise<KeptDraft> {
  const { basedOn, restore } = context.options
  const options = readPackageOptions(context, 'draft edit')
  if (
    restore === undefined &&
    Object.entries(options).every(([name, value]) => name === 'despite' || value === undefined)
  ) {
    throw new ClientError('usage', 'nothing to change', 'See: rogatory draft edit --help')
  }
  const force = headOf((await draftSummary(session, id)).versions)?.version ?? 0
  const basis = basedOn === undefined ? force : Number(basedOn)
  const from = restore === undefined ? basis : Number(restore)
  const before = await readDraftVersion(session, id, from)
  const content = await draftContent(session, options, before.content)
  return keepDraftVersion(session, { draft: id, basis, content, act: 'edited' })
}
