import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { canonicalize } from '#crypto/canonical/canonicalize.js'
import type { Template } from '../../templates/format.js'
import type { Form } from '../../templates/form-value.js'
import { ReadForm } from '../components/read-form.js'

type WhatChangesProps = {
  readonly sections: Template['sections']
  readonly before: Form
  readonly after: Form
}

/** Each question whose answer is another one, as it was and as it will be: nobody signs what they have not seen. */
export function WhatChanges({ sections, before, after }: WhatChangesProps) {
  const { t } = useTranslation('ownEntry')
  const changed = sections
    .map(({ fields, ...section }) => ({
      ...section,
      fields: fields.filter(({ name }) => isOther(before[name], after[name])),
    }))
    .filter(({ fields }) => fields.length > 0)
  const names = changed.flatMap(({ fields }) => fields.map(({ name }) => name))
  const template: Template = {
    id: 'entry',
    version: 1,
    kind: 'notice',
    title: NONE,
    about: NONE,
    rules: [],
    sections: changed,
  }
  return (
    <section aria-labelledby="what-changes" data-changes={names.join(' ')}>
      <Title order={3} id="what-changes">
        {t('whatChanges')}
      </Title>
      {names.length === 0 ? (
        <p className="quiet">{t('nothingChanges')}</p>
      ) : (
        <div className="before-after">
          {(
            [
              ['before', before],
              ['after', after],
            ] as const
          ).map(([which, form]) => (
            <div key={which}>
              <Title order={4}>{t(which)}</Title>
              <ReadForm template={template} form={only(form, names)} />
            </div>
          ))}
        </div>
      )}
    </section>
  )
}

const NONE = { en: '', fr: '', es: '', ar: '', ru: '', zh: '' }

const isOther = (one: unknown, other: unknown) =>
  canonicalize(one ?? null) !== canonicalize(other ?? null)

const only = (form: Form, names: readonly string[]): Form =>
  Object.fromEntries(names.filter((name) => name in form).map((name) => [name, form[name]]))
