import './former-keys.css'
import { Button, Title } from '@mantine/core'
import { useIsMutating } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useSignedIn } from '../api/signed-in.js'
import { Empty, Loading, Problem } from '../components/page-states.js'
import { KeyNeedTable } from './key-need-table.js'
import { RetireKey } from './retire-key.js'
import { type KeysCounted, useKeyNeeds } from './use-key-needs.js'
import { SEALING } from './use-sealing.js'

/** What each key of the authority still opens, counted when it is asked for; and how a former one goes. */
export function FormerKeys() {
  const { t } = useTranslation('formerKeys')
  const [isAsked, setAsked] = useState(false)
  const counted = useKeyNeeds(isAsked)
  const count = () => {
    if (isAsked) void counted.refetch()
    else setAsked(true)
  }
  return (
    <section aria-labelledby="former-keys" className="former-keys">
      <Title order={2} id="former-keys">
        {t('title')}
      </Title>
      <p className="former-keys-lead">{t('lead')}</p>
      {/* It stays where it is, and so does the focus. */}
      <Button
        variant="default"
        data-action="count-keys"
        onClick={() => {
          if (!counted.isFetching) count()
        }}
      >
        {t(counted.data ? 'countAgain' : 'count')}
      </Button>
      {counted.isFetching && <Loading what={t('counting')} />}
      {counted.error && <Problem error={counted.error} />}
      {counted.data && <Counted {...counted.data} />}
    </section>
  )
}

type Chosen = { readonly kid: string; readonly turn: number }

function Counted({ needs, gone }: KeysCounted) {
  const { t } = useTranslation('formerKeys')
  const { session } = useSignedIn()
  const [chosen, setChosen] = useState<Chosen | undefined>()
  /** The same one again begins anew, as after it was destroyed. */
  const choose = (kid: string) => setChosen((before) => ({ kid, turn: (before?.turn ?? 0) + 1 }))
  // Whoever looks at another key would stop it.
  const isSealing = useIsMutating({ mutationKey: SEALING }) > 0
  const isAdmin = session.officer.credential.payload.roles.includes('admin')
  const unverified = needs[0]?.unverified ?? 0
  return (
    <>
      {unverified > 0 && (
        <p role="status" data-unverified={unverified}>
          <span className="mark mark-bad">!</span> {t('unverified', { number: unverified })}{' '}
          <Link href="/translation">{t('toDesk')}</Link>
        </p>
      )}
      <KeyNeedTable needs={needs} isBusy={isSealing} onChoose={choose} />
      {needs.every(({ isPresent }) => isPresent) && (
        <Empty title={t('noFormer')}>
          <p>{t('noFormerMeaning')}</p>
        </Empty>
      )}
      {isAdmin && gone.length > 0 && (
        <details className="gone-keys">
          <summary>{t('gone')}</summary>
          <ul className="plain-list">
            {gone.map((kid) => (
              <li key={kid}>
                <code dir="ltr">{kid}</code>{' '}
                <Button
                  size="compact-sm"
                  variant="default"
                  data-gone={kid}
                  disabled={isSealing}
                  aria-label={t('goneAgainNamed', { kid })}
                  onClick={() => choose(kid)}
                >
                  {t('goneAgain')}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
      {chosen !== undefined && (
        <RetireKey
          key={chosen.turn}
          kid={chosen.kid}
          need={needs.find(({ kid }) => kid === chosen.kid)}
        />
      )}
    </>
  )
}
