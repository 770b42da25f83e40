import { Radio, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { OfferedTranslator } from '../../core/translation/offered-translators.js'
import { useAuthorityName } from '../api/use-directory.js'

type TranslatorChoiceProps = {
  /** Those who serve the pair. */
  readonly offered: readonly OfferedTranslator[]
  /** The kid of one of them. */
  readonly chosen: string
  readonly error: string | undefined
  readonly onChoose: (kid: string) => void
}

/** Who can be asked, with what their authority vouches for and what speaks against it. */
export function TranslatorChoice({ offered, chosen, error, onChoose }: TranslatorChoiceProps) {
  const { t } = useTranslation('translation')
  const nameOf = useAuthorityName()
  if (offered.length === 0)
    return (
      <p id="translators" tabIndex={-1} className="quiet">
        {t('noTranslators')}
      </p>
    )
  return (
    <Radio.Group
      id="translators"
      label={t('translator')}
      error={error}
      value={chosen}
      onChange={onChoose}
    >
      <Stack gap="sm" mt="xs">
        {offered.map((one) => (
          <Radio
            key={one.linguist.kid}
            value={one.linguist.kid}
            label={t('byOf', { name: one.name, authority: nameOf(one.linguist.authority) })}
            description={<Profile of={one} />}
          />
        ))}
      </Stack>
    </Radio.Group>
  )
}

function Profile({ of: { profile, open, isFull, breached } }: { readonly of: OfferedTranslator }) {
  const { t } = useTranslation('translation')
  const { accreditation, clearance, capacity, confidentialitySince } = profile
  return (
    <>
      {accreditation === null ? t('offeredUnaccredited') : t('accredited', accreditation)}
      {' · '}
      {t('offeredClearance', { clearance: clearance ?? t('none', { ns: 'common' }) })}
      {' · '}
      {t('offeredLoad', { open, capacity })}
      {isFull && <strong className="late"> {t('offeredFull')}</strong>}
      {confidentialitySince === null && (
        <strong className="late"> {t('offeredNoConfidentiality')}</strong>
      )}
      {breached && <strong className="late"> {t('offeredBreached')}</strong>}
    </>
  )
}
