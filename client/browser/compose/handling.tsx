import { Checkbox, Fieldset, NativeSelect, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Marks, OnwardTransfer, PermittedUse } from '#crypto/package/manifest.js'

type HandlingProps = { readonly marks: Marks; readonly onChange: (marks: Marks) => void }

/** What may be done with what is sent, until when it may be kept, and whether it may be passed on: no more is asked. */
export function Handling({ marks, onChange }: HandlingProps) {
  const { t } = useTranslation('compose')
  const { uses, retainUntil, onwardTransfer, ...base } = marks
  const change = (changed: {
    readonly uses?: NonNullable<Marks['uses']>
    readonly retainUntil?: string
    readonly onwardTransfer?: string
  }) => {
    const said = { uses: uses ?? [], retainUntil, onwardTransfer, ...changed }
    const onward = OnwardTransfer.safeParse(said.onwardTransfer).data
    onChange({
      ...base,
      // Those that are left out set no limit.
      ...(said.uses.length > 0 && { uses: [...said.uses] }),
      ...(said.retainUntil && { retainUntil: said.retainUntil }),
      ...(onward && { onwardTransfer: onward }),
    })
  }
  return (
    <details className="handling" open={Object.keys(marks).length > 2 || undefined}>
      <summary>{t('handling')}</summary>
      <Stack gap="sm" mt="sm">
        <Fieldset legend={t('uses')}>
          <p className="quiet">{t('usesHint')}</p>
          <Stack gap="xs">
            {PermittedUse.options.map((use) => (
              <Checkbox
                key={use}
                value={use}
                label={t(`use-${use}`)}
                checked={uses?.includes(use) ?? false}
                onChange={(event) =>
                  change({
                    uses: event.currentTarget.checked
                      ? [...(uses ?? []), use]
                      : (uses ?? []).filter((other) => other !== use),
                  })
                }
              />
            ))}
          </Stack>
        </Fieldset>
        <TextInput
          id="retain-until"
          type="date"
          label={t('retainUntil')}
          value={retainUntil ?? ''}
          onChange={(event) => change({ retainUntil: event.currentTarget.value })}
        />
        <NativeSelect
          id="onward-transfer"
          label={t('onwardTransfer')}
          value={onwardTransfer ?? ''}
          onChange={(event) => change({ onwardTransfer: event.currentTarget.value })}
        >
          <option value="">{t('onwardUnsaid')}</option>
          {OnwardTransfer.options.map((one) => (
            <option key={one} value={one}>
              {t(`onward-${one}`)}
            </option>
          ))}
        </NativeSelect>
      </Stack>
    </details>
  )
}
