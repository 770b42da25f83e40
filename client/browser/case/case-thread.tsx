import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { RequestView, Thread, TimelineItem } from '../../case/case-view.js'
import type { CaseClock } from '../../case/clocks/derive-clocks.js'
import type { Language } from '../../languages/language.js'
import { useSignedIn } from '../api/signed-in.js'
import { useAuthorityName } from '../api/use-directory.js'
import { DataTable } from '../components/data-table.js'
import { Moment } from '../components/moment.js'
import { CaseClocks } from './case-clocks.js'
import { CaseStateMark } from './case-state-mark.js'
import { actName, groundName } from './case-words.js'
import { NextActs } from './next-acts.js'

type CaseThreadProps = {
  readonly request: RequestView
  readonly thread: Thread
  readonly clocks: readonly CaseClock[]
}

/** A request as it stands with one counterpart. */
export function CaseThread({ request, thread, clocks }: CaseThreadProps) {
  const { t } = useTranslation('cases')
  const { session } = useSignedIn()
  const nameOf = useAuthorityName()
  const isRequesting = request.requesting === session.officer.authority
  const { counterpart, via, state, timeline } = thread
  const heading = `thread-${request.package}-${counterpart}`
  return (
    <section className="case-thread" aria-labelledby={heading}>
      <div className="case-thread-head">
        <Title order={3} id={heading}>
          {isRequesting
            ? t('with', { name: nameOf(counterpart) })
            : t('with', { name: nameOf(request.requesting) })}
        </Title>
        <CaseStateMark state={state} />
      </div>
      {via !== null && <p className="quiet">{t('passedOn', { name: nameOf(via) })}</p>}
      <NextActs request={request} thread={thread} />
      <CaseClocks clocks={clocks} />
      <Title order={4}>{t('timeline')}</Title>
      <DataTable
        caption={t('timeline')}
        rows={timeline.map((item, at) => ({ ...item, key: `${item.evidence}-${at}` }))}
        keyOf={({ key }) => key}
        columns={[
          { id: 'time', title: t('time'), cell: ({ time }) => <Moment at={time} /> },
          {
            id: 'what',
            title: t('what'),
            isRowHeader: true,
            cell: (item) => <What item={item} />,
          },
          {
            id: 'who',
            title: t('who'),
            cell: ({ by, officer }) => (
              <span>
                {nameOf(by)}
                {officer !== null && (
                  <>
                    <br />
                    <bdi className="quiet">{officer}</bdi>
                  </>
                )}
              </span>
            ),
          },
          {
            id: 'state',
            title: t('ledTo'),
            cell: ({ state: to }) =>
              to === null ? <span aria-hidden>–</span> : <CaseStateMark state={to} />,
          },
        ]}
      />
    </section>
  )
}

function What({ item }: { readonly item: TimelineItem }) {
  const { t, i18n } = useTranslation('cases')
  const language = i18n.language as Language
  const { what, package: id, grounds, until } = item
  const isEvidence = what === 'receipt' || what === 'rejection' || what === 'expiry'
  return (
    <span>
      <Link href={`/packages/${id}`}>{isEvidence ? t(what) : actName(what, language)}</Link>
      {grounds.length > 0 && (
        <>
          <br />
          {grounds.map((ground) => groundName(what, ground, language)).join('; ')}
        </>
      )}
      {until !== null && (
        <>
          <br />
          {t('until', { day: until })}
        </>
      )}
    </span>
  )
}
