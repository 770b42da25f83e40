import { Checkbox, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { permissions } from '#server/contract/permissions.js'
import type { KeptOralRequest } from '../../core/duty/list-oral-requests.js'
import { useSignedIn } from '../api/signed-in.js'
import { Done } from '../components/done.js'
import { Empty, Loading, Problem } from '../components/page-states.js'
import { ReasonForm } from '../components/reason-form.js'
import { ConfirmOral } from './confirm-oral.js'
import { OralTable } from './oral-table.js'
import { type Closing, useOral } from './use-oral.js'

/** What was asked by word of mouth and waits for its written confirmation. */
export function OralRequests() {
  const { t } = useTranslation('oral')
  const { roles } = useSignedIn().session.officer.credential.payload
  const mayNote = permissions.askClock.some((role) => roles.includes(role))
  const [isAll, setAll] = useState(false)
  const [acted, setActed] = useState<
    { readonly oral: KeptOralRequest; readonly act: 'confirm' | 'end' } | undefined
  >()
  const { listed, closing } = useOral(!isAll)
  const stop = () => setActed(undefined)
  const begin = (act: 'confirm' | 'end') => (oral: KeptOralRequest) => {
    closing.reset()
    setActed({ oral, act })
  }
  // What was chosen or written stays until it is done.
  const close = (outcome: Closing['outcome']) => {
    if (acted) closing.mutate({ oral: acted.oral, outcome }, { onSuccess: stop })
  }
  const acting = { isActing: closing.isPending, error: closing.error, onCancel: stop }
  return (
    <section aria-labelledby="oral">
      <Title order={2} id="oral">
        {t('title')}
      </Title>
      <p>{t('lead')}</p>
      {mayNote && (
        <p>
          <Link href="/duty/oral" data-action="to-note-oral">
            {t('note')}
          </Link>
        </p>
      )}
      <Checkbox
        mb="sm"
        label={t('all')}
        checked={isAll}
        onChange={(event) => setAll(event.currentTarget.checked)}
      />
      {listed.isPending && <Loading />}
      {listed.error && <Problem error={listed.error} onRetry={() => void listed.refetch()} />}
      {listed.data?.length === 0 && <Empty title={t('nothing')} />}
      {listed.data && listed.data.length > 0 && (
        <OralTable
          rows={listed.data}
          mayAct={mayNote}
          onConfirm={begin('confirm')}
          onEnd={begin('end')}
        />
      )}
      {acted?.act === 'confirm' && (
        <ConfirmOral
          {...acting}
          key={acted.oral.oral}
          oral={acted.oral}
          onDone={(id) => close({ package: id })}
        />
      )}
      {acted?.act === 'end' && (
        <ReasonForm
          {...acting}
          key={acted.oral.oral}
          meaning={t('endMeaning')}
          label={t('reason')}
          missing={t('needReason')}
          action={t('end')}
          onDone={(reason) => close({ reason })}
        />
      )}
      {closing.isSuccess && !acted && (
        <Done key={closing.submittedAt} data-closed={closing.variables.oral.oral}>
          <Closed outcome={closing.variables.outcome} />
        </Done>
      )}
    </section>
  )
}

function Closed({ outcome }: Pick<Closing, 'outcome'>) {
  const { t } = useTranslation('oral')
  if ('reason' in outcome) return <>✓ {t('endedNow')}</>
  return (
    <>
      ✓ {t('linked')} <Link href={`/packages/${outcome.package}`}>{t('package')}</Link>
    </>
  )
}
