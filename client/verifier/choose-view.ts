import { fill } from '../languages/fill.js'
import type { Texts } from '../languages/texts.js'
import { element } from './element.js'
import type { Field, PageActions, PageState, Problem } from './page-state.js'

const FIELDS = [
  ['bundle', 'chooseBundle', 'chooseBundleHint', '.rogatory-proof'],
  ['trust', 'chooseTrust', 'chooseTrustHint', '.json'],
  ['documents', 'chooseDocuments', 'chooseDocumentsHint', undefined],
] as const

/** Where files are chosen or dropped; what is wrong with them is said above and beside each field. */
export function chooseView(state: PageState, actions: PageActions, texts: Texts): HTMLElement {
  const { page } = texts
  const submit = (event: Event) => {
    event.preventDefault()
    actions.verify()
  }
  const { work } = state
  return element(
    'form',
    { submit, novalidate: true },
    summary(state.problems, texts),
    ...FIELDS.map(([field, label, hint, accept]) =>
      chooser(state, actions, texts, { field, label: page[label], hint: page[hint], accept }),
    ),
    element('p', { class: 'hint' }, page.drop),
    element('button', { id: 'verify', type: 'submit', disabled: work !== undefined }, page.verify),
    element(
      'p',
      { role: 'status', class: 'work' },
      work === undefined
        ? ''
        : work === 'verifying'
          ? page.working
          : fill(page.reading, { file: work.file, percent: String(work.percent) }),
    ),
  )
}

function summary(problems: readonly Problem[], texts: Texts): HTMLElement | undefined {
  if (problems.length === 0) return undefined
  return element(
    'div',
    { id: 'problems', class: 'problems', role: 'alert', tabindex: '-1' },
    element('h2', {}, texts.page.problem),
    element(
      'ul',
      {},
      ...problems.map((problem) =>
        element('li', {}, element('a', { href: `#${problem.field}` }, textOf(problem, texts))),
      ),
    ),
  )
}

const textOf = ({ code, file = '' }: Problem, { page }: Texts) => fill(page[code], { file })

type Chooser = {
  readonly field: Field
  readonly label: string
  readonly hint: string
  readonly accept: string | undefined
}

function chooser(state: PageState, actions: PageActions, texts: Texts, its: Chooser): HTMLElement {
  const { field, label, hint, accept } = its
  const chosen = [state[field] ?? []].flat()
  const problem = state.problems.find((one) => one.field === field)
  const change = (event: Event) => {
    const { files } = event.target as HTMLInputElement
    actions.choose(field, [...(files ?? [])])
  }
  return element(
    'div',
    { class: problem ? 'field wrong' : 'field' },
    element('label', { for: field }, label),
    element('p', { id: `${field}-hint`, class: 'hint' }, hint),
    problem && element('p', { id: `${field}-problem`, class: 'problem' }, textOf(problem, texts)),
    holding(chosen, {
      id: field,
      type: 'file',
      accept,
      multiple: field === 'documents',
      change,
      'aria-describedby': problem ? `${field}-problem ${field}-hint` : `${field}-hint`,
    }),
    // The browser names one file itself, and of several only says how many.
    ...(chosen.length > 1 ? chosen : []).map(({ name }) =>
      element('p', { class: 'chosen' }, fill(texts.page.chosen, { file: name })),
    ),
  )
}

/** A field for files that holds what was chosen or dropped before the page was shown anew. */
function holding(files: readonly File[], attributes: Parameters<typeof element>[1]): HTMLElement {
  const input = element('input', attributes)
  const transfer = new DataTransfer()
  for (const file of files) transfer.items.add(file)
  input.files = transfer.files
  return input
}
