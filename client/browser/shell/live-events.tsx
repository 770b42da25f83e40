import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keyring, type SignedIn } from '../api/keyring.js'
import { useAccess } from '../api/signed-in.js'
import { RelayProblem } from '../../core/relay-problem.js'
import { watchEvents } from '../../core/session/watch-events.js'

/** The relay was not even there to begin with. */
const AGAIN_MS = 5_000

type Line = 'connecting' | 'connected' | 'lost' | 'ended'

/**
 * Listens to the authority's events while somebody is signed in: what a new one is about is fetched anew.
 * After a loss the relay replays from the last one that was seen here.
 */
export function LiveEvents() {
  const { t } = useTranslation()
  const { signedIn, lock } = useAccess()
  const queries = useQueryClient()
  const [line, setLine] = useState<Line>('connecting')
  const [online, setOnline] = useState(navigator.onLine)

  useEffect(() => {
    const tell = () => setOnline(navigator.onLine)
    addEventListener('online', tell)
    addEventListener('offline', tell)
    return () => {
      removeEventListener('online', tell)
      removeEventListener('offline', tell)
    }
  }, [])

  useEffect(() => {
    if (signedIn === undefined) return undefined
    return listen(signedIn, setLine, {
      onPackage(pkg) {
        void queries.invalidateQueries({ queryKey: ['mailbox'] })
        void queries.invalidateQueries({ queryKey: ['package', pkg] })
        void queries.invalidateQueries({ queryKey: ['case'] })
        void queries.invalidateQueries({ queryKey: ['duty', 'desk'] })
      },
      onClock: () => void queries.invalidateQueries({ queryKey: ['case'] }),
      onAccess: () => void queries.invalidateQueries({ queryKey: ['sessions'] }),
      onOver: () => void lock('ended'),
      onHandoff: () => void queries.invalidateQueries({ queryKey: ['translation'] }),
    })
  }, [signedIn, queries, lock])

  if (!online)
    return (
      <p className="line-state line-bad" role="status">
        {t('offline')}
      </p>
    )
  if (signedIn === undefined || line === 'connected' || line === 'connecting')
    return <p className="unseen" role="status" />
  return (
    <p className="line-state line-bad" role="status">
      {t(line)}
    </p>
  )
}

function listen(
  { session, identity }: SignedIn,
  onLine: (line: Line) => void,
  news: {
    readonly onPackage: (pkg: string) => void
    readonly onClock: () => void
    readonly onHandoff: () => void
    readonly onAccess: () => void
    readonly onOver: () => void
  },
): () => void {
  let close: (() => void) | undefined
  let isOver = false
  const begin = async () => {
    const { database } = await keyring()
    const at = [identity.id, 'feed']
    const after = ((await database.get('positions', at)) as number | undefined) ?? -1
    const subscription = await watchEvents(session, after, {
      async onEvent({ evidence }) {
        news.onPackage(evidence.payload.package)
        if (evidence.index !== null) {
          const { index } = evidence
          await database.change('positions', at, (before) =>
            Math.max(index, (before as number | undefined) ?? -1),
          )
        }
      },
      onNotice({ kind }) {
        if (kind === 'officer.access') news.onAccess()
        if (kind === 'handoff.step') news.onHandoff()
        if (kind === 'clock.warning' || kind === 'clock.lapsed') news.onClock()
      },
      onConnection: onLine,
      onEnd(error) {
        onLine('ended')
        if (error instanceof RelayProblem && error.code.startsWith('session-')) news.onOver()
      },
    })
    close = () => subscription.close()
    if (isOver) close()
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  const tryAgain = () => {
    onLine('lost')
    if (!isOver) timer = setTimeout(() => void begin().catch(tryAgain), AGAIN_MS)
  }
  begin().catch(tryAgain)
  return () => {
    isOver = true
    clearTimeout(timer)
    close?.()
  }
}
