import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { DraftId } from '#crypto/fields/fields.js'
import { ClientError } from '../../core/client-error.js'
import { keepDraftVersion } from '../../core/drafting/keep-draft-version.js'
import { prepareDraft, readyDraft } from '../../core/drafting/prepare-draft.js'
import { readDraft } from '../../core/drafting/read-draft.js'
import { sendDraft } from '../../core/drafting/send-draft.js'
import { examineDraft } from '../../core/packages/examine-draft.js'
import type { Session } from '../../core/session/session.js'
import { diskDocument } from '../../files/disk-document.js'
import { LANGUAGES } from '../../languages/language.js'
import type { CommandContext } from '../command-context.js'
import { confirmedOral } from '../confirmed-oral.js'
import { documentBars } from '../lines/document-bars.js'
import { draftContent } from '../draft-content.js'
import { requireAnswered, saidFindings, tellFindings } from '../lines/findings.js'
import { officerSession } from '../officer-session.js'
import { readPackageOptions } from '../options/read-package-options.js'
import { tellChanges } from '../lines/tell-changes.js'
import { tellSubmission } from '../lines/tell-submission.js'
import type { Terminal } from '../terminal.js'
import { terminalOf } from '../terminal-of.js'

/** `send --draft` fixes a draft for approval; `send DRAFT` sends it once enough officers stand behind it. */
export async function sendDraftCommand(context: CommandContext, id?: DraftId): Promise<void> {
  const terminal = terminalOf(context)
  const session = await officerSession(context)
  if (context.options['draft'] === true) {
    if (context.options['confirms'] !== undefined) {
      throw new ClientError(
        'usage',
        'what is only prepared confirms nothing yet',
        'Say --confirms when you send the draft.',
      )
    }
    await prepare(session, context, terminal, id ?? (await begin(session, context)))
    return
  }
  if (id === undefined) throw new TypeError('a draft or --draft')
  const oral = await confirmedOral(context, session)
  const { head } = await readDraft(session, id)
  if (head.prepared === null && (await needsNoApproval(session))) {
    await sealAndKeep(session, context, terminal, id)
  }
  await tellChanges(session, head.content.to, terminal)
  const bars = documentBars(terminal, 'upload')
  const sent = await sendDraft(session, id, bars.at).finally(bars.done)
  if (sent.evidence.payload.code === 'A.1' && !sent.discarded) {
    terminal.warn(`! somebody has changed draft ${id} meanwhile; it stays`)
  }
  if (sent.evidence.payload.code === 'A.1') await oral?.by(sent.package)
  tellSubmission(terminal, sent.package, sent.evidence, {
    draft: id,
    discarded: sent.discarded,
    ...(oral && { confirms: oral.oral }),
  })
}

async function begin(session: Session, context: CommandContext): Promise<DraftId> {
  const draft = DraftId.parse(uuidV7(session.platform.now()))
  const content = await draftContent(session, readPackageOptions(context, 'send'))
  await keepDraftVersion(session, { draft, basis: 0, content, act: 'edited' })
  return draft
}

/** Says what the template and the recipients' entries find, as `send` does, before anything is sealed. */
async function sealAndKeep(
  session: Session,
  context: CommandContext,
  terminal: Terminal,
  id: DraftId,
) {
  const { attach = [], despite } = readPackageOptions(context, 'send')
  const documents = await Promise.all(attach.map(diskDocument))
  const { head } = await readDraft(session, id)
  const ready = await readyDraft(session, head.content, documents)
  const language = LANGUAGES.find((one) => one === context.options['lang']) ?? 'en'
  const findings = saidFindings(await examineDraft(session, ready), language)
  tellFindings(findings, language, terminal)
  requireAnswered(findings, despite)
  const [seal, upload] = [documentBars(terminal, 'seal'), documentBars(terminal, 'upload')]
  return prepareDraft(session, id, documents, { seal: seal.at, upload: upload.at }).finally(() => {
    seal.done()
    upload.done()
  })
}

async function prepare(
  session: Session,
  context: CommandContext,
  terminal: Terminal,
  id: DraftId,
): Promise<void> {
  terminal.note(`draft    ${id}`)
  const { package: pkg, header, version } = await sealAndKeep(session, context, terminal, id)
  const { approvals } = (await session.directory.current(session.officer.authority)).payload.policy
  terminal.result({ draft: id, version, package: pkg, header, needed: approvals }, [
    `prepared ${id}`,
    `         package ${pkg}, header SHA-256 ${header}`,
    approvals === 0
      ? `Send it with: rogatory send ${id}`
      : `It needs ${approvals} approval(s) of other officers: rogatory approve ${id}`,
  ])
}

async function needsNoApproval({ directory, officer }: Session): Promise<boolean> {
  return (await directory.current(officer.authority)).payload.policy.approvals === 0
}
