import { Fieldset } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Field } from '../../../templates/format.js'
import { isForm, memberOf } from '../../../templates/form-value.js'
import type { Language } from '../../../languages/language.js'
import { fieldId, type FieldProps, TemplateField } from './template-field.js'

type Group = Extract<Field, { type: 'group' }>

/** Questions that belong together, under one legend. */
export function GroupField(props: FieldProps<Group> & { readonly number?: number }) {
  const { field, path, value, errors, number } = props
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
              {...props}
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
