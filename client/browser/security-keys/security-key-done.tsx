import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Done } from '../components/done.js'
import { handOut } from '../platform/hand-out.js'
import type { KeyChanged } from './use-key-change.js'

/** What an officer hands to the administrator, who enters the key in their credential. */
const FILE = 'officer.security-key'

type DoneProps = KeyChanged & {
  readonly onMore: () => void
  readonly onClose: () => void
}

/** What now opens the identity, and what to think of. */
export function SecurityKeyDone({ what, name, claim, onMore, onClose }: DoneProps) {
  const { t } = useTranslation('securityKeys')
  const { t: common } = useTranslation()
  return (
    <Done data-security-key={what}>
      <p>
        <strong>{t(what, { name })}</strong>
      </p>
      {what === 'bound' && <p>{t('boundSpare')}</p>}
      {what === 'removed' && <p>{t('removedCopies')}</p>}
      {claim !== undefined && <p>{t('claimMeaning')}</p>}
      <Group>
        {claim !== undefined && (
          <Button
            variant="default"
            data-action="save-claim"
            onClick={() => handOut(new Blob([claim]), FILE)}
          >
            {t('saveClaim')}
          </Button>
        )}
        <Button variant="default" data-action="more-security-keys" onClick={onMore}>
          {t('more')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {common('close')}
        </Button>
      </Group>
    </Done>
  )
}
