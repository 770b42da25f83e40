import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { BoundKey } from '#crypto/keystore/bound-keystore-file.js'
import { Confirmed } from '../components/confirmed.js'

type ListProps = {
  readonly keys: readonly BoundKey[]
  readonly isBusy: boolean
  readonly mayRemove: () => boolean
  readonly onRemove: (key: BoundKey) => void
}

/** Each security key by its name, to be removed. */
export function BoundKeyList({ keys, isBusy, mayRemove, onRemove }: ListProps) {
  const { t } = useTranslation('securityKeys')
  const { t: signIn } = useTranslation('signIn')
  if (keys.length === 0) return null
  return (
    <div>
      <Text fw={600}>{t('boundTo')}</Text>
      <ul className="plain-list">
        {keys.map((key) => (
          <li key={key.credential} data-security-key-name={key.name}>
            <bdi>{key.name}</bdi>{' '}
            <Confirmed
              name="remove-security-key"
              action={t('remove', { name: key.name })}
              question={t(keys.length === 1 ? 'removeLastSure' : 'removeSure', { name: key.name })}
              isBusy={isBusy}
              busy={signIn('askingKey')}
              mayAsk={mayRemove}
              onConfirm={() => onRemove(key)}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}
