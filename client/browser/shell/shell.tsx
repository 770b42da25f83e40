import { useQueryClient } from '@tanstack/react-query'
import { createElement, Suspense, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Route, Router, Switch, useLocation } from 'wouter'
import { lockUp, type SignedIn, stillOpen } from '../api/keyring.js'
import { AccessProvider, type LockReason, useAccess } from '../api/signed-in.js'
import { Loading, Problem } from '../components/page-states.js'
import { LeaveQuestion } from '../leaving/leave-question.js'
import { aroundLeaving, usePlace } from '../leaving/place.js'
import { screens } from '../router.js'
import { SignIn } from '../sign-in/sign-in.js'
import { CrashGuard } from './crash-guard.js'
import { NotFound } from './not-found.js'
import { TopBar } from './top-bar.js'
import { IdleWarning } from './idle-warning.js'
import { LiveEvents } from './live-events.js'
import { LogWatch } from './log-watch.js'
import { NewUrgent } from './new-urgent.js'
import type { ScreenView } from './screen-view.js'

/** The frame around every screen, and who is signed in. */
export function Shell() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [signedIn, setSignedIn] = useState<SignedIn | undefined>()
  const [lockedBy, setLockedBy] = useState<LockReason | undefined>()
  const [opening, setOpening] = useState<{ readonly error?: unknown } | undefined>({})

  const [attempt, setAttempt] = useState(1)

  useEffect(() => {
    stillOpen().then(
      (found) => {
        setSignedIn(found)
        setOpening(undefined)
      },
      (error: unknown) => setOpening({ error }),
    )
  }, [attempt])
  const reopen = () => {
    setOpening({})
    setAttempt(attempt + 1)
  }

  const access = useMemo(
    () => ({
      signedIn,
      lockedBy,
      enter: (entered: SignedIn) => {
        setLockedBy(undefined)
        setSignedIn(entered)
      },
      lock: async (reason?: LockReason) => {
        setSignedIn(undefined)
        setLockedBy(reason)
        // What was decrypted for one officer is not there for the next.
        queries.clear()
        if (signedIn) await lockUp(signedIn)
      },
    }),
    [signedIn, lockedBy, queries],
  )

  return (
    <Router hook={usePlace} aroundNav={aroundLeaving}>
      <AccessProvider access={access}>
        <a
          className="skip"
          href="#main"
          onClick={(event) => {
            event.preventDefault()
            document.getElementById('main')?.focus()
          }}
        >
          {t('skip')}
        </a>
        <LeaveQuestion />
        <TopBar />
        <LiveEvents />
        <LogWatch />
        <NewUrgent />
        <IdleWarning />
        <main id="main" tabIndex={-1}>
          {opening === undefined ? (
            <Screens />
          ) : opening.error === undefined ? (
            <Loading />
          ) : (
            <Problem error={opening.error} onRetry={reopen} />
          )}
        </main>
      </AccessProvider>
    </Router>
  )
}

function Screens() {
  const { signedIn } = useAccess()
  const [place] = useLocation()
  const [tries, setTries] = useState(0)
  const attempt = `${tries} ${place}`
  return (
    <CrashGuard place={attempt} onRetry={() => setTries(tries + 1)}>
      <Suspense fallback={<Loading />}>
        <Switch>
          {screens.map(({ path, access, view }) => (
            <Route key={path} path={path}>
              {access === 'officer' && !signedIn ? (
                <SignIn />
              ) : (
                <Shown view={view} attempt={attempt} />
              )}
            </Route>
          ))}
          <Route>
            <NotFound />
          </Route>
        </Switch>
      </Suspense>
    </CrashGuard>
  )
}

function Shown({ view, attempt }: { readonly view: ScreenView; readonly attempt: string }) {
  return createElement(view(attempt))
}
