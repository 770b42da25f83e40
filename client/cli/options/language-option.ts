import { Option } from 'commander'
import { LANGUAGES } from '../../languages/language.js'

/** `--lang`, the same wherever something is said in a language of choice. */
export const languageOption = (): Option =>
  new Option('--lang <language>', 'in this language').choices(LANGUAGES).default('en')
