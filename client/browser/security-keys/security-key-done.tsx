import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Done } from '../components/done.js'
import type { KeyChange } from './use-key-change.js'

type DoneProps = Pick<KeyChange, 'name' | 'what'> & {
  readonly onMore: () => void
  readonly onClose: () => void
}

/** What now opens the identity, and what to think of. */
export function SecurityKeyDone({ what, name, onMore, onClose }: DoneProps) {
  const { t } = useTranslation('securityKeys')
  const { t: common } = useTranslation()
  return (
    <Done data-security-key={what}>
      <p>
        <strong>{t(what, { name })}</strong>
      </p>
      {what === 'bound' && <p>{t('boundSpare')}</p>}
      {what === 'removed' && <p>{t('removedCopies')}</p>}
      <Group>
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
