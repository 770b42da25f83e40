import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Empty } from '../components/page-states.js'
import { Page } from '../components/page.js'

export function NotFound() {
  const { t } = useTranslation()
  return (
    <Page title={t('notFound')}>
      <Empty title={t('notFoundMeaning')}>
        <Link href="/">{t('toStart')}</Link>
      </Empty>
    </Page>
  )
}
