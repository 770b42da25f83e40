import { Button, Group, Paper } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { RosterDraft } from '../../core/duty/roster-draft.js'
import type { FieldErrors } from '../components/error-summary.js'
import { MomentField } from '../compose/fields/moment-field.js'
import { NameChoice } from './name-choice.js'

type Exception = RosterDraft['exceptions'][number]

type ExceptionFieldsProps = {
  readonly at: number
  /** Its moments with the offset of this zone, as the fields show them. */
  readonly exception: Exception
  readonly names: readonly string[]
  readonly errors: FieldErrors
  readonly onChange: (exception: Exception) => void
  readonly onRemove: () => void
}

/** From one moment to another these are on duty, whatever the shifts say: a holiday, an illness, an exchange. */
export function ExceptionFields(props: ExceptionFieldsProps) {
  const { at, exception, names, errors, onChange, onRemove } = props
  const { t } = useTranslation('duty')
  const id = `exception-${at}`
  const change = (changed: Partial<Exception>) => onChange({ ...exception, ...changed })
  return (
    <Paper withBorder p="md" role="group" aria-label={t('exception', { number: at + 1 })}>
      <Group align="end">
        <MomentField
          id={`${id}-from`}
          label={t('fromTime')}
          description={undefined}
          error={errors[`${id}-from`]}
          value={exception.from}
          onFill={(from) => change({ from })}
        />
        <MomentField
          id={`${id}-to`}
          label={t('to')}
          description={undefined}
          error={errors[`${id}-to`]}
          value={exception.to}
          onFill={(to) => change({ to })}
        />
      </Group>
      <div className="roster-names">
        <NameChoice
          id={`${id}-officers`}
          legend={t('onDuty')}
          names={names}
          chosen={exception.officers}
          error={errors[`${id}-officers`]}
          onChange={(officers) => change({ officers: [...officers] })}
        />
      </div>
      <Button mt="sm" size="compact-sm" variant="subtle" color="red" onClick={onRemove}>
        {t('removeException', { number: at + 1 })}
      </Button>
    </Paper>
  )
}
