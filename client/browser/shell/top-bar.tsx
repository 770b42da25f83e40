import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { LANGUAGE_NAMES, LANGUAGES } from '../../languages/language.js'
import { useAccess } from '../api/signed-in.js'
import { speak } from '../languages/start-languages.js'
import { guard } from '../leaving/place.js'
import { sectionsFor } from '../router.js'

/** Name of the service, sections, who is signed in, language. */
export function TopBar() {
  const { t } = useTranslation()
  const { signedIn, lock } = useAccess()
  const [isOpen, setOpen] = useState(false)
  const [at] = useLocation()
  const shown = sectionsFor(signedIn?.session.officer.credential.payload.roles)
  return (
    <header className="top-bar">
      <div className="top-row">
        <Link href="/" className="top-name" aria-label="Rogatory">
          Rogatory
        </Link>
        {signedIn && <Who />}
        <div className="top-tools">
          <Language />
          {signedIn && (
            <Button variant="white" size="xs" onClick={() => guard.leave(() => void lock())}>
              {t('lock')}
            </Button>
          )}
          <button
            type="button"
            className="menu-button"
            aria-expanded={isOpen}
            aria-controls="sections"
            onClick={() => setOpen(!isOpen)}
          >
            {t('menu')}
          </button>
        </div>
      </div>
      <nav
        id="sections"
        aria-label={t('navigation')}
        className={isOpen ? 'sections open' : 'sections'}
      >
        <ul>
          {shown.map(({ path, nav }) => (
            <li key={path}>
              <Link
                href={path}
                aria-current={at === path || at.startsWith(`${path}/`) ? 'page' : undefined}
                onClick={() => setOpen(false)}
              >
                {t(nav?.label ?? 'inbox')}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  )
}

function Who() {
  const { t } = useTranslation()
  const { signedIn } = useAccess()
  if (!signedIn) return null
  const { name, authority } = signedIn.session.officer.credential.payload
  return (
    <p className="top-who">
      <span className="unseen">{t('signedInAs', { name, authority })}</span>
      <Link href="/sessions" className="top-sessions">
        <bdi>{name}</bdi>
        <br />
        <bdi className="mono">{authority}</bdi>
      </Link>
    </p>
  )
}

/** Six languages; the choice changes the direction at once. */
function Language() {
  const { t, i18n } = useTranslation()
  const [hasFailed, setFailed] = useState(false)
  const change = (chosen: (typeof LANGUAGES)[number]) => {
    setFailed(false)
    speak(chosen).catch(() => setFailed(true))
  }
  return (
    <NativeSelect
      aria-label={t('language')}
      size="xs"
      value={i18n.language}
      error={hasFailed && t('languageFailed')}
      onChange={(event) => {
        const chosen = LANGUAGES.find((one) => one === event.currentTarget.value)
        if (chosen) change(chosen)
      }}
    >
      {LANGUAGES.map((language) => (
        <option key={language} value={language} lang={language}>
          {LANGUAGE_NAMES[language]}
        </option>
      ))}
    </NativeSelect>
  )
}
