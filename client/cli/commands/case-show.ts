import { caseHolders } from '../../core/assignments/case-holders.js'
import { loadCase } from '../../core/cases/load-case.js'
import { caseTranslations } from '../../core/translation/case-translations.js'
import { caseId } from '../options/case-id.js'
import { caseLines } from '../lines/case-lines.js'
import type { CommandContext } from '../command-context.js'
import { officerSession } from '../officer-session.js'
import { assignedTo, holderWords } from '../lines/holder-words.js'
import { isOpen, registerLines } from '../lines/register-lines.js'
import { terminalOf } from '../terminal-of.js'
import { translationLines } from '../lines/translation-lines.js'

export async function caseShow(context: CommandContext, id: string): Promise<void> {
  const session = await officerSession(context)
  const { view, register, packages, deleted } = await loadCase(session, caseId(id))
  const translations = await caseTranslations(session, packages.values())
  const missing = translationLines(translations)
  const owed = registerLines({ ...register, entries: register.entries.filter(isOpen) })
  const holder = (await caseHolders(session, new Set([view.case]))).get(view.case)
  const assigned = assignedTo(holder)
  terminalOf(context).result({ ...view, register, deleted, translations, assigned }, [
    ...caseLines(view, session.officer.authority),
    ...(holder === undefined ? [] : [`  who has it: ${holderWords(holder)}`]),
    ...deleted.map((one) => `deleted by the relay, and not in this view: ${one}`),
    ...(owed.length === 0 ? [] : ['', 'register', ...owed.map((line) => `  ${line}`)]),
    ...(missing.length === 0 ? [] : ['', 'translation', ...missing.map((line) => `  ${line}`)]),
  ])
}
