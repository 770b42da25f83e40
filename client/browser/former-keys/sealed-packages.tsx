import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { NotResealed } from '../../core/resealing/reseal-many.js'
import { DataTable } from '../components/data-table.js'
import { Done } from '../components/done.js'
import { problemWords } from '../components/problem-words.js'
import type { SealingProgress } from './use-sealing.js'

/** What came of it: how many are sealed anew, and which are not, and why. */
export function SealedPackages({ of, done, failed }: SealingProgress) {
  const { t } = useTranslation('formerKeys')
  const left = of - done - failed.length
  return (
    <>
      <Done data-sealed-anew={done}>
        <p>
          <strong>{t('sealed', { done, of })}</strong>
        </p>
        {left > 0 && <p>{t('stopped')}</p>}
        {done > 0 && <p>{t('sealedMeaning')}</p>}
      </Done>
      {failed.length > 0 && <NotSealed failed={failed} />}
    </>
  )
}

function NotSealed({ failed }: { readonly failed: readonly NotResealed[] }) {
  const { t } = useTranslation('formerKeys')
  const { t: common } = useTranslation()
  return (
    <div data-not-sealed={failed.length}>
      <p>{t('notSealed')}</p>
      <DataTable
        caption={t('notSealedTitle')}
        rows={failed}
        keyOf={({ package: id }) => id}
        columns={[
          {
            id: 'package',
            title: t('package'),
            isRowHeader: true,
            cell: ({ package: id }) => (
              <Link href={`/packages/${id}`}>
                <bdi className="mono">{id}</bdi>
              </Link>
            ),
          },
          {
            id: 'why',
            title: t('why'),
            cell: ({ error }) => {
              const { title, remedy, details } = problemWords(error)
              return (
                <div>
                  {common(title)} {common(remedy)}
                  <details>
                    <summary>{common('details')}</summary>
                    <code dir="ltr">{details}</code>
                  </details>
                </div>
              )
            },
          },
        ]}
      />
    </div>
  )
}
