import { ar } from './ar.js'
import { en } from './en.js'
import { es } from './es.js'
import { fr } from './fr.js'
import { isolated } from './isolated.js'
import type { Language } from './language.js'
import { ru } from './ru.js'
import type { Texts } from './texts.js'
import { zh } from './zh.js'

const all: Readonly<Record<Language, Texts>> = { ar: isolated(ar), en, es, fr, ru, zh }

/** All texts of one language. */
export const textsOf = (language: Language): Texts => all[language]
