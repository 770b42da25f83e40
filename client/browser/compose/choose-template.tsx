import './compose.css'
import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Language } from '../../languages/language.js'
import { currentTemplates } from '../../templates/catalogue.js'
import { Page } from '../components/page.js'
import { WaitingPackages } from './waiting-packages.js'

/** What a person may ask for; and what was sealed before and has not reached the relay. */
export function ChooseTemplate() {
  const { t, i18n } = useTranslation('compose')
  const language = i18n.language as Language
  // A test of the system is for the command line: nobody should take it for a kind of request.
  const requests = currentTemplates.filter(
    ({ id, kind }) => kind !== 'answer' && id !== 'self-test',
  )
  return (
    <Page title={t('chooseTitle')}>
      <p className="lead">{t('chooseLead')}</p>
      <WaitingPackages />
      <Title order={2}>{t('requests')}</Title>
      <ul className="template-list">
        {requests.map(({ id, title, about }) => (
          <li key={id}>
            <Link href={`/compose/${id}`}>{title[language]}</Link>
            <p>{about[language]}</p>
          </li>
        ))}
      </ul>
    </Page>
  )
}
