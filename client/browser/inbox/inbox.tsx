import { useTranslation } from 'react-i18next'
import { Page } from '../components/page.js'

export function Inbox() {
  const { t } = useTranslation()
  return <Page title={t('inbox')}>{null}</Page>
}
