import { Button, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { permissions } from '#server/contract/permissions.js'
import type { WatchedClock } from '../../core/cases/watch-clocks.js'
import { useSignedIn } from '../api/signed-in.js'
import { useAuthorityName } from '../api/use-directory.js'
import { DataTable } from '../components/data-table.js'
import { Moment } from '../components/moment.js'
import { Loading, Problem } from '../components/page-states.js'
import { openClocks } from './open-clocks.js'
import type { ShownCase } from './use-case.js'
import { useClockName } from './use-clock-name.js'
import { useWatchedClocks } from './use-watched-clocks.js'

/** Which clocks of a case the relay watches, and the wish that it watch them all as they stand now. */
export function WatchedClocks({ found }: { readonly found: ShownCase }) {
  const { t } = useTranslation('cases')
  const { roles } = useSignedIn().session.officer.credential.payload
  const mayAsk = permissions.askClock.some((role) => roles.includes(role))
  const nameOf = useAuthorityName()
  const clockName = useClockName()
  const { listed, asking } = useWatchedClocks(found)
  // Of what has ended nobody is reminded.
  if (found.clocks.every(({ state }) => state === 'ended')) return null
  const rows = openClocks(listed.data ?? [])
  return (
    <section aria-labelledby="watched">
      <Title order={2} id="watched">
        {t('watched')}
      </Title>
      <p>{t('watchedMeaning')}</p>
      {listed.isPending && <Loading />}
      {listed.error && <Problem error={listed.error} onRetry={() => void listed.refetch()} />}
      {listed.data && rows.length === 0 && <p className="quiet">{t('noClock')}</p>}
      {rows.length > 0 && (
        <DataTable
          caption={t('watched')}
          rows={rows}
          keyOf={({ request, kind, counterpart }) => `${request} ${kind} ${counterpart}`}
          columns={[
            {
              id: 'kind',
              title: t('clock'),
              isRowHeader: true,
              cell: ({ kind }) => clockName(kind),
            },
            {
              id: 'with',
              title: t('counterpart'),
              cell: ({ counterpart }) => nameOf(counterpart),
            },
            { id: 'due', title: t('due'), cell: ({ due }) => <Moment at={due} /> },
            {
              id: 'watched',
              title: t('reminder'),
              cell: ({ rings }) => <Reminder rings={rings} />,
            },
          ]}
        />
      )}
      {mayAsk && (
        <Button
          variant="default"
          data-action="watch"
          disabled={asking.isPending}
          onClick={() => asking.mutate()}
        >
          {t('watch')}
        </Button>
      )}
      <p role="status">{asking.isSuccess && t('watchAsked')}</p>
      {asking.error && <Problem error={asking.error} />}
    </section>
  )
}

function Reminder({ rings }: Pick<WatchedClock, 'rings'>) {
  const { t } = useTranslation('cases')
  const last = rings?.at(-1)
  return (
    <span data-watched={rings !== null}>
      {rings === null ? t('unwatched') : `✓ ${t('isWatched')}`}
      {last && (
        <>
          <br />
          {t('reminded')} <Moment at={last.at} />
        </>
      )}
    </span>
  )
}
