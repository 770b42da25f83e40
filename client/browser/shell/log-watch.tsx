import { Alert, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ClientError } from '../../core/client-error.js'
import type { ShownBreach } from '../../core/log/log-memory.js'
import { observeLog } from '../../core/log/observe-log.js'
import { RelayProblem } from '../../core/relay-problem.js'
import type { Session } from '../../core/session/session.js'
import { useAccess } from '../api/signed-in.js'
import { Moment } from '../components/moment.js'
import { Problem } from '../components/page-states.js'
import { handOut } from '../platform/hand-out.js'

const EVERY_MS = 60_000
const WORDS = {
  forked: 'logForked',
  rewritten: 'logRewritten',
  shrunken: 'logShrunken',
} as const satisfies Record<ShownBreach['breach'], string>

/**
 * The silent witness of a long session: looks at the log as each session does when it begins, and again
 * after every loss of the network. A breach stays on every screen, now and whenever somebody signs in here,
 * with the two checkpoints that convict the log.
 */
export function LogWatch() {
  const { t } = useTranslation()
  const { signedIn } = useAccess()
  const watch = useQuery({
    queryKey: ['log-watch', signedIn?.identity.id],
    enabled: signedIn !== undefined,
    queryFn: () => (signedIn ? breachesOf(signedIn.session) : []),
    refetchInterval: EVERY_MS,
    refetchOnReconnect: 'always',
    staleTime: 0,
    retry: false,
  })
  if (signedIn === undefined) return null
  if (watch.error) return <Problem error={watch.error} />
  const breaches = watch.data ?? []
  if (breaches.length === 0) return null
  return (
    <Alert role="alert" color="red" className="log-alarm" title={t('logAlarm')}>
      {breaches.map((breach) => (
        <p key={breach.seen} data-breach={breach.breach}>
          {t(WORDS[breach.breach], { origin: breach.origin })} <Moment at={breach.seen} exact />{' '}
          <Button
            size="xs"
            variant="default"
            onClick={() => handOut(fileOf(breach), nameOf(breach))}
          >
            {t('logAlarmKeep')}
          </Button>
        </p>
      ))}
      <p>{t('problemLogRemedy')}</p>
    </Alert>
  )
}

const fileOf = (breach: ShownBreach) => new Blob([`${JSON.stringify(breach, undefined, 2)}\n`])
const nameOf = ({ breach, seen }: ShownBreach) => `log-${breach}-${seen.slice(0, 10)}.json`

/** What was seen so far. A relay that cannot be reached is no breach, and is told of elsewhere. */
async function breachesOf({ relay, trust, platform }: Session): Promise<readonly ShownBreach[]> {
  try {
    await observeLog({ relay, trust, memory: platform.logs, now: () => platform.now() })
  } catch (error) {
    const isKept = error instanceof ClientError && error.code === 'log-breach'
    const isAway = error instanceof ClientError && error.code === 'relay-unreachable'
    if (!isKept && !isAway && !(error instanceof RelayProblem)) throw error
  }
  return platform.logs.breaches()
}
