import { z } from 'zod'
import { AuthorityId, type PackageId } from '#crypto/fields/fields.js'
import { Urgency } from '#crypto/package/header.js'
import { ClientError } from '../../core/client-error.js'
import type { Draft } from '../../core/packages/draft.js'
import { loadCase } from '../../core/cases/load-case.js'
import { planAnswer } from '../../core/cases/plan-answer.js'
import { diskDocument } from '../../files/disk-document.js'
import { templateOf } from '../../templates/catalogue.js'
import { caseLines } from '../lines/case-lines.js'
import { confirmedOral } from '../confirmed-oral.js'
import type { CommandContext } from '../command-context.js'
import { expectedOfMarks, marksOf, marksOptions } from '../options/marks-options.js'
import { officerSession } from '../officer-session.js'
import { readForm } from '../options/read-form.js'
import { sendDraft } from '../send-draft.js'
import { terminalOf } from '../terminal-of.js'

const Options = z.object({
  template: z.string().regex(/^[a-z0-9-]+(@[1-9]\d{0,8})?$/),
  form: z.string().optional(),
  set: z.array(z.string().regex(/^[A-Za-z][A-Za-z0-9]*=/)).default([]),
  attach: z.array(z.string()).default([]),
  to: z.array(AuthorityId).default([]),
  urgency: Urgency.optional(),
  ...marksOptions,
})

/** Sends what an officer says about a package of a case, if the state of the case allows it. */
export async function answer(context: CommandContext, id: PackageId): Promise<void> {
  return answerAs(context, id, context.options['template'])
}

/** The same by the name of an act: `rogatory refuse` for the template `refusal`. */
export const act =
  (template: string) =>
  (context: CommandContext, id: PackageId): Promise<void> =>
    answerAs(context, id, template)

async function answerAs(context: CommandContext, id: PackageId, named: unknown): Promise<void> {
  const parsed = Options.safeParse({ ...context.options, template: named })
  if (!parsed.success) throw usage(parsed.error.issues[0]?.path[0])
  const { template, form, set, attach, to, urgency, ...marks } = parsed.data
  const [name = '', version = '1'] = template.split('@')
  const session = await officerSession(context)
  const oral = await confirmedOral(context, session)
  const draft = await planAnswer(session, id, {
    template: { id: name, version: Number(version) },
    form: {
      ...(form === undefined ? {} : (await readForm(form, `${name}@${version}`)).form),
      ...assigned(set, name, Number(version)),
    },
    documents: await Promise.all(attach.map(diskDocument)),
    to,
    marks: marksOf(marks),
    ...(urgency && { urgency }),
  })
  const terminal = terminalOf(context)
  await sendDraft(session, draft, terminal, oral)
  if (context.global.json === true || draft.case === undefined) return
  const { view } = await loadCase(session, draft.case)
  for (const line of caseLines(view, session.officer.authority)) terminal.note(line)
}

/**
 * `name=value`: true, false and numbers as such, everything else as text; a name given twice makes a list,
 * and so does a name that the template asks for several times.
 */
function assigned(set: readonly string[], id: string, version: number): Draft['form'] {
  const form: Draft['form'] = {}
  const fields = templateOf(id, version)?.sections.flatMap((section) => section.fields) ?? []
  for (const one of set) {
    const at = one.indexOf('=')
    const [name, text] = [one.slice(0, at), one.slice(at + 1)]
    const value = /^(true|false|-?(0|[1-9]\d{0,14}))$/.test(text)
      ? (JSON.parse(text) as boolean | number)
      : text
    const before = form[name]
    const isList = fields.some((field) => field.name === name && field.repeat !== undefined)
    form[name] = before === undefined && !isList ? value : [before ?? [], value].flat()
  }
  return form
}

function usage(option: PropertyKey | undefined): ClientError {
  const expected: Partial<Record<PropertyKey, string>> = {
    template: '--template takes a name, with its version where it is not 1: refusal@1',
    set: '--set takes name=value, such as registrationNumber=17/2026',
    ...expectedOfMarks,
    to: '--to takes authority ids, such as xb.pgo',
  }
  const message = expected[option ?? ''] ?? 'an option has another form than expected'
  return new ClientError('usage', message, 'See: rogatory answer --help')
}
