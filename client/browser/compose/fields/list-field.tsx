import { Button, Input } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../../languages/language.js'
import { GroupField } from './group-field.js'
import { fieldId, type FieldProps, PlainField } from './template-field.js'

/** A list of values or of groups, each of which can be removed, with one more to be added. */
export function ListField(props: FieldProps) {
  const { field, path, value, errors, onFill } = props
  const { t, i18n } = useTranslation('compose')
  const language = i18n.language as Language
  const label = field.label[language]
  const items: readonly unknown[] = Array.isArray(value) ? value : []
  const most = field.repeat?.max ?? 1
  const remove = (at: number) =>
    onFill(
      path,
      items.filter((_item, position) => position !== at),
    )
  return (
    <div id={fieldId(path)} tabIndex={-1} className="list-field">
      {field.type !== 'group' && <Input.Label labelElement="div">{label}</Input.Label>}
      {field.help && <Input.Description>{field.help[language]}</Input.Description>}
      {errors.has(path) && <Input.Error>{errors.get(path)}</Input.Error>}
      {items.map((item, at) => (
        <div key={at} className="list-item">
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
          onClick={() => onFill(path, [...items, field.type === 'group' ? {} : null])}
        >
          {t('add', { name: label })}
        </Button>
      )}
    </div>
  )
}
