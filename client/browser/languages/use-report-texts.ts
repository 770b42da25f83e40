import { useTranslation } from 'react-i18next'
import type { Texts } from '../../languages/texts.js'

/** What certificate and verification page say, in the page's language: its sentences have places of their own kind. */
export function useReportTexts(): Texts {
  const { i18n } = useTranslation()
  return i18n.getResourceBundle(i18n.language, 'report') as Texts
}
