import type { Language } from '../languages/language.js'
import type { Source } from './format.js'
import { instruments } from './instruments.js'

type Divided = 'article' | 'paragraph'
const named: Readonly<
  Record<Language, (title: string, number: string, divided: Divided) => string>
> = {
  en: (title, number, divided) => `${title}, ${divided} ${number}`,
  fr: (title, number, divided) =>
    `${title}, ${divided === 'article' ? 'article' : 'paragraphe'} ${number}`,
  es: (title, number, divided) =>
    `${title}, ${divided === 'article' ? 'artículo' : 'párrafo'} ${number}`,
  ar: (title, number, divided) =>
    `${title}، ${divided === 'article' ? 'المادة' : 'الفقرة'} ${number}`,
  ru: (title, number, divided) =>
    `${title}, ${divided === 'article' ? 'статья' : 'пункт'} ${number}`,
  zh: (title, number, divided) => `${title}第${number}${divided === 'article' ? '条' : '段'}`,
}

/** A provision as a ministry would cite it. An instrument that is not in our table is named as it stands. */
export function saySource({ instrument, article }: Source, language: Language): string {
  const known = Object.hasOwn(instruments, instrument) ? instruments[instrument] : undefined
  const title = known?.title[language] ?? instrument
  return article === undefined
    ? title
    : named[language](title, article, known?.divided ?? 'article')
}
