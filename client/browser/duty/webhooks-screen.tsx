import './duty.css'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { webhookKeys } from '../../core/operations/webhook-keys.js'
import { useSignedIn } from '../api/signed-in.js'
import { DataTable } from '../components/data-table.js'
import { Moment } from '../components/moment.js'
import { Empty, Loading, Problem } from '../components/page-states.js'
import { Page } from '../components/page.js'
import { handOut } from '../platform/hand-out.js'

/** By which keys a system of one's own verifies that a call came from the relay. */
export function WebhooksScreen() {
  const { t } = useTranslation('duty')
  const { session } = useSignedIn()
  const keys = useQuery({ queryKey: ['webhook-keys'], queryFn: () => webhookKeys(session) })
  return (
    <Page title={t('webhookKeys')} actions={<Link href="/duty">{t('toDesk')}</Link>}>
      <p className="lead">{t('webhookKeysLead')}</p>
      <p>
        {t('webhookKeysUse')} <Link href="/duty/roster">{t('setRoster')}</Link>
      </p>
      {keys.isPending && <Loading />}
      {keys.error && <Problem error={keys.error} onRetry={() => void keys.refetch()} />}
      {keys.data?.length === 0 && <Empty title={t('noWebhookKey')} />}
      {keys.data && keys.data.length > 0 && (
        <>
          <DataTable
            caption={t('webhookKeys')}
            rows={keys.data}
            keyOf={({ kid }) => kid}
            columns={[
              {
                id: 'kid',
                title: t('webhookKeyId'),
                isRowHeader: true,
                cell: ({ kid }) => <code>{kid}</code>,
              },
              { id: 'until', title: t('webhookUntil'), cell: ({ until }) => <Moment at={until} /> },
              {
                id: 'pem',
                title: t('webhookKey'),
                cell: ({ pem }) => (
                  <pre className="pem" dir="ltr">
                    {pem}
                  </pre>
                ),
              },
            ]}
          />
          <Button
            mt="md"
            variant="default"
            data-action="save-webhook-keys"
            onClick={() => handOut(new Blob(keys.data.map(({ pem }) => pem)), 'webhook-keys.pem')}
          >
            {t('saveWebhookKeys')}
          </Button>
        </>
      )}
    </Page>
  )
}
