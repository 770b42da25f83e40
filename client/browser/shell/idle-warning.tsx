import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useIdleLock } from './use-idle-lock.js'

/** Locks when nobody uses it, and says so a minute before. The button is one way to stay; any other use is, too. */
export function IdleWarning() {
  const { t } = useTranslation()
  const isClosing = useIdleLock()
  return (
    <div role="alert">
      {isClosing && (
        <p className="line-state line-bad" data-idle="closing">
          {t('idleSoon')}{' '}
          <Button size="xs" variant="default" data-action="stay">
            {t('stay')}
          </Button>
        </p>
      )}
    </div>
  )
}
