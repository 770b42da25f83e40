import { Button, Checkbox, Fieldset, Group, Paper, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { RosterDraft } from '../../core/duty/roster-draft.js'
import type { FieldErrors } from '../components/error-summary.js'
import { NameChoice } from './name-choice.js'

export type Shift = RosterDraft['shifts'][number]

type ShiftFieldsProps = {
  readonly at: number
  readonly shift: Shift
  readonly names: readonly string[]
  readonly errors: FieldErrors
  readonly onChange: (shift: Shift) => void
  readonly onRemove: () => void
}

/** ISO 8601: 1 is Monday. Whichever week: only the names of its days are taken from it. */
const DAYS = [1, 2, 3, 4, 5, 6, 7]
const dayName = (day: number, language: string) =>
  new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2024, 0, day)),
  )

/** One shift of the week: when, where the clock is read, and by whom. */
export function ShiftFields({ at, shift, names, errors, onChange, onRemove }: ShiftFieldsProps) {
  const { t, i18n } = useTranslation('duty')
  const change = (changed: Partial<Shift>) => onChange({ ...shift, ...changed })
  return (
    <Paper withBorder p="md" role="group" aria-label={t('shift', { number: at + 1 })}>
      <Group align="end">
        <TextInput
          id={`shift-${at}-from`}
          type="time"
          label={t('fromTime')}
          error={errors[`shift-${at}-from`]}
          value={shift.from}
          onChange={(event) => change({ from: event.currentTarget.value })}
        />
        <TextInput
          type="time"
          label={t('to')}
          value={shift.to}
          onChange={(event) => change({ to: event.currentTarget.value })}
        />
        <TextInput
          id={`shift-${at}-zone`}
          label={t('zone')}
          error={errors[`shift-${at}-zone`]}
          dir="ltr"
          maxLength={64}
          value={shift.zone}
          onChange={(event) => change({ zone: event.currentTarget.value })}
        />
      </Group>
      <Fieldset legend={t('days')} id={`shift-${at}-days`} tabIndex={-1} mt="sm">
        {errors[`shift-${at}-days`] !== undefined && (
          <p className="late">{errors[`shift-${at}-days`]}</p>
        )}
        <div className="roster-choices">
          {DAYS.map((day) => (
            <Checkbox
              key={day}
              label={dayName(day, i18n.language)}
              checked={shift.days.includes(day)}
              onChange={(event) =>
                change({
                  days: event.currentTarget.checked
                    ? [...shift.days, day].sort((a, b) => a - b)
                    : shift.days.filter((other) => other !== day),
                })
              }
            />
          ))}
        </div>
      </Fieldset>
      <div className="roster-names">
        <NameChoice
          id={`shift-${at}-officers`}
          legend={t('onDuty')}
          names={names}
          chosen={shift.officers}
          error={errors[`shift-${at}-officers`]}
          onChange={(officers) => change({ officers: [...officers] })}
        />
      </div>
      <Button mt="sm" size="compact-sm" variant="subtle" color="red" onClick={onRemove}>
        {t('removeShift', { number: at + 1 })}
      </Button>
    </Paper>
  )
}
