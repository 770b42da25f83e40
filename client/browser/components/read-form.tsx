import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../languages/language.js'
import type { Template } from '../../templates/format.js'
import { readableForm, type ReadableLine } from '../../templates/readable-form.js'

type ReadFormProps = {
  /** Undefined where this program does not know it: everything is shown as it was written. */
  readonly template: Template | undefined
  readonly form: unknown
}

/** A filled form as people read it, by the labels of its template. Nothing of it is left out. */
export function ReadForm({ template, form }: ReadFormProps) {
  const { i18n } = useTranslation()
  const lines = readableForm(template, form, i18n.language as Language)
  return (
    <div className="read-form">
      {lines.map((line, at) => (
        <Line key={at} line={line} />
      ))}
    </div>
  )
}

function Line({ line: { kind, level, label, value } }: { readonly line: ReadableLine }) {
  if (kind === 'section') return <Title order={3}>{label}</Title>
  if (kind === 'heading')
    return <p className={`read-heading level-${Math.min(level, 5)}`}>{label}</p>
  return (
    <div className={`read-line level-${Math.min(level, 5)}`}>
      <span className="quiet">{label}</span>
      <span dir="auto" className={kind === 'raw' ? 'mono' : undefined}>
        {value}
      </span>
    </div>
  )
}
