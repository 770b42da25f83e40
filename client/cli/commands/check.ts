import { z } from 'zod'
import { ClientError } from '../../core/client-error.js'
import { examineDraft, examineForm } from '../../core/examine-draft.js'
import type { CommandContext } from '../command-context.js'
import { draftOf, draftOptions, expectedOfDraft } from '../draft-options.js'
import { EXIT } from '../exit-codes.js'
import { findingLines, nameOf, saidFindings } from '../findings.js'
import { officerSession } from '../officer-session.js'
import { readForm } from '../read-form.js'
import { terminalOf } from '../terminal-of.js'

const Options = z.object(draftOptions)

/** Without `--to` it needs neither relay nor keys. */
export async function check(context: CommandContext, file: string): Promise<void> {
  const parsed = Options.safeParse(context.options)
  if (!parsed.success) {
    const [option = ''] = parsed.error.issues[0]?.path ?? []
    const message = expectedOfDraft[option] ?? 'an option has another form than expected'
    throw new ClientError('usage', message, 'See: rogatory check --help')
  }
  const options = parsed.data
  const draft = await draftOf(await readForm(file, options.template), options)
  const examination =
    options.to.length === 0
      ? { ...examineForm(draft, new Date()), preFlight: [] }
      : await examineDraft(await officerSession(context), draft)
  const findings = saidFindings(examination, options.lang)
  const has = (severity: string) => findings.some((finding) => finding.severity === severity)
  process.exitCode = has('must') ? EXIT.usage : has('should') ? EXIT.incomplete : EXIT.done
  const { id, version } = draft.template
  terminalOf(context).result(
    {
      template: draft.template,
      findings: findings.map((each) => ({ ...each, name: nameOf(each) })),
    },
    [
      `${file}: ${id}@${version}`,
      ...findingLines(findings, options.lang),
      has('must') ? '✗ it cannot be sent like this' : '✓ it can be sent',
    ],
  )
}
