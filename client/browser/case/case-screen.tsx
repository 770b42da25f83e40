import './case.css'
import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import type { Language } from '../../languages/language.js'
import { useAuthorityName } from '../api/use-directory.js'
import { Loading, Problem } from '../components/page-states.js'
import { Page } from '../components/page.js'
import { UrgencyMark } from '../components/marks.js'
import { HandOffLink } from '../translation/hand-off-link.js'
import { HandoffsOf } from '../translation/handoffs-of.js'
import { actName } from './case-words.js'
import { CaseRegister } from './case-register.js'
import { CaseThread } from './case-thread.js'
import { Subject } from './subject.js'
import { type ShownCase, useCase } from './use-case.js'
import { WatchedClocks } from './watched-clocks.js'

/** A case: each request in it, how it stands with each counterpart, its clocks, and what one may do now. */
export function CaseScreen() {
  const { t } = useTranslation('cases')
  const { id } = useParams<{ id: string }>()
  const found = useCase(id)
  return (
    <Page title={t('caseTitle')}>
      <p className="case-id">
        <code>{id}</code>
      </p>
      {found.isPending && <Loading what={t('reading')} />}
      {found.error && <Problem error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && <Requests found={found.data} />}
    </Page>
  )
}

function Requests({ found }: { readonly found: ShownCase }) {
  const { t, i18n } = useTranslation('cases')
  const language = i18n.language as Language
  const nameOf = useAuthorityName()
  const { view } = found
  return (
    <>
      {!view.settled && (
        <p className="quiet" role="status">
          {t('unsettled')}
        </p>
      )}
      {view.requests.map((request) => (
        <section key={request.package} className="case-request" aria-labelledby={request.package}>
          <Title order={2} id={request.package}>
            {actName(request.opening, language)}
          </Title>
          <p className="case-request-head">
            <Subject form={found.packages.get(request.package)?.manifest.form} />
            {t('requestOf', { name: nameOf(request.requesting) })} ·{' '}
            <UrgencyMark urgency={request.urgency} /> ·{' '}
            <Link href={`/packages/${request.package}`}>{t('openRequest')}</Link>
          </p>
          {(found.packages.get(request.package)?.manifest.parts.length ?? 0) > 0 && (
            <p>
              <HandOffLink pkg={request.package} />
            </p>
          )}
          {request.follows !== null && (
            <p>
              <Link href={`/packages/${request.follows}`} data-follows={request.follows}>
                {t('follows')}
              </Link>
            </p>
          )}
          {request.threads.map((thread) => (
            <CaseThread
              key={thread.counterpart}
              request={request}
              thread={thread}
              clocks={found.clocks.filter(
                (one) => one.request === request.package && one.counterpart === thread.counterpart,
              )}
            />
          ))}
        </section>
      ))}
      <WatchedClocks found={found} />
      <CaseRegister found={found} />
      <HandoffsOf packages={[...found.packages.keys()]} />
      {view.illegal.length > 0 && (
        <section aria-labelledby="illegal">
          <Title order={2} id="illegal">
            {t('illegalTitle')}
          </Title>
          <p>{t('illegalMeaning')}</p>
          <ul className="plain-list">
            {view.illegal.map(({ package: id, by, template, code, evidence }) => (
              <li key={evidence}>
                <Link href={`/packages/${id}`}>{actName(template, language)}</Link> ({nameOf(by)}):{' '}
                {t(`illegal_${code}`)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
