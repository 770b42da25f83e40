import { NativeSelect, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { MAX_TURNS } from '#crypto/translation/handoff.js'
import type { OfferedTranslator } from '../../core/translation/offered-translators.js'
import { useAuthorityName } from '../api/use-directory.js'

type NextTranslatorsProps = {
  /** Those who serve the pair and have no part in it yet. */
  readonly offered: readonly OfferedTranslator[]
  /** Their kids, in the order in which they are asked. */
  readonly chosen: readonly string[]
  readonly onChoose: (kids: readonly string[]) => void
}

/** Who is asked next when the one before declines, or lets the time pass; the relay passes it on by itself. */
export function NextTranslators({ offered, chosen, onChoose }: NextTranslatorsProps) {
  const { t } = useTranslation('translation')
  const nameOf = useAuthorityName()
  if (offered.length === 0) return null
  const places = Math.min(chosen.length + 1, offered.length, MAX_TURNS - 1)
  return (
    <Stack gap="xs">
      {Array.from({ length: places }, (_, place) => (
        <NativeSelect
          key={place}
          id={`handed-next-${place}`}
          label={t('askedNext', { number: place + 2 })}
          description={place === 0 ? t('askedNextHint') : undefined}
          value={chosen[place] ?? ''}
          onChange={(event) => {
            const kid = event.currentTarget.value
            const before = chosen.slice(0, place)
            const after = chosen.slice(place + 1).filter((other) => other !== kid)
            onChoose(kid === '' ? [...before, ...after] : [...before, kid, ...after])
          }}
        >
          <option value="">{t('nobodyNext')}</option>
          {offered
            .filter(({ linguist }) => !chosen.slice(0, place).includes(linguist.kid))
            .map(({ linguist, name }) => (
              <option key={linguist.kid} value={linguist.kid}>
                {t('byOf', { name, authority: nameOf(linguist.authority) })}
              </option>
            ))}
        </NativeSelect>
      ))}
    </Stack>
  )
}
