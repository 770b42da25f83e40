import { loadCase } from '../../core/cases/load-case.js'
import { caseTranslations } from '../../core/translation/case-translations.js'
import { caseId } from '../options/case-id.js'
import { caseLines } from '../lines/case-lines.js'
import type { CommandContext } from '../command-context.js'
import { officerSession } from '../officer-session.js'
import { isOpen, registerLines } from '../lines/register-lines.js'
import { terminalOf } from '../terminal-of.js'
import { translationLines } from '../lines/translation-lines.js'

export async function caseShow(context: CommandContext, id: string): Promise<void> {
  const session = await officerSession(context)
  const { view, register, packages, deleted } = await loadCase(session, caseId(id))
  const translations = await caseTranslations(session, packages.values())
  const missing = translationLines(translations)
  const owed = registerLines({ ...register, entries: register.entries.filter(isOpen) })
  terminalOf(context).result({ ...view, register, deleted, translations }, [
    ...caseLines(view, session.officer.authority),
    ...deleted.map((one) => `deleted by the relay, and not in this view: ${one}`),
    ...(owed.length === 0 ? [] : ['', 'register', ...owed.map((line) => `  ${line}`)]),
    ...(missing.length === 0 ? [] : ['', 'translation', ...missing.map((line) => `  ${line}`)]),
  ])
}
