import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { AgeingList } from '../../core/proof/list-ageing.js'
import { DataTable } from '../components/data-table.js'

/** What may be aged as well, since nobody can tell. */
export function UnjudgedTable({ rows }: { readonly rows: AgeingList['unjudged'] }) {
  const { t } = useTranslation('ageing')
  return (
    <section aria-labelledby="unjudged">
      <Title order={2} id="unjudged">
        {t('unjudged')}
      </Title>
      <p>{t('unjudgedMeaning')}</p>
      <DataTable
        caption={t('unjudged')}
        rows={rows}
        keyOf={({ file }) => file}
        columns={[
          {
            id: 'file',
            title: t('bundle'),
            isRowHeader: true,
            cell: ({ file }) => (
              <span>
                <bdi className="mono">{file}</bdi>
              </span>
            ),
          },
          {
            id: 'why',
            title: t('because'),
            cell: ({ error }) => (
              <>
                {t(error.code === 'proof-contradicted' ? 'isContradicted' : 'isUnreadable')}{' '}
                <code className="quiet" dir="ltr">
                  {error.code}
                </code>
              </>
            ),
          },
        ]}
      />
    </section>
  )
}
