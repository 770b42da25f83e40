import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../api/signed-in.js'
import { Problem } from '../components/page-states.js'
import { gatherNews } from './gather-news.js'
import { type Line, listenForNews } from './listen-for-news.js'

/** So often one looks for oneself while no news comes by itself. */
const LOOK_MS = 30_000

/**
 * Listens to the authority's events while somebody is signed in: what a new one is about is fetched anew. While the line
 * does not stand, the list of packages is looked at every so often.
 */
export function LiveEvents() {
  const { t } = useTranslation()
  const { signedIn, lock } = useAccess()
  const queries = useQueryClient()
  const [line, setLine] = useState<Line>('connecting')
  const [broken, setBroken] = useState<{ readonly error: unknown } | undefined>()
  const [attempt, setAttempt] = useState(1)
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
    const news = gatherNews((queryKey) => void queries.invalidateQueries({ queryKey }))
    const close = listenForNews(signedIn, {
      tell: news.tell,
      onLine: setLine,
      onOver: () => void lock('ended'),
      onBroken: (error) => setBroken({ error }),
    })
    return () => {
      close()
      news.stop()
      setBroken(undefined)
      setLine('connecting')
    }
  }, [signedIn, queries, lock, attempt])

  const isDeaf = signedIn !== undefined && line !== 'connected'
  useEffect(() => {
    if (!isDeaf) return undefined
    const timer = setInterval(
      () => void queries.invalidateQueries({ queryKey: ['mailbox'] }),
      LOOK_MS,
    )
    return () => clearInterval(timer)
  }, [isDeaf, queries])

  return (
    <>
      <LineState line={!online ? 'offline' : isDeaf && !broken ? line : 'connected'} />
      {signedIn && broken && (
        <div data-line="broken">
          <p className="line-state line-bad" role="status">
            {t('liveBroken')}
          </p>
          <Problem error={broken.error} onRetry={() => setAttempt(attempt + 1)} />
        </div>
      )}
    </>
  )
}

function LineState({ line }: { readonly line: Line | 'offline' }) {
  const { t } = useTranslation()
  if (line === 'connected' || line === 'connecting') return <p className="unseen" role="status" />
  return (
    <p className="line-state line-bad" role="status">
      {t(line)}
    </p>
  )
}
