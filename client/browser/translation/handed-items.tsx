import { Checkbox, Fieldset, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PartId } from '#crypto/fields/fields.js'
import type { ManifestPart } from '#crypto/package/manifest.js'
import type { ReadPackage } from '../../core/packages/open-package.js'
import type { Language } from '../../languages/language.js'
import { templateOf } from '../../templates/catalogue.js'

type HandedItemsProps = {
  readonly read: ReadPackage
  /** Those that can be handed over. */
  readonly parts: readonly ManifestPart[]
  readonly chosen: readonly PartId[]
  readonly fields: readonly string[]
  readonly error: string | undefined
  /** The documents of a hand-off that is replaced are those that it had. */
  readonly isFixed: boolean
  readonly onChoose: (parts: readonly PartId[]) => void
  readonly onChooseFields: (names: readonly string[]) => void
}

/** Which documents, and which answers of the form, are handed over: what is not chosen does not leave. */
export function HandedItems(props: HandedItemsProps) {
  const { read, parts, chosen, fields, error, isFixed, onChoose, onChooseFields } = props
  const { t, i18n } = useTranslation('translation')
  const { template, form } = read.manifest
  const known = templateOf(template.id, template.version)?.sections.flatMap((one) => one.fields)
  const labelOf = (name: string) =>
    known?.find((field) => field.name === name)?.label[i18n.language as Language] ?? name
  return (
    <>
      <Fieldset legend={t('handedDocuments')} id="handed-parts" tabIndex={-1}>
        {error && <p className="late">{error}</p>}
        {parts.length === 0 && <p className="quiet">{t('noDocuments', { ns: 'pkg' })}</p>}
        <Stack gap="xs">
          {parts.map(({ part, name }) => (
            <Checkbox
              key={part}
              label={<bdi>{name}</bdi>}
              disabled={isFixed}
              checked={chosen.includes(part)}
              onChange={(event) => onChoose(toggled(chosen, part, event.currentTarget.checked))}
            />
          ))}
        </Stack>
      </Fieldset>
      {Object.keys(form).length > 0 && (
        <details>
          <summary>{t('handedFields')}</summary>
          <p className="quiet">{t('handedFieldsHint')}</p>
          <Stack gap="xs" id="handed-fields">
            {Object.keys(form).map((name) => (
              <Checkbox
                key={name}
                value={name}
                label={labelOf(name)}
                checked={fields.includes(name)}
                onChange={(event) =>
                  onChooseFields(toggled(fields, name, event.currentTarget.checked))
                }
              />
            ))}
          </Stack>
        </details>
      )}
    </>
  )
}

const toggled = <T,>(all: readonly T[], one: T, isIn: boolean): readonly T[] =>
  isIn ? [...all, one] : all.filter((other) => other !== one)
