import '../compose/compose.css'
import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import { usualFollowers } from '../../case/usual-followers.js'
import type { Language } from '../../languages/language.js'
import { currentTemplates } from '../../templates/catalogue.js'
import type { Template } from '../../templates/format.js'
import { useSignedIn } from '../api/signed-in.js'
import { useAuthorityName } from '../api/use-directory.js'
import { Loading, Problem } from '../components/page-states.js'
import { Page } from '../components/page.js'
import { isWrittenHere } from '../compose/written-here.js'
import { NotFound } from '../shell/not-found.js'
import { actName } from './case-words.js'
import { Subject } from './subject.js'
import { useCase } from './use-case.js'

/** What may follow a request of the case; what usually does stands first. */
export function ChooseFollower() {
  const { t, i18n } = useTranslation('cases')
  const { session } = useSignedIn()
  const nameOf = useAuthorityName()
  const { id, request: followed, counterpart } = useParams<Place>()
  const found = useCase(id)
  if (found.data === undefined) {
    return (
      <Page title={t('follow')}>
        {found.error ? (
          <Problem error={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <Loading what={t('reading')} />
        )}
      </Page>
    )
  }
  const request = found.data.view.requests.find((one) => one.package === followed)
  if (request === undefined) return <NotFound />
  const usual: readonly string[] = usualFollowers(request.opening)
  const all = currentTemplates.filter(isWrittenHere)
  const to = request.requesting === session.officer.authority ? counterpart : request.requesting
  const base = `/cases/${id}/follow/${followed}/${counterpart}`
  return (
    <Page
      title={t('follow')}
      actions={<Link href={`/cases/${id}`}>{t('toCase', { ns: 'compose' })}</Link>}
    >
      <p className="lead">{t('followLead', { name: nameOf(to) })}</p>
      <p>
        {actName(request.opening, i18n.language as Language)}{' '}
        <Subject form={found.data.packages.get(request.package)?.manifest.form} />
      </p>
      {usual.length > 0 && (
        <>
          <Title order={2}>{t('followUsual')}</Title>
          <Templates of={all.filter((one) => usual.includes(one.id))} base={base} />
        </>
      )}
      <Title order={2}>{t(usual.length > 0 ? 'followOther' : 'followAny')}</Title>
      <Templates of={all.filter((one) => !usual.includes(one.id))} base={base} />
    </Page>
  )
}

type Place = { id: string; request: string; counterpart: string }
type TemplatesProps = { readonly of: readonly Template[]; readonly base: string }

function Templates({ of, base }: TemplatesProps) {
  const language = useTranslation().i18n.language as Language
  return (
    <ul className="template-list">
      {of.map(({ id, title, about }) => (
        <li key={id}>
          <Link href={`${base}/${id}`} data-follow={id}>
            {title[language]}
          </Link>
          <p>{about[language]}</p>
        </li>
      ))}
    </ul>
  )
}
