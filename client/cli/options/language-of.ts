import { type Language, LANGUAGES } from '../../languages/language.js'
import type { CommandContext } from '../command-context.js'

/** The language that `--lang` names; commander has checked it. */
export const languageOf = ({ options }: CommandContext): Language =>
  LANGUAGES.find((language) => language === options['lang']) ?? 'en'
