import { Checkbox, Input, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../../languages/language.js'
import { holds } from '../../../templates/condition.js'
import type { Field } from '../../../templates/format.js'
import { fieldId, type FieldProps, type Plain } from './field-props.js'
import { languageChoices } from './language-choices.js'
import { MomentField } from './moment-field.js'
import { stateChoices } from './state-choices.js'

type PlainFieldProps = FieldProps<Plain> & {
  /** Its place in a list, whose name stands above it. */
  readonly number?: number | undefined
}

/** One value. */
export function PlainField(props: PlainFieldProps) {
  const { field, path, value, errors, onFill, number } = props
  const { t, i18n } = useTranslation('compose')
  const language = i18n.language as Language
  const shared = {
    id: fieldId(path),
    ...(number === undefined
      ? { label: field.label[language] }
      : { 'aria-label': `${field.label[language]} ${number}` }),
    description: field.help?.[language],
    error: errors.get(path),
  }
  const text = typeof value === 'string' ? value : ''
  const fill = (next: unknown) => onFill(path, next === '' ? null : next)
  switch (field.type) {
    case 'lines':
      return (
        <Textarea
          {...shared}
          dir="auto"
          rows={4}
          resize="vertical"
          maxLength={field.max}
          value={text}
          onChange={(event) => fill(event.currentTarget.value)}
        />
      )
    case 'flag':
      return (
        <Checkbox
          {...shared}
          checked={value === true}
          onChange={(event) => fill(event.currentTarget.checked)}
        />
      )
    case 'choice':
      return field.repeat ? (
        <Several {...props} field={field} />
      ) : (
        <NativeSelect
          {...shared}
          value={text}
          onChange={(event) => fill(event.currentTarget.value)}
        >
          <option value="">{t('notChosen')}</option>
          {offered(props, field.options).map((option) => (
            <option key={option.value} value={option.value}>
              {option.label[language]}
            </option>
          ))}
        </NativeSelect>
      )
    case 'language':
    case 'state':
      return (
        <NativeSelect
          {...shared}
          value={text}
          onChange={(event) => fill(event.currentTarget.value)}
        >
          <option value="">{t('notChosen')}</option>
          {(field.type === 'state' ? stateChoices(language) : languageChoices(language)).map(
            ({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ),
          )}
        </NativeSelect>
      )
    case 'moment':
      return <MomentField {...shared} value={text} onFill={fill} />
    case 'date':
      return (
        <TextInput
          {...shared}
          type="date"
          value={text}
          onChange={(event) => fill(event.currentTarget.value)}
        />
      )
    case 'text':
      return (
        <TextInput
          {...shared}
          dir="auto"
          maxLength={field.max}
          value={text}
          onChange={(event) => fill(event.currentTarget.value)}
        />
      )
  }
}

type Choice = Extract<Field, { type: 'choice' }>

/** Choices that the law bars are not offered. */
const offered = (
  { form, beside }: Pick<FieldProps, 'form' | 'beside'>,
  options: Choice['options'],
) =>
  options.filter(
    ({ barred }) => barred === undefined || (barred.when && !holds(barred.when, { form, beside })),
  )

function Several(props: FieldProps<Choice>) {
  const { field, path, value, errors, onFill } = props
  const { i18n } = useTranslation('compose')
  const language = i18n.language as Language
  const chosen: readonly unknown[] = Array.isArray(value) ? value : []
  const toggle = (one: string, isOn: boolean) =>
    onFill(path, isOn ? [...chosen, one] : chosen.filter((other) => other !== one))
  const legend = `${fieldId(path)}-legend`
  return (
    <div role="group" aria-labelledby={legend} id={fieldId(path)} tabIndex={-1}>
      <Input.Label id={legend} labelElement="div">
        {field.label[language]}
      </Input.Label>
      {field.help && <Input.Description>{field.help[language]}</Input.Description>}
      {errors.has(path) && <Input.Error>{errors.get(path)}</Input.Error>}
      <div className="choices">
        {offered(props, field.options).map((option) => (
          <Checkbox
            key={option.value}
            label={option.label[language]}
            checked={chosen.includes(option.value)}
            onChange={(event) => toggle(option.value, event.currentTarget.checked)}
          />
        ))}
      </div>
    </div>
  )
}
