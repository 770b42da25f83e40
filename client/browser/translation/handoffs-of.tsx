import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Loading, Problem } from '../components/page-states.js'
import { HandoffTable } from './handoff-table.js'
import { useHandoffs } from './use-handoffs.js'

/** What was handed over of some packages, such as those of a case. */
export function HandoffsOf({ packages }: { readonly packages: readonly string[] }) {
  const { t } = useTranslation('translation')
  const found = useHandoffs()
  const rows = (found.data?.handoffs ?? []).filter(({ handoff }) =>
    packages.includes(handoff.payload.source.package),
  )
  return (
    <section aria-labelledby="handoffs">
      <Title order={2} id="handoffs">
        {t('handoffs')}
      </Title>
      {found.isPending && <Loading what={t('reading')} />}
      {found.error && <Problem error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && rows.length === 0 && <p className="quiet">{t('noHandoffs')}</p>}
      {rows.length > 0 && <HandoffTable caption={t('handoffs')} rows={rows} />}
    </section>
  )
}
