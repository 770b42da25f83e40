import { Checkbox, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { permissions } from '#server/contract/permissions.js'
import type { KeptOralRequest } from '../../core/duty/list-oral-requests.js'
import { useSignedIn } from '../api/signed-in.js'
import { Empty, Loading, Problem } from '../components/page-states.js'
import { ReasonForm } from '../components/reason-form.js'
import { ConfirmOral } from './confirm-oral.js'
import { OralTable } from './oral-table.js'
import { useOral } from './use-oral.js'

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
      {closing.error && <Problem error={closing.error} />}
      {listed.data?.length === 0 && <Empty title={t('nothing')} />}
      {listed.data && listed.data.length > 0 && (
        <OralTable
          rows={listed.data}
          mayAct={mayNote}
          onConfirm={(oral) => setActed({ oral, act: 'confirm' })}
          onEnd={(oral) => setActed({ oral, act: 'end' })}
        />
      )}
      {acted?.act === 'confirm' && (
        <ConfirmOral
          key={acted.oral.oral}
          oral={acted.oral}
          onCancel={stop}
          onDone={(id) => {
            closing.mutate({ oral: acted.oral, outcome: { package: id } })
            stop()
          }}
        />
      )}
      {acted?.act === 'end' && (
        <ReasonForm
          key={acted.oral.oral}
          meaning={t('endMeaning')}
          label={t('reason')}
          missing={t('needReason')}
          action={t('end')}
          onCancel={stop}
          onDone={(reason) => {
            closing.mutate({ oral: acted.oral, outcome: { reason } })
            stop()
          }}
        />
      )}
    </section>
  )
}
