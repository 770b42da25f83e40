import { Button, Progress } from '@mantine/core'
import { useIsFetching, useIsMutating } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { IDLE_MINUTES } from '../api/keyring.js'
import { Problem } from '../components/page-states.js'
import { SealedPackages } from './sealed-packages.js'
import { KEY_NEEDS } from './use-key-needs.js'
import { SEALING, useSealing } from './use-sealing.js'

type SealProps = {
  readonly kid: string
  /** Whether packages are sealed to it still. */
  readonly isNeeded: boolean
}

/** All packages that a former key opens are sealed anew, one after the other, until it is stopped. */
export function SealPackages({ kid, isNeeded }: SealProps) {
  const { t } = useTranslation('formerKeys')
  const { start, stop, isStopping, sealing, progress } = useSealing(kid)
  const { turn, of, name, percent } = progress
  const isCounted = of > 0
  // One that another page has begun, and left, ends with the package that it is at.
  const isElsewhere = useIsMutating({ mutationKey: SEALING }) > 0
  const isRecounted = useIsFetching({ queryKey: KEY_NEEDS }) > 0
  return (
    <>
      {!sealing.isPending && isNeeded && !isRecounted && (
        <>
          <p className="quiet">{t('stay', { minutes: IDLE_MINUTES })}</p>
          <Button data-action="seal-packages" disabled={isElsewhere} onClick={start}>
            {t('sealPackages')}
          </Button>
        </>
      )}
      {sealing.isPending && <StopButton onStop={stop} isStopping={isStopping} />}
      <div role="status" data-sealing={sealing.isPending ? turn : undefined}>
        {sealing.isPending && (
          <p>{isCounted ? t('sealingOf', { turn, of }) : t('sealingBegins')}</p>
        )}
      </div>
      {sealing.isPending && isCounted && (
        <>
          {/* How far one document is would be read out without end. */}
          <p className="quiet">{name === undefined ? ' ' : t('document', { name, percent })}</p>
          <Progress value={(100 * (turn - 1)) / of} aria-label={t('sealPackages')} />
        </>
      )}
      {sealing.error && <Problem error={sealing.error} />}
      {!sealing.isPending && (isCounted || sealing.isSuccess) && <SealedPackages {...progress} />}
    </>
  )
}

/** Where the button stood that began it: it takes the focus. */
function StopButton(props: { readonly onStop: () => void; readonly isStopping: boolean }) {
  const { onStop, isStopping } = props
  const { t } = useTranslation('formerKeys')
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  return (
    <Button
      ref={button}
      variant="default"
      data-action="stop-sealing"
      aria-disabled={isStopping}
      onClick={onStop}
    >
      {t(isStopping ? 'stopping' : 'stop')}
    </Button>
  )
}
