import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../languages/language.js'
import { notesOn, offeredOf } from '../../templates/blank-form.js'
import type { Field, Template } from '../../templates/format.js'
import { readingTexts } from '../../templates/reading-texts.js'

type BlankFieldsProps = {
  readonly template: Template
  readonly language: Language
  readonly fields: readonly Field[]
  /** Path of the group that they are in, with its dot; empty at the form's root. */
  readonly within: string
}

/** Each question with what demands it, what it means, and room for the answer. */
export const BlankFields = ({ fields, within, ...of }: BlankFieldsProps) =>
  fields.map((field) => (
    <Fragment key={field.name}>
      <BlankField {...of} field={field} path={`${within}${field.name}`} />
    </Fragment>
  ))

type BlankFieldProps = Omit<BlankFieldsProps, 'fields' | 'within'> & {
  readonly field: Field
  readonly path: string
}

function BlankField({ template, language, field, path }: BlankFieldProps) {
  const { t } = useTranslation('blank')
  const notes = notesOn(template, field, path, language)
  const isList = field.repeat !== undefined
  const says = (
    <>
      <strong>{field.label[language]}</strong>
      {notes.length > 0 && <span className="blank-notes"> {notes.join('; ')}</span>}
      {isList && field.type !== 'choice' && <span className="quiet"> {t('several')}</span>}
      {field.help && <span className="blank-help">{field.help[language]}</span>}
    </>
  )
  if (field.type === 'group') {
    return (
      <fieldset className="blank-group">
        <legend>{says}</legend>
        <BlankFields
          template={template}
          language={language}
          fields={field.fields}
          within={`${path}${isList ? '.*.' : '.'}`}
        />
      </fieldset>
    )
  }
  return (
    <div className="blank-field">
      <p>{says}</p>
      {field.type === 'choice' && (
        <ul
          className="blank-options"
          aria-label={readingTexts[isList ? 'list' : 'oneOf'][language]}
        >
          {offeredOf(field).map(({ value, label }) => (
            <li key={value}>
              <span aria-hidden>☐</span> {label[language]}
            </li>
          ))}
        </ul>
      )}
      {field.type === 'flag' && (
        <p className="blank-options">
          <span aria-hidden>☐</span> {readingTexts.yes[language]} <span aria-hidden>☐</span>{' '}
          {readingTexts.no[language]}
        </p>
      )}
      {field.type !== 'choice' && field.type !== 'flag' && (
        <div aria-hidden className={field.type === 'lines' ? 'blank-lines' : 'blank-line'} />
      )}
    </div>
  )
}
