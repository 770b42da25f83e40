import { CalendarDay } from '#crypto/directory/office-hours.js'
import { type CaseKind, isOpening, openings } from '../acts.js'
import type { CasePackage } from '../case-view.js'
import type { ObligationKind } from './register-entry.js'

/** What a package obliges to. `binds` is said from the sender: itself, or whoever receives it. */
export type Obligation = {
  readonly kind: ObligationKind
  readonly what: string | null
  readonly text: string
  readonly number: string | null
  readonly until: string | null
  readonly binds: 'sender' | 'recipient'
  /** Only proposed: it binds when the other side agrees. */
  readonly isProposed: boolean
}

/** A form is a stranger's: at most so many entries of one package are kept. */
const MOST = 100

/**
 * The assurances, conditions and limits of a package, always in the same order: their places name them.
 * What a form should have held, and does not, obliges to nothing.
 */
export function obligationsOf({ manifest }: CasePackage): readonly Obligation[] {
  const { form, template } = manifest
  const found = isOpening(template.id)
    ? ofOpening(form, openings[template.id])
    : ofAnswer(template.id, form)
  return [...found, ...ofMarks(manifest.marks)].slice(0, MOST)
}

type Form = Readonly<Record<string, unknown>>

function ofOpening(form: Form, kind: CaseKind): readonly Obligation[] {
  // Whoever asks promises what it will do with the answer; whoever informs says what may be done with it.
  const binds = kind === 'information' ? 'recipient' : 'sender'
  const limits = formAt(form, 'limitsOfUse')
  const secrecy = formAt(form, 'confidentiality')
  const uses = listAt(form, 'permittedUses').filter((use) => typeof use === 'string')
  return [
    ...formsAt(form, 'assurances').map((one) =>
      obligation('assurance', 'sender', { ...one, what: one['kind'] }),
    ),
    ...texts(form, 'specialty').map((text) =>
      obligation('assurance', 'sender', { text, what: 'specialty' }),
    ),
    ...texts(limits, 'use').map((text) => obligation('use-limit', binds, { text })),
    ...texts(limits, 'onwardTransfer')
      .filter((what) => what !== 'allowed')
      .map((what) => obligation('onward-transfer', binds, { what })),
    ...(uses.length === 0
      ? []
      : [obligation('use-limit', 'recipient', { what: uses.sort().join(' ') })]),
    ...(secrecy['required'] === true
      ? [obligation('confidentiality', 'recipient', { text: secrecy['reasons'] })]
      : []),
    ...texts(form, 'dataProtection').map((text) => obligation('data-protection', binds, { text })),
    ...texts(form, 'retentionUntil').map((until) =>
      obligation('retention', 'recipient', { until }),
    ),
  ]
}

function ofAnswer(template: string, form: Form): readonly Obligation[] {
  if (template === 'conditional-acceptance') {
    return formsAt(form, 'conditions').map((one) => ({
      ...obligation('condition', 'recipient', { ...one, what: one['kind'] }),
      isProposed: true,
    }))
  }
  if (template !== 'execution' && template !== 'partial-execution') return []
  return formsAt(form, 'useConditions').map((one) => obligation('use-limit', 'recipient', one))
}

function ofMarks({ uses, retainUntil, onwardTransfer }: CasePackage['manifest']['marks']) {
  return [
    ...(uses === undefined
      ? []
      : [obligation('use-limit', 'recipient', { what: [...uses].sort().join(' ') })]),
    ...(retainUntil === undefined
      ? []
      : [obligation('retention', 'recipient', { until: retainUntil })]),
    ...(onwardTransfer === undefined || onwardTransfer === 'allowed'
      ? []
      : [obligation('onward-transfer', 'recipient', { what: onwardTransfer })]),
  ]
}

function obligation(kind: ObligationKind, binds: Obligation['binds'], said: Form): Obligation {
  const word = (name: string) => {
    const value = said[name]
    return typeof value === 'string' && value !== '' ? value : null
  }
  return {
    kind,
    binds,
    isProposed: false,
    what: word('what'),
    text: word('text') ?? '',
    number: word('id'),
    until: CalendarDay.safeParse(said['until']).data ?? null,
  }
}

const isForm = (value: unknown): value is Form =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const formAt = (form: Form, name: string): Form => {
  const value = form[name]
  return isForm(value) ? value : {}
}
const listAt = (form: Form, name: string): unknown[] => {
  const value = form[name]
  return Array.isArray(value) ? [...(value as readonly unknown[])] : []
}
const formsAt = (form: Form, name: string): readonly Form[] => listAt(form, name).filter(isForm)
const texts = (form: Form, name: string): readonly string[] => {
  const value = form[name]
  return typeof value === 'string' && value !== '' ? [value] : []
}
