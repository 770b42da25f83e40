import { z } from 'zod'
import { ClientError } from '../../core/client-error.js'
import { examineDraft, examineForm } from '../../core/packages/examine-draft.js'
import type { Draft } from '../../core/packages/draft.js'
import type { Session } from '../../core/session/session.js'
import { missingTranslations } from '../../core/translation/missing-translations.js'
import { acceptedLanguages } from '../../templates/pre-flight/accepted-languages.js'
import type { CommandContext } from '../command-context.js'
import { draftOf, draftOptions, expectedOfDraft } from '../options/draft-options.js'
import { EXIT } from '../exit-codes.js'
import { findingLines, nameOf, saidFindings } from '../lines/findings.js'
import { officerSession } from '../officer-session.js'
import { readForm } from '../options/read-form.js'
import { terminalOf } from '../terminal-of.js'
import { translationLines } from '../lines/translation-lines.js'

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
  const session = options.to.length === 0 ? undefined : await officerSession(context)
  const examination = session
    ? await examineDraft(session, draft)
    : { ...examineForm(draft, new Date()), preFlight: [] }
  const translations = session ? await translationsOf(session, draft) : []
  const findings = saidFindings(examination, options.lang)
  const has = (severity: string) => findings.some((finding) => finding.severity === severity)
  process.exitCode = has('must') ? EXIT.usage : has('should') ? EXIT.incomplete : EXIT.done
  const { id, version } = draft.template
  terminalOf(context).result(
    {
      template: draft.template,
      findings: findings.map((each) => ({ ...each, name: nameOf(each) })),
      translations,
    },
    [
      `${file}: ${id}@${version}`,
      ...findingLines(findings, options.lang),
      ...translationLines(translations).map((line) => `  translation  ${line}`),
      has('must') ? '✗ it cannot be sent like this' : '✓ it can be sent',
    ],
  )
}

/** Which document which recipient does not take in its language. */
async function translationsOf({ directory, officer }: Session, draft: Draft) {
  const sender = await directory.current(officer.authority)
  const found = draft.to.map(async (reader) => {
    const { payload } = await directory.current(reader)
    const accepted = acceptedLanguages(payload, sender.payload, draft.urgency ?? 'routine')
    return missingTranslations(draft, accepted).map((one) => ({ ...one, reader }))
  })
  return (await Promise.all(found)).flat()
}
