import { useTranslation } from 'react-i18next'
import { Page } from '../components/page.js'
import { ProofOf } from './proof-of.js'

/** A package whose content the relay has deleted when its time had come: what is left of it is its evidence. */
export function Deleted({ id }: { readonly id: string }) {
  const { t } = useTranslation('pkg')
  return (
    <Page title={t('deletedTitle')}>
      <p className="lead" data-deleted>
        {t('deletedMeaning')}
      </p>
      <p>{t('deletedOnward')}</p>
      <ProofOf id={id} mayDisclose={false} />
    </Page>
  )
}
