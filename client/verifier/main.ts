import { z } from 'zod'
import { directionOf, LANGUAGE_NAMES, LANGUAGES, type Language } from '../languages/language.js'
import { textsOf } from '../languages/texts-of.js'
import { chooseView } from './choose-view.js'
import { element } from './element.js'
import { examine } from './examine.js'
import type { Field, PageActions, PageState } from './page-state.js'
import { resultView } from './result-view.js'

// The page's policy allows no code made of texts, which zod would otherwise try.
z.config({ jitless: true })

let state: PageState = {
  language: preferredLanguage(),
  bundle: undefined,
  trust: undefined,
  documents: [],
  problems: [],
  work: undefined,
  report: undefined,
}

const actions: PageActions = {
  speak: (language) => show({ language }),
  choose: (field, files) => show({ ...chosen(field, files), problems: [], report: undefined }),
  verify: () => void verify(),
  again: () =>
    show({ bundle: undefined, documents: [], problems: [], report: undefined }, 'bundle'),
}

async function verify(): Promise<void> {
  show({ problems: [], work: 'verifying', report: undefined })
  const found = await examine(state, (work) => show({ work })).finally(() =>
    show({ work: undefined }),
  )
  if ('verdict' in found) show({ report: found }, 'result')
  else show({ problems: found }, 'problems')
}

const chosen = (field: Field, files: readonly File[]): Partial<PageState> =>
  field === 'documents' ? { documents: files } : { [field]: files[0] }

/** Files may be dropped anywhere on the page; their names tell what they are. */
async function drop(event: DragEvent): Promise<void> {
  event.preventDefault()
  const documents: File[] = []
  for (const file of [...(event.dataTransfer?.files ?? [])]) {
    if (file.name.endsWith('.rogatory-proof')) actions.choose('bundle', [file])
    else if (await isTrustList(file)) actions.choose('trust', [file])
    else documents.push(file)
  }
  if (documents.length > 0) actions.choose('documents', documents)
}

const isTrustList = async (file: File) =>
  file.name.endsWith('.json') && (await file.slice(0, 200).text()).includes('rogatory-trust')

function preferredLanguage(): Language {
  const wanted = [location.hash.slice(1), ...navigator.languages].map((tag) => tag.slice(0, 2))
  const known = wanted.flatMap((tag) => LANGUAGES.filter((language) => language === tag))
  return known[0] ?? 'en'
}

/** Shows the state anew. The focus stays where it was, or goes to `focus`. */
function show(change: Partial<PageState>, focus = document.activeElement?.id): void {
  state = { ...state, ...change }
  const { language, report } = state
  const texts = textsOf(language)
  const { page } = texts
  document.documentElement.lang = language
  document.documentElement.dir = directionOf(language)
  document.title = page.title
  const speak = (event: Event) => {
    const wanted = (event.target as HTMLSelectElement).value
    actions.speak(LANGUAGES.find((one) => one === wanted) ?? 'en')
  }
  document.body.replaceChildren(
    element('a', { class: 'skip', href: '#main' }, page.skip),
    element(
      'header',
      {},
      element('span', { class: 'name' }, 'Rogatory'),
      element('label', { for: 'language' }, page.language),
      element(
        'select',
        { id: 'language', change: speak },
        ...LANGUAGES.map((one) =>
          element(
            'option',
            { value: one, lang: one, selected: one === language },
            LANGUAGE_NAMES[one],
          ),
        ),
      ),
    ),
    element(
      'main',
      { id: 'main', tabindex: '-1' },
      element('h1', {}, page.title),
      element('p', { class: 'lead' }, page.lead),
      element('p', { class: 'offline' }, page.offline),
      chooseView(state, actions, texts),
      report && resultView(report, language, actions, texts),
    ),
  )
  if (focus !== undefined && focus !== '') document.getElementById(focus)?.focus()
}

document.addEventListener('dragover', (event) => event.preventDefault())
document.addEventListener('drop', (event) => void drop(event))
// What is folded would be missing on paper.
window.addEventListener('beforeprint', () => {
  for (const folded of document.querySelectorAll('details')) folded.open = true
})
show({})
