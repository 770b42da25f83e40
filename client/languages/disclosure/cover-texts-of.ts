import type { Language } from '../language.js'
import { coverAr } from './cover-ar.js'
import { coverEn } from './cover-en.js'
import { coverEs } from './cover-es.js'
import { coverFr } from './cover-fr.js'
import { coverRu } from './cover-ru.js'
import { coverZh } from './cover-zh.js'
import type { CoverTexts } from './cover-texts.js'

const all: Readonly<Record<Language, CoverTexts>> = {
  ar: coverAr,
  en: coverEn,
  es: coverEs,
  fr: coverFr,
  ru: coverRu,
  zh: coverZh,
}

/** All that a cover says, in one language. */
export const coverTextsOf = (language: Language): CoverTexts => all[language]
