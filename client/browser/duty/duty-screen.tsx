import './duty.css'
import { Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { Role } from '#crypto/directory/officer-credential.js'
import { permissions } from '#server/contract/permissions.js'
import type { WaitingPackage } from '../../core/duty/duty-desk.js'
import { useSignedIn } from '../api/signed-in.js'
import { Done } from '../components/done.js'
import { Empty, Loading, Problem } from '../components/page-states.js'
import { Page } from '../components/page.js'
import { ReasonForm } from '../components/reason-form.js'
import { OralRequests } from '../oral/oral-requests.js'
import { OnDuty } from './on-duty.js'
import { useDuty } from './use-duty.js'
import { WaitingTable } from './waiting-table.js'

/** Urgent packages that nobody has acknowledged, the longest waiting first, and who is on duty. */
export function DutyScreen() {
  const { t } = useTranslation('duty')
  const { desk, roster, acting } = useDuty()
  const { roles } = useSignedIn().session.officer.credential.payload
  const may = (asked: readonly Role[]) => roles.some((role) => asked.includes(role))
  const [calledOff, setCalledOff] = useState<WaitingPackage | undefined>()
  return (
    <Page title={t('title')}>
      <p className="lead">{t('lead')}</p>
      <section aria-labelledby="waiting">
        <Title order={2} id="waiting">
          {t('waiting')}
        </Title>
        {desk.isPending && <Loading />}
        {desk.error && <Problem error={desk.error} onRetry={() => void desk.refetch()} />}
        {acting.error && !calledOff && <Problem error={acting.error} />}
        {desk.data?.length === 0 && <Empty title={t('nothing')} />}
        {desk.data && desk.data.length > 0 && (
          <ol className="plain-list duty-steps">
            <li>{t('stepOpen')}</li>
            <li>{t('stepTake')}</li>
            <li>{t('stepCallOff')}</li>
          </ol>
        )}
        {desk.data && desk.data.length > 0 && (
          <WaitingTable
            rows={desk.data}
            isActing={acting.isPending}
            mayAct={may(permissions.actOnAlert)}
            onTake={({ package: id, held }) =>
              acting.mutate({ id, act: 'take', over: held !== null })
            }
            onStandDown={(waiting) => {
              acting.reset()
              setCalledOff(waiting)
            }}
          />
        )}
        {calledOff && (
          <ReasonForm
            key={calledOff.package}
            meaning={t('standDownMeaning')}
            label={t('reason')}
            missing={t('needReason')}
            action={t('standDown')}
            isActing={acting.isPending}
            onCancel={() => setCalledOff(undefined)}
            error={acting.error}
            onDone={(note) =>
              acting.mutate(
                { id: calledOff.package, act: 'stand-down', note, over: false },
                { onSuccess: () => setCalledOff(undefined) },
              )
            }
          />
        )}
        {acting.isSuccess && !calledOff && (
          <Done key={acting.submittedAt} data-acted={acting.variables.act}>
            ✓ {t(acting.variables.act === 'take' ? 'taken' : 'stoodDown')}
          </Done>
        )}
      </section>
      <OralRequests />
      <section aria-labelledby="on-duty">
        <Title order={2} id="on-duty">
          {t('onDuty')}
        </Title>
        {roster.isPending && <Loading />}
        {roster.error && <Problem error={roster.error} onRetry={() => void roster.refetch()} />}
        {roster.data === null && <p>{t('noRoster')}</p>}
        {roster.data && <OnDuty read={roster.data} />}
        {may(permissions.publishRoster) && (
          <p>
            <Link href="/duty/roster">{t('setRoster')}</Link>
          </p>
        )}
        <p>
          <Link href="/duty/webhooks">{t('webhookKeys')}</Link>
        </p>
      </section>
    </Page>
  )
}
