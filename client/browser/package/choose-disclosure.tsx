import { Checkbox, Fieldset, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Loading, Problem } from '../components/page-states.js'
import type { Disclosure } from './disclosure-options.js'
import type { ShownPackage } from './use-package.js'
import { useTranslationRecords } from './use-translation-records.js'

type ChooseProps = {
  readonly pkg: ShownPackage
  readonly chosen: Disclosure
  readonly onChoose: (chosen: Disclosure) => void
}

/** What of the content whoever gets the bundle is to see: all of it, single documents, or nothing. */
export function ChooseDisclosure({ pkg, chosen, onChoose }: ChooseProps) {
  const { t } = useTranslation('pkg')
  const [isOpen, setOpen] = useState(false)
  const { parts } = pkg.read.manifest
  return (
    <Stack gap="xs">
      <Checkbox
        label={t('disclose')}
        checked={chosen.isWhole}
        onChange={(event) => onChoose({ ...chosen, isWhole: event.currentTarget.checked })}
      />
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary data-action="disclose-single">{t('discloseSingle')}</summary>
        <Stack gap="sm">
          {parts.length > 0 && (
            <Fieldset legend={t('discloseParts')} disabled={chosen.isWhole}>
              <p className="quiet">{t('disclosePartsHint')}</p>
              <Stack gap="xs" id="disclosed-parts" className="disclosed-parts">
                {parts.map(({ part, name }) => (
                  <Checkbox
                    key={part}
                    label={<bdi>{name}</bdi>}
                    checked={chosen.isWhole || chosen.parts.includes(part)}
                    onChange={({ currentTarget: { checked } }) =>
                      onChoose({
                        ...chosen,
                        parts: checked
                          ? [...chosen.parts, part]
                          : chosen.parts.filter((one) => one !== part),
                      })
                    }
                  />
                ))}
              </Stack>
            </Fieldset>
          )}
          {isOpen && <WithTranslations pkg={pkg} chosen={chosen} onChoose={onChoose} />}
        </Stack>
      </details>
    </Stack>
  )
}

/** Fetched and verified when somebody looks: most bundles go without. */
function WithTranslations({ pkg, chosen, onChoose }: ChooseProps) {
  const { t } = useTranslation('pkg')
  const found = useTranslationRecords(pkg)
  if (found.isPending) return <Loading what={t('translationsReading')} />
  if (found.error) return <Problem error={found.error} onRetry={() => void found.refetch()} />
  if (found.data.length === 0) return <p className="quiet">{t('discloseNoTranslations')}</p>
  return (
    <Checkbox
      label={t('discloseTranslations', { count: found.data.length })}
      description={t('discloseTranslationsHint')}
      checked={chosen.translations.length > 0}
      onChange={({ currentTarget: { checked } }) =>
        onChoose({ ...chosen, translations: checked ? found.data : [] })
      }
    />
  )
}
