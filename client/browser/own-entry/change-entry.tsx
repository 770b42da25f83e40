import { Button, Group, Stack, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { DirectoryEntry } from '#crypto/directory/entry.js'
import type { EntrySigner } from '#crypto/directory/sign-entry.js'
import { changeEntry } from '../../core/directory/change-entry.js'
import { saidOtherwise } from '../../core/directory/entry-says.js'
import type { Language } from '../../languages/language.js'
import type { Form } from '../../templates/form-value.js'
import { withoutBlanks } from '../../templates/without-blanks.js'
import { useSignedIn } from '../api/signed-in.js'
import { Done } from '../components/done.js'
import { ErrorSummary } from '../components/error-summary.js'
import { Problem } from '../components/page-states.js'
import { changedAt } from '../compose/changed-at.js'
import { fieldId } from '../compose/fields/field-props.js'
import { TemplateField } from '../compose/fields/template-field.js'
import { SectionLinks, sectionId } from '../compose/section-links.js'
import { useLeaveWarning } from '../leaving/place.js'
import { entryFields } from './entry-fields.js'
import { entryForm, entrySaid } from './entry-form.js'
import { labelAt } from './label-at.js'
import { WhatChanges } from './what-changes.js'

type ChangeEntryProps = {
  /** The version that the form was opened on. */
  readonly entry: DirectoryEntry
  readonly identity: EntrySigner
  readonly onDone: () => void
}

/** What the own authority says of itself, to be said otherwise: seen before and after, then signed and published. */
export function ChangeEntry({ entry, identity, onDone }: ChangeEntryProps) {
  const { t: own, i18n } = useTranslation('ownEntry')
  const { t: directory } = useTranslation('directory')
  const { session } = useSignedIn()
  const language = i18n.language as Language
  const sections = entryFields({ own, directory, language })
  const [form, setForm] = useState(() => entryForm(entry))
  const [wrong, setWrong] = useState<readonly string[]>([])
  const filled = withoutBlanks(form)
  const { says } = entrySaid(filled, entry)
  const changed = says === undefined ? [] : saidOtherwise(entry, says)
  const publishing = useMutation({
    mutationFn: async () => {
      const only = Object.fromEntries(changed.map((member) => [member, says?.[member]]))
      await changeEntry(session, identity, only)
      return (await session.directory.current(entry.authority)).payload.version
    },
    onSuccess: onDone,
  })
  useLeaveWarning(
    publishing.data === undefined &&
      JSON.stringify(filled) !== JSON.stringify(withoutBlanks(entryForm(entry))),
  )
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    // Places are counted without the lines that were left blank.
    setForm({ ...entryForm(entry), ...emptied(form), ...filled })
    const found = entrySaid(filled, entry).wrong
    setWrong(found)
    if (found.length === 0 && changed.length > 0) publishing.mutate()
  }
  const errors = new Map(
    wrong.map((path) => [path, own('wrong', { name: labelAt(sections, path, language) })]),
  )
  if (publishing.data !== undefined) {
    return (
      <Done data-published={publishing.data}>
        {own('published', { version: publishing.data })}{' '}
        <Link href={`/directory/${entry.authority}`}>{own('toEntry')}</Link>
      </Done>
    )
  }
  return (
    <form noValidate onSubmit={submit} className="own-entry">
      <Stack gap="md">
        <SectionLinks sections={sections} />
        <ErrorSummary
          errors={Object.fromEntries([...errors].map(([path, say]) => [fieldId(path), say]))}
        />
        {sections.map(({ id, title, fields }) => (
          <section key={id} aria-labelledby={sectionId(id)}>
            <Title order={3} id={sectionId(id)} tabIndex={-1}>
              {title[language]}
            </Title>
            <Stack gap="sm">
              {fields.map((field) => (
                <TemplateField
                  field={field}
                  form={form}
                  errors={errors}
                  key={field.name}
                  path={field.name}
                  value={form[field.name]}
                  beside={form}
                  onFill={(path, value) => setForm((before) => changedAt(before, path, value))}
                />
              ))}
            </Stack>
          </section>
        ))}
        <WhatChanges sections={sections} before={withoutBlanks(entryForm(entry))} after={filled} />
        {publishing.error && <Problem error={publishing.error} />}
        <Group>
          <Button type="submit" data-action="publish-entry" disabled={publishing.isPending}>
            {own(publishing.isPending ? 'publishing' : 'publish')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** Lists that somebody has emptied are no blanks of the form that was opened. */
const emptied = (form: Form): Form =>
  Object.fromEntries(
    Object.entries(form).map(([name, value]) => [name, Array.isArray(value) ? [] : value]),
  )
