import { Button, Fieldset, Input } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../../languages/language.js'
import { holds } from '../../../templates/condition.js'
import { isForm, memberOf } from '../../../templates/form-value.js'
import type { Field } from '../../../templates/format.js'
import { fieldId, type FieldProps } from './field-props.js'
import { PlainField } from './plain-field.js'

/** One question of a template, whatever it is; nothing while its condition is not met. */
export function TemplateField(props: FieldProps) {
  const { field, form, beside } = props
  if (field.when && !holds(field.when, { form, beside })) return null
  if (field.repeat !== undefined && !(field.type === 'choice')) return <ListField {...props} />
  if (field.type === 'group') return <GroupField {...props} field={field} />
  return <PlainField {...props} field={field} />
}

/**
 * A list of values or of groups, each of which can be removed, with one more to be added. Values stand below the
 * name of the list; groups have it in their legends, so that it stands by itself only while there is none.
 */
function ListField(props: FieldProps) {
  const { field, path, value, errors, onFill } = props
  const { t, i18n } = useTranslation('compose')
  const language = i18n.language as Language
  const label = field.label[language]
  const items: readonly unknown[] = Array.isArray(value) ? value : []
  const most = field.repeat?.max ?? 1
  const isNamed = field.type !== 'group' || items.length === 0
  const remove = (at: number) =>
    onFill(
      path,
      items.filter((_item, position) => position !== at),
    )
  return (
    <div id={fieldId(path)} tabIndex={-1} className="list-field">
      {isNamed && <Input.Label labelElement="div">{label}</Input.Label>}
      {field.help && <Input.Description mb={4}>{field.help[language]}</Input.Description>}
      {errors.has(path) && <Input.Error>{errors.get(path)}</Input.Error>}
      {items.map((item, at) => (
        <div key={at} className={field.type === 'group' ? 'list-item' : 'list-item list-value'}>
          {field.type === 'group' ? (
            <GroupField
              {...props}
              field={field}
              path={`${path}.${at}`}
              value={item}
              number={at + 1}
            />
          ) : (
            <PlainField
              {...props}
              field={{ ...field, repeat: undefined, help: undefined }}
              number={at + 1}
              path={`${path}.${at}`}
              value={item}
            />
          )}
          <Button
            variant="subtle"
            color="red"
            size="compact-sm"
            onClick={() => remove(at)}
            aria-label={t('removeItem', { name: label, number: at + 1 })}
          >
            {t('remove', { ns: 'common' })}
          </Button>
        </div>
      ))}
      {items.length < most && (
        <Button
          variant="default"
          size="xs"
          aria-label={t(items.length === 0 ? 'addTo' : 'addAnotherTo', { name: label })}
          onClick={() => onFill(path, [...items, field.type === 'group' ? {} : null])}
        >
          {t(items.length === 0 ? 'add' : 'addAnother')}
        </Button>
      )}
    </div>
  )
}

type Group = Extract<Field, { type: 'group' }>

/** Questions that belong together, under one legend. */
function GroupField(props: FieldProps<Group> & { readonly number?: number }) {
  const { number, ...inside } = props
  const { field, path, value, errors } = inside
  const { i18n } = useTranslation('compose')
  const label = field.label[i18n.language as Language]
  const inner = isForm(value) ? value : {}
  return (
    <Fieldset
      id={fieldId(path)}
      tabIndex={-1}
      legend={number === undefined ? label : `${label} ${number}`}
    >
      {errors.has(path) && <p className="late">{errors.get(path)}</p>}
      <div className="fields">
        {field.fields.map((each) => (
          <div key={each.name} className={`field-${each.width ?? 'full'}`}>
            <TemplateField
              {...inside}
              field={each}
              path={`${path}.${each.name}`}
              value={memberOf(inner, each.name)}
              beside={inner}
            />
          </div>
        ))}
      </div>
    </Fieldset>
  )
}
