import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { PackageId } from '#crypto/fields/fields.js'
import { checkReceipts } from '../../core/proof/check-receipts.js'
import { checkRecord } from '../../core/proof/check-record.js'
import { useSignedIn } from '../api/signed-in.js'
import { useAuthorityName } from '../api/use-directory.js'
import { Loading, Problem } from '../components/page-states.js'
import { Page } from '../components/page.js'
import { ProofOf } from './proof-of.js'
import { Timeline } from './timeline.js'

/** A package whose content the relay has deleted when its time had come: what is left of it is its evidence. */
export function Deleted({ id }: { readonly id: string }) {
  const { t } = useTranslation('pkg')
  const { session } = useSignedIn()
  const nameOf = useAuthorityName()
  const found = useQuery({
    queryKey: ['package', id, 'deleted'],
    queryFn: async () => {
      const name = PackageId.parse(id)
      const wire = await session.relay.call('readPackage', { params: { package: name } })
      const record = await checkRecord(session, wire, name)
      return { read: { record }, receipts: await checkReceipts(session, record, wire) }
    },
  })
  return (
    <Page title={t('deletedTitle')}>
      <p className="lead" data-deleted>
        {t('deletedMeaning')}
      </p>
      <p>{t('deletedOnward')}</p>
      {found.isPending && <Loading />}
      {found.error && <Problem error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && <Timeline pkg={found.data} nameOf={nameOf} />}
      <ProofOf id={id} />
    </Page>
  )
}
