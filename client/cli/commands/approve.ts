import type { DraftId } from '#crypto/fields/fields.js'
import { ClientError } from '../../core/client-error.js'
import { approveDraft, readForApproval } from '../../core/drafting/approve-draft.js'
import { documentOf } from '../../core/drafting/document-of.js'
import type { PreparedPackage } from '../../core/drafting/inspect-prepared.js'
import type { Session } from '../../core/session/session.js'
import { diskDocument } from '../../files/disk-document.js'
import { askToConfirm } from '../ask-to-confirm.js'
import type { CommandContext } from '../command-context.js'
import { approvalLines, documentLines } from '../lines/draft-lines.js'
import { officerSession } from '../officer-session.js'
import { terminalOf } from '../terminal-of.js'

/** Shows what would be approved, opened from what will be sent, and signs it only when told so. */
export async function approve(context: CommandContext, id: DraftId): Promise<void> {
  const { header: seen, yes, document = [] } = context.options
  const terminal = terminalOf(context)
  const session = await officerSession(context)
  const { pkg } = await readForApproval(session, id)
  const { digest } = pkg.opened.header
  await requireSame(session, pkg, document as readonly string[])
  const lines = [...contentLines(pkg), ...approvalLines(pkg)]
  if (seen !== undefined && seen !== digest) {
    throw new ClientError(
      'draft-changed',
      `the draft waits with header ${digest}`,
      'Look at it again, then decide anew.',
    )
  }
  if (yes !== true && seen === undefined) {
    // The question and what it is about go where a person reads; standard output is for the result.
    for (const line of lines) terminal.warn(line)
    await askToConfirm('Approve exactly this?', `--header ${digest}`)
  } else if (!terminal.json) {
    for (const line of lines) terminal.note(line)
  }
  const { valid, needed } = await approveDraft(session, id, digest)
  terminal.result({ draft: id, package: pkg.manifest.package, header: digest, valid, needed }, [
    `approved  ${pkg.manifest.package}`,
    valid < needed
      ? `          ${valid} of ${needed} approvals; another officer has to approve it`
      : `          ${valid} of ${needed} approvals; send it with: rogatory send ${id}`,
  ])
}

function contentLines({ manifest, opened }: PreparedPackage): readonly string[] {
  const { recipients, template, form, marks, parts, inReplyTo } = manifest
  const { urgency, expires, notBefore } = opened.header.payload
  return [
    `to        ${recipients.map(({ authority }) => authority).join(', ')}`,
    `template  ${template.id}@${template.version}`,
    `urgency   ${urgency}`,
    `case      ${manifest.case}`,
    ...(marks.tlp === null ? [] : [`marked    ${marks.tlp}`]),
    ...(inReplyTo === null ? [] : [`answers   ${inReplyTo.package}`]),
    ...(notBefore === null ? [] : [`not until ${notBefore}`]),
    ...(expires === null ? [] : [`expires   ${expires}`]),
    '',
    ...JSON.stringify(form, undefined, 2).split('\n'),
    ...documentLines(parts),
  ]
}

/** Documents that the officer has, held against what will be sent. */
async function requireSame(
  { platform }: Session,
  { manifest }: PreparedPackage,
  paths: readonly string[],
): Promise<void> {
  for (const path of paths) {
    const is = await documentOf(await diskDocument(path), (length) => platform.digester(length))
    if (manifest.parts.some(({ digest }) => digest === is.digest)) continue
    throw new ClientError(
      'draft-documents',
      `${path} is not among the documents that would be sent`,
      'Ask whoever prepared the draft which document is meant.',
    )
  }
}
