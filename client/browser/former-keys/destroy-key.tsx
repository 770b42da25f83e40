import { Checkbox } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { destroyKey } from '../../core/officers/destroy-key.js'
import { isIdle, type KeyNeed } from '../../core/officers/key-needs.js'
import { UNCOUNTED } from '../../core/officers/uncounted.js'
import { useSignedIn } from '../api/signed-in.js'
import { Confirmed } from '../components/confirmed.js'
import { Done } from '../components/done.js'
import { Problem } from '../components/page-states.js'
import { KEY_NEEDS } from './use-key-needs.js'

type DestroyProps = {
  readonly kid: string
  /** Undefined of one that the vault is without: then the relay deletes the earlier versions of the vault. */
  readonly need: KeyNeed | undefined
}

/** A former key that nothing needs goes for good, asked once more with what is lost and nobody has counted. */
export function DestroyKey({ kid, need }: DestroyProps) {
  const { t } = useTranslation('formerKeys')
  const { session } = useSignedIn()
  const queries = useQueryClient()
  const [areGivenUp, setGivenUp] = useState(false)
  const [isMissing, setMissing] = useState(false)
  const box = useRef<HTMLInputElement>(null)
  const destroying = useMutation({
    mutationFn: () => destroyKey(session, kid, { withoutTranslations: areGivenUp }),
    onSettled: () => void queries.invalidateQueries({ queryKey: KEY_NEEDS }),
  })
  if (destroying.isSuccess) {
    return (
      <Done data-destroyed={kid}>
        <p>
          <strong>✓ {t('destroyed')}</strong>
        </p>
        <p>{t('destroyedElsewhere')}</p>
      </Done>
    )
  }
  const isUnconfirmed = isMissing && !areGivenUp
  const hasTranslations = (need?.translations ?? 0) > 0
  const mayAsk = () => {
    const may = !hasTranslations || areGivenUp
    setMissing(!may)
    if (!may) box.current?.focus()
    return may
  }
  return (
    <>
      {destroying.error && <Problem error={destroying.error} />}
      {need && !isIdle(need) ? (
        <p className="quiet">{t('notYet')}</p>
      ) : (
        <>
          {need === undefined && <p>{t('goneMeaning')}</p>}
          {hasTranslations && (
            <Checkbox
              ref={box}
              id="translations-given-up"
              label={t('translationsGivenUp')}
              checked={areGivenUp}
              error={isUnconfirmed ? t('needGivenUp') : undefined}
              aria-invalid={isUnconfirmed}
              onChange={(event) => setGivenUp(event.currentTarget.checked)}
            />
          )}
          <Confirmed
            name="destroy-key"
            size="sm"
            action={t('destroy')}
            isBusy={destroying.isPending}
            busy={t('destroying')}
            mayAsk={mayAsk}
            onConfirm={() => destroying.mutate()}
            question={
              <>
                <p>
                  {t('destroySure')} <code dir="ltr">{kid}</code>
                </p>
                <p>{t('destroyLost')}</p>
                <ul>
                  {UNCOUNTED.map((what) => (
                    <li key={what}>{t(`uncounted_${what}`)}</li>
                  ))}
                </ul>
              </>
            }
          />
        </>
      )}
    </>
  )
}
