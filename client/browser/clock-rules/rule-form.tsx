import { Button, Checkbox, Group, NativeSelect, Stack, TextInput, Title } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { clockKinds, type ClockRule } from '../../case/clocks/clock-rule.js'
import { nameIn, useDirectory } from '../api/use-directory.js'
import { ErrorSummary, type FieldErrors } from '../components/error-summary.js'
import { EMPTY_RULE, type RuleDraft, ruleOf } from './rule-draft.js'

const UNITS = ['hours', 'days', 'working-days'] as const
const CALENDARS = ['requested', 'requesting', 'both'] as const
const URGENCIES = ['routine', 'urgent', 'emergency'] as const
const WORDS: Partial<Record<keyof RuleDraft, 'needCount' | 'needHours' | 'needSource' | 'needId'>> =
  {
    count: 'needCount',
    warnHours: 'needHours',
    source: 'needSource',
    counterpart: 'needId',
  }

type RuleFormProps = {
  readonly isAdding: boolean
  /** @param onAdded - called once it is kept; until then what is written stays. */
  readonly onAdd: (rule: ClockRule, onAdded: () => void) => void
}

/** One more rule: for what it counts, how long, and where that is agreed. */
export function RuleForm({ isAdding, onAdd }: RuleFormProps) {
  const { t } = useTranslation('clockRules')
  const { t: cases } = useTranslation('cases')
  const { t: report } = useTranslation('report')
  const directory = useDirectory()
  const [draft, setDraft] = useState(EMPTY_RULE)
  const [errors, setErrors] = useState<FieldErrors>({})
  const change = (changed: Partial<RuleDraft>) => setDraft({ ...draft, ...changed })
  const error = (field: keyof RuleDraft) => errors[`rule-${field}`]
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const read = ruleOf(draft)
    setErrors(
      'wrong' in read
        ? Object.fromEntries(
            read.wrong.map((field) => [`rule-${field}`, t(WORDS[field] ?? 'needInstrument')]),
          )
        : {},
    )
    if ('rule' in read) onAdd(read.rule, () => setDraft(EMPTY_RULE))
  }
  return (
    <form noValidate onSubmit={submit} className="clock-rule-form" aria-labelledby="add-rule">
      <Title order={2} id="add-rule">
        {t('add')}
      </Title>
      <Stack gap="md">
        <ErrorSummary errors={errors} />
        <NativeSelect
          id="rule-kind"
          label={t('kind')}
          value={draft.kind}
          onChange={({ currentTarget: { value } }) =>
            change({ kind: clockKinds.find((one) => one === value) ?? draft.kind })
          }
        >
          {clockKinds.map((one) => (
            <option key={one} value={one}>
              {cases(`clock_${one}`)}
            </option>
          ))}
        </NativeSelect>
        <NativeSelect
          id="rule-counterpart"
          label={t('counterpart')}
          error={error('counterpart')}
          value={draft.counterpart}
          onChange={(event) => change({ counterpart: event.currentTarget.value })}
        >
          <option value="">{t('everybody')}</option>
          {(directory.data?.entries ?? [])
            .filter(({ payload }) => payload.kind === 'authority')
            .map(({ payload: { authority, names } }) => (
              <option key={authority} value={authority}>
                {nameIn(names)} ({authority})
              </option>
            ))}
        </NativeSelect>
        <TextInput
          id="rule-instrument"
          label={t('instrument')}
          description={t('instrumentHint')}
          error={error('instrument')}
          value={draft.instrument}
          onChange={(event) => change({ instrument: event.currentTarget.value })}
        />
        <NativeSelect
          id="rule-urgency"
          label={t('urgency')}
          value={draft.urgency}
          onChange={({ currentTarget: { value } }) =>
            change({ urgency: URGENCIES.find((one) => one === value) ?? '' })
          }
        >
          <option value="">{t('anyUrgency')}</option>
          {URGENCIES.map((one) => (
            <option key={one} value={one}>
              {report(`urgencies.${one}`)}
            </option>
          ))}
        </NativeSelect>
        <Group align="flex-start" gap="md" className="clock-rule-time">
          <TextInput
            id="rule-count"
            inputMode="numeric"
            label={t('count')}
            error={error('count')}
            value={draft.count}
            onChange={(event) => change({ count: event.currentTarget.value })}
          />
          <NativeSelect
            id="rule-unit"
            label={t('unit')}
            value={draft.unit}
            onChange={({ currentTarget: { value } }) =>
              change({ unit: UNITS.find((one) => one === value) ?? draft.unit })
            }
          >
            {UNITS.map((one) => (
              <option key={one} value={one}>
                {t(`unit_${one}`)}
              </option>
            ))}
          </NativeSelect>
          <NativeSelect
            id="rule-calendars"
            label={t('calendars')}
            value={draft.calendars}
            onChange={({ currentTarget: { value } }) =>
              change({ calendars: CALENDARS.find((one) => one === value) ?? draft.calendars })
            }
          >
            {CALENDARS.map((one) => (
              <option key={one} value={one}>
                {t(`calendars_${one}`)}
              </option>
            ))}
          </NativeSelect>
        </Group>
        <Checkbox
          id="rule-rolls"
          label={t('rolls')}
          checked={draft.rolls}
          onChange={(event) => change({ rolls: event.currentTarget.checked })}
        />
        <TextInput
          id="rule-warnHours"
          label={t('warnHours')}
          description={t('warnHoursHint')}
          error={error('warnHours')}
          value={draft.warnHours}
          onChange={(event) => change({ warnHours: event.currentTarget.value })}
        />
        <TextInput
          id="rule-source"
          label={t('source')}
          description={t('sourceHint')}
          error={error('source')}
          value={draft.source}
          onChange={(event) => change({ source: event.currentTarget.value })}
        />
        <div>
          <Button type="submit" data-action="add-rule" disabled={isAdding}>
            {t('add')}
          </Button>
        </div>
      </Stack>
    </form>
  )
}
