import { Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { type KeyAct, keyImpact } from '../../core/officers/key-impact.js'
import { useSignedIn } from '../api/signed-in.js'
import { DataTable } from '../components/data-table.js'
import { Moment } from '../components/moment.js'
import { Loading, Problem } from '../components/page-states.js'

type ImpactProps = { readonly kid: string; readonly since: Date }

/** What a key signed of the authority's own packages: what stays provable once it is revoked, and what falls. */
export function KeyImpactList({ kid, since }: ImpactProps) {
  const { t } = useTranslation('authority')
  const { session } = useSignedIn()
  const found = useQuery({
    queryKey: ['key-impact', kid, since.toISOString()],
    queryFn: () => keyImpact(session, kid, since),
  })
  if (found.error) return <Problem error={found.error} onRetry={() => void found.refetch()} />
  if (found.data === undefined) return <Loading what={t('impactReading')} />
  const [stays, falls] = [true, false].map((provable) =>
    found.data.filter((act) => act.provable === provable),
  )
  return (
    <div data-impact={found.data.length}>
      <Acts title={t('impactFalls')} acts={falls ?? []} />
      <Acts title={t('impactStays')} acts={stays ?? []} />
    </div>
  )
}

function Acts({ title, acts }: { readonly title: string; readonly acts: readonly KeyAct[] }) {
  const { t } = useTranslation('authority')
  return (
    <>
      <Title order={3}>{title}</Title>
      {acts.length === 0 ? (
        <p className="quiet">{t('impactNothing')}</p>
      ) : (
        <DataTable
          caption={title}
          rows={acts.map((act, place) => ({ ...act, place }))}
          keyOf={({ place }) => String(place)}
          columns={[
            {
              id: 'observed',
              title: t('impactObserved'),
              isRowHeader: true,
              cell: ({ observed }) => <Moment at={observed} exact />,
            },
            { id: 'act', title: t('impactAct'), cell: ({ act }) => t(`signed_${act}`) },
            {
              id: 'package',
              title: t('impactPackage'),
              cell: ({ package: id }) => (
                <Link href={`/packages/${id}`}>
                  <bdi className="mono">{id}</bdi>
                </Link>
              ),
            },
          ]}
        />
      )}
    </>
  )
}
