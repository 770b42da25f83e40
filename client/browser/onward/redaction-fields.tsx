import { Button, Fieldset, NativeSelect, Stack, Textarea, TextInput, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { RedactionReason, type Redactions } from '#crypto/downgrade/redactions.js'
import type { FieldErrors } from '../components/error-summary.js'

export type Redaction = {
  readonly document: string
  readonly place: string
  readonly reason: Redactions['documents'][number]['redactions'][number]['reason']
  readonly removed: string
}

type RedactionFieldsProps = {
  /** Of the released versions. */
  readonly names: readonly string[]
  readonly errors: FieldErrors
  readonly redactions: readonly Redaction[]
  readonly onChange: (redactions: readonly Redaction[]) => void
}

/** What was taken out: of which version, where, and why; and, if wanted, what stood there. */
export function RedactionFields({ names, errors, redactions, onChange }: RedactionFieldsProps) {
  const { t } = useTranslation('onward')
  const change = (at: number, changed: Partial<Redaction>) =>
    onChange(redactions.map((one, place) => (place === at ? { ...one, ...changed } : one)))
  return (
    <>
      <Title order={2}>{t('redactions')}</Title>
      <p className="quiet">{t('redactionsMeaning')}</p>
      {redactions.map(({ document, place, reason, removed }, at) => (
        <Fieldset
          key={at}
          id={`redaction-${at}`}
          tabIndex={-1}
          legend={t('redaction', { number: at + 1 })}
        >
          <Stack gap="sm">
            {errors[`redaction-${at}`] && <p className="late">{errors[`redaction-${at}`]}</p>}
            <NativeSelect
              label={t('redactedIn')}
              value={document}
              onChange={(event) => change(at, { document: event.currentTarget.value })}
            >
              <option value="">{t('choose')}</option>
              {names.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </NativeSelect>
            <TextInput
              label={t('place')}
              description={t('placeHint')}
              maxLength={200}
              value={place}
              onChange={(event) => change(at, { place: event.currentTarget.value })}
            />
            <NativeSelect
              label={t('why')}
              value={reason}
              onChange={(event) =>
                change(at, { reason: RedactionReason.parse(event.currentTarget.value) })
              }
            >
              {RedactionReason.options.map((one) => (
                <option key={one} value={one}>
                  {t(`reason-${one}`)}
                </option>
              ))}
            </NativeSelect>
            <Textarea
              label={t('removed')}
              description={t('removedHint')}
              rows={2}
              value={removed}
              onChange={(event) => change(at, { removed: event.currentTarget.value })}
            />
            <div>
              <Button
                size="xs"
                variant="subtle"
                color="red"
                aria-label={t('dropRedaction', { number: at + 1 })}
                onClick={() => onChange(redactions.filter((_, other) => other !== at))}
              >
                {t('remove', { ns: 'common' })}
              </Button>
            </div>
          </Stack>
        </Fieldset>
      ))}
      <div>
        <Button
          variant="default"
          size="xs"
          data-action="add-redaction"
          onClick={() =>
            onChange([
              ...redactions,
              { document: names[0] ?? '', place: '', reason: 'source', removed: '' },
            ])
          }
        >
          {t('addRedaction')}
        </Button>
      </div>
    </>
  )
}
