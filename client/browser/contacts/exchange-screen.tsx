import '../proof/proof.css'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Page } from '../components/page.js'
import { BringContacts } from './bring-contacts.js'
import { SameHistory } from './same-history.js'
import { SaveDirectory } from './save-directory.js'

/** The directory as a file, contacts from elsewhere, and whether others are shown the same history. */
export function ExchangeScreen() {
  const { t } = useTranslation('contacts')
  const { t: directory } = useTranslation('directory')
  return (
    <Page title={t('title')} actions={<Link href="/directory">{directory('title')}</Link>}>
      <p className="lead">{t('lead')}</p>
      <SaveDirectory />
      <BringContacts />
      <SameHistory />
    </Page>
  )
}
