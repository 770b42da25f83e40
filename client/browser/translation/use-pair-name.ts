import { useTranslation } from 'react-i18next'

type Pair = { readonly from: string; readonly to: string }

/** Names the languages of a pair in the page's language. */
export function usePairName() {
  const { t, i18n } = useTranslation('translation')
  const names = new Intl.DisplayNames([i18n.language], { type: 'language' })
  const nameOf = (tag: string) => names.of(tag) ?? tag
  const inWords = ({ from, to }: Pair) => ({ from: nameOf(from), to: nameOf(to) })
  return { inWords, pairName: (pair: Pair) => t('pairOf', inWords(pair)) }
}
