import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { directionOf, LANGUAGES, type Language } from '../../languages/language.js'
import { fetchedChunk } from '../platform/fetched-chunk.js'
import type { en } from './en.js'
import type { en as laterEn } from './later/en.js'

type BundleOf<Areas> = {
  readonly [A in keyof Areas]: Readonly<Record<keyof Areas[A], unknown>>
}
type Load<Areas> = Readonly<Record<Language, () => Promise<BundleOf<Areas>>>>

const KEPT = 'rogatory.language'

/** One chunk for each language: nobody loads six. */
const load: Load<typeof en> = {
  ar: async () => (await import('./ar.js')).ar,
  en: async () => (await import('./en.js')).en,
  es: async () => (await import('./es.js')).es,
  fr: async () => (await import('./fr.js')).fr,
  ru: async () => (await import('./ru.js')).ru,
  zh: async () => (await import('./zh.js')).zh,
}

/** What is not needed before the list of packages stands. */
const loadLater: Load<typeof laterEn> = {
  ar: async () => (await import('./later/ar.js')).ar,
  en: async () => (await import('./later/en.js')).en,
  es: async () => (await import('./later/es.js')).es,
  fr: async () => (await import('./later/fr.js')).fr,
  ru: async () => (await import('./later/ru.js')).ru,
  zh: async () => (await import('./later/zh.js')).zh,
}
let isLaterWanted = false

/** Starts with the language that was chosen here before, else the first one of the browser's that there is. */
export async function startLanguages(): Promise<i18n> {
  const wanted = [localStorage.getItem(KEPT) ?? '', ...navigator.languages]
  const known = wanted.flatMap((tag) => LANGUAGES.filter((one) => one === tag.slice(0, 2)))
  const language = known[0] ?? 'en'
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'common',
    resources: { [language]: await load[language]() },
    // Names and numbers keep their own direction, whatever stands around them (UAX #9 §2.4).
    interpolation: { escape: (value: string) => `\u2068${value}\u2069` },
    react: { useSuspense: false },
  })
  apply(language)
  return i18next
}

/** Changes language and direction at once. @throws as `fetchedChunk`: then it stays as it is. */
export async function speak(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'common'))
    add(language, await fetchedChunk(load[language]))
  if (isLaterWanted) await fetchedChunk(() => addLater(language))
  localStorage.setItem(KEPT, language)
  await i18next.changeLanguage(language)
  apply(language)
}

/** Fetches what every screen but the first ones says, from now on in whichever language is spoken. */
export async function sayEverything(): Promise<void> {
  isLaterWanted = true
  await addLater(i18next.language as Language)
}

async function addLater(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, LATER)) add(language, await loadLater[language]())
}

/** An area that is among the later ones. */
const LATER = 'pkg' satisfies keyof typeof laterEn

function add(language: Language, areas: object): void {
  for (const [area, texts] of Object.entries(areas)) {
    i18next.addResourceBundle(language, area, texts)
  }
}

function apply(language: Language): void {
  document.documentElement.lang = language
  document.documentElement.dir = directionOf(language)
}
