import './compose.css'
import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Language } from '../../languages/language.js'
import { currentTemplates } from '../../templates/catalogue.js'
import { Page } from '../components/page.js'
import { CarriedAlong } from './carried-along.js'
import { WaitingPackages } from './waiting-packages.js'
import { isWrittenHere } from './written-here.js'

/** What a person may ask for; and what was sealed before and has not reached the relay. */
export function ChooseTemplate() {
  const { t, i18n } = useTranslation('compose')
  const { t: onward } = useTranslation('onward')
  const language = i18n.language as Language
  const requests = currentTemplates.filter(isWrittenHere)
  return (
    <Page title={t('chooseTitle')}>
      <p className="lead">{t('chooseLead')}</p>
      <CarriedAlong />
      <WaitingPackages />
      <Title order={2}>{t('requests')}</Title>
      <ul className="template-list">
        {requests.map(({ id, title, about }) => (
          <li key={id}>
            <Link href={`/compose/${id}`}>{title[language]}</Link>
            <p>{about[language]}</p>
            <p>
              <Link
                className="blank-link"
                href={`/compose/${id}/blank`}
                aria-label={t('blankOf', { title: title[language] })}
              >
                {t('blank')}
              </Link>
            </p>
          </li>
        ))}
      </ul>
      <Title order={2}>{t('classified')}</Title>
      <p>
        <Link href="/release" data-action="to-release">
          {onward('release')}
        </Link>
      </p>
      <p className="quiet">{onward('releaseFilesMeaning')}</p>
    </Page>
  )
}
