import { useTranslation } from 'react-i18next'
import type { AgeingList } from '../../core/proof/list-ageing.js'
import { Done } from '../components/done.js'

type AgeingSummaryProps = { readonly list: AgeingList; readonly within: number }

/** What the table below comes to, in a sentence. */
export function AgeingSummary({ list: { bundles, unjudged }, within }: AgeingSummaryProps) {
  const { t } = useTranslation('ageing')
  const due = bundles.filter(({ isDue }) => isDue).length
  return (
    <Done data-due={due}>
      <p>
        <strong>
          {due === 0 ? t('noneDue', { days: within }) : t('due', { number: due, days: within })}
        </strong>
      </p>
      <p>{t('judged', { number: bundles.length })}</p>
      {unjudged.length > 0 && <p>{t('notJudged', { number: unjudged.length })}</p>}
    </Done>
  )
}
