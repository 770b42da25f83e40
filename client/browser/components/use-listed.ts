import { useTranslation } from 'react-i18next'
import { listed } from './listed.js'

/** Puts several words in a row, as the page's language does. */
export function useListed(): (words: readonly string[]) => string {
  const { i18n } = useTranslation()
  return (words) => listed(words, i18n.language)
}
