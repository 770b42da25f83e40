import { Paper, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Operator } from '../../core/operations/operator.js'
import { waitingEnrolments } from '../../core/enrolment/waiting-enrolments.js'
import { httpRelay } from '../../transport/http-relay.js'
import { Empty, Loading, Problem } from '../components/page-states.js'
import { DecideRequest } from './decide-request.js'

const AGAIN_MS = 15_000

/** Who asks to join. The relay's word is not taken for anything: each is verified here. */
export function Requests({ operator }: { readonly operator: Operator }) {
  const { t } = useTranslation('operator')
  const found = useQuery({
    queryKey: ['enrolments', operator.key.kid],
    queryFn: () =>
      waitingEnrolments(
        operator,
        httpRelay(operator.relay.origin, undefined, () => new Date()),
        new Date(),
      ),
    refetchInterval: AGAIN_MS,
  })
  const again = () => void found.refetch()
  return (
    <section aria-labelledby="requests">
      <Title order={2} id="requests">
        {t('requests')}
      </Title>
      {found.isPending && <Loading />}
      {found.error && <Problem error={found.error} onRetry={again} />}
      {found.data?.waiting.length === 0 && found.data.doubtful.length === 0 && (
        <Empty title={t('nothing')} />
      )}
      {found.data?.waiting.map((one) => (
        <Paper
          withBorder
          p="md"
          mb="sm"
          key={one.application.digest}
          data-application={one.application.payload.authority}
        >
          <Title order={3}>
            <bdi>{one.invitation.payload.name}</bdi>{' '}
            <bdi className="mono quiet">{one.application.payload.authority}</bdi>
          </Title>
          <DecideRequest
            operator={operator}
            decided={{
              digest: one.application.digest,
              authority: one.application.payload.authority,
            }}
            one={one}
            onDone={again}
          />
        </Paper>
      ))}
      {found.data?.doubtful.map(({ digest, authority, code }) => (
        <Paper withBorder p="md" mb="sm" key={digest}>
          <p className="done-bad">
            <strong>{t('doubtful')}</strong> <bdi className="mono">{authority ?? digest}</bdi>{' '}
            <code>{code}</code>
          </p>
          {authority !== undefined && (
            <DecideRequest
              operator={operator}
              decided={{ digest, authority }}
              one={undefined}
              onDone={again}
            />
          )}
        </Paper>
      ))}
    </section>
  )
}
