import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { DraftId } from '#crypto/fields/fields.js'
import { keepDraftVersion } from '../../core/drafting/keep-draft-version.js'
import type { CommandContext } from '../command-context.js'
import { draftContent } from '../draft-content.js'
import { officerSession } from '../officer-session.js'
import { readPackageOptions } from '../options/read-package-options.js'
import { terminalOf } from '../terminal-of.js'

export async function draftNew(context: CommandContext): Promise<void> {
  const options = readPackageOptions(context, 'draft new')
  const session = await officerSession(context)
  const draft = DraftId.parse(uuidV7(session.platform.now()))
  const content = await draftContent(session, options)
  const { version } = await keepDraftVersion(session, { draft, basis: 0, content, act: 'edited' })
  terminalOf(context).result({ draft, version }, [
    `draft    ${draft}`,
    `         ${content.title}`,
    `Prepare it for approval with: rogatory send ${draft} --draft`,
  ])
}
