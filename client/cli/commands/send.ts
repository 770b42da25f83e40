import { z } from 'zod'
import { CaseId, type DraftId, HandoffId, PackageId } from '#crypto/fields/fields.js'
import { checkDraft } from '../../core/packages/check-draft.js'
import { ClientError } from '../../core/client-error.js'
import { claimedEntries } from '../../core/directory/claimed-entries.js'
import type { Draft } from '../../core/packages/draft.js'
import { examineDraft } from '../../core/packages/examine-draft.js'
import { readPackage } from '../../core/packages/open-package.js'
import type { Session } from '../../core/session/session.js'
import { bindTranslations } from '../../core/translation/bind-translations.js'
import type { CommandContext } from '../command-context.js'
import { confirmedOral } from '../confirmed-oral.js'
import { confusionLines } from '../lines/confusion-lines.js'
import { draftOf, draftOptions, expectedOfDraft } from '../options/draft-options.js'
import { requireAnswered, saidFindings, tellFindings } from '../lines/findings.js'
import { officerSession } from '../officer-session.js'
import { readForm } from '../options/read-form.js'
import { sealAndDeliver } from '../seal-and-deliver.js'
import { tellChanges } from '../lines/tell-changes.js'
import { tellSubmission } from '../lines/tell-submission.js'
import { terminalOf } from '../terminal-of.js'

const Options = z.object({
  ...draftOptions,
  form: z.string(),
  translation: z.array(HandoffId).default([]),
  despite: z.array(z.string().max(300)).default([]),
  case: CaseId.optional(),
  inReplyTo: PackageId.optional(),
  expires: z.iso.datetime({ offset: true }).optional(),
  notBefore: z.iso.datetime({ offset: true }).optional(),
})

const A_TIME = 'takes a time with its zone, such as 2026-03-01T10:00:00Z'
const expected: Partial<Record<PropertyKey, string>> = {
  ...expectedOfDraft,
  case: '--case takes a case id; “rogatory status” shows that of a package',
  inReplyTo: '--in-reply-to takes a package id; “rogatory inbox” shows them',
  translation: '--translation takes the ids of hand-offs; “rogatory translation list” shows them',
  expires: `--expires ${A_TIME}`,
  notBefore: `--not-before ${A_TIME}`,
}

/** Seals and sends what the options say; with a draft, or `--draft`, see `send-draft.ts`. */
export async function send(context: CommandContext, shared?: DraftId): Promise<void> {
  if (shared !== undefined || context.options['draft'] === true) {
    if (context.options['translation'] !== undefined) {
      throw new ClientError(
        'usage',
        '--translation is not for drafts: officers approve the documents that a draft names, and the record of a hand-off is none of them',
        'Send it without a draft, with --form and --attach; or attach original and translation to the draft alike, and the recipient sees both without the record.',
      )
    }
    const { sendDraftCommand } = await import('./send-draft.js')
    await sendDraftCommand(context, shared)
    return
  }
  const options = readOptions(context)
  const terminal = terminalOf(context)
  const session = await officerSession(context)
  const draft = await completeDraft(session, options)
  const oral = await confirmedOral(context, session)

  await tellChanges(session, draft.to, terminal)
  for (const line of confusionLines(await claimedEntries(session.relay), draft.to)) {
    terminal.warn(`! ${line}`)
  }
  checkDraft(draft, session.officer.authority, new Date())
  const findings = saidFindings(await examineDraft(session, draft), options.lang)
  tellFindings(findings, options.lang, terminal)
  requireAnswered(findings, options.despite)

  const { id, evidence } = await sealAndDeliver(session, draft, terminal, oral)
  tellSubmission(terminal, id, evidence, { findings, ...(oral && { confirms: oral.oral }) })
}

function readOptions({ options }: CommandContext): z.output<typeof Options> {
  const missing = ['to', 'form'].filter((name) => options[name] === undefined)
  if (missing.length > 0) {
    throw new ClientError(
      'usage',
      `needs ${missing.map((name) => `--${name}`).join(' and ')}, or the id of a draft`,
      'See: rogatory send --help',
    )
  }
  const parsed = Options.safeParse(options)
  if (parsed.success) return parsed.data
  const [option = ''] = parsed.error.issues[0]?.path ?? []
  const message = expected[option] ?? 'an option has another form than expected'
  throw new ClientError('usage', message, 'See: rogatory send --help')
}

async function completeDraft(session: Session, options: z.output<typeof Options>): Promise<Draft> {
  const form = await readForm(options.form, options.template)
  const draft = await draftOf(form, options)
  return {
    ...draft,
    documents: await bindTranslations(session, draft.documents, options.translation),
    ...(options.inReplyTo && (await answerTo(session, options.inReplyTo))),
    ...(options.case && { case: options.case }),
    ...(options.expires && { expires: new Date(options.expires) }),
    ...(options.notBefore && { notBefore: new Date(options.notBefore) }),
  }
}

/** An answer stands in the case of what it answers, and is held against its form. */
async function answerTo(session: Session, id: PackageId): Promise<Partial<Draft>> {
  const { manifest, record } = await readPackage(session, id)
  return {
    case: manifest.case,
    request: manifest.form,
    inReplyTo: { package: id, header: record.header.digest },
  }
}
