import { useTranslation } from 'react-i18next'
import type { OpenDraft } from '../../core/drafting/read-draft.js'
import type { Language } from '../../languages/language.js'
import { templateOf } from '../../templates/catalogue.js'
import { useAuthorityName } from '../api/use-directory.js'
import { Facts } from '../components/facts.js'
import { UrgencyMark } from '../components/marks.js'
import { Moment } from '../components/moment.js'
import { ReadForm } from '../components/read-form.js'
import { octets } from '../components/octets.js'
import { useHandlingRows } from '../components/use-handling-rows.js'
import { useListed } from '../components/use-listed.js'

/** One version of a draft, to be read as a whole before it is decided which goes on. */
export function ReadVersion({
  draft: { version, officer, content },
}: {
  readonly draft: OpenDraft
}) {
  const { t, i18n } = useTranslation('drafts')
  const { t: pkg } = useTranslation('pkg')
  const nameOf = useAuthorityName()
  const handling = useHandlingRows()
  const list = useListed()
  const { title, to, template, documents, urgency, notBefore, expires, marks, form } = content
  const known = template ? templateOf(template.id, template.version) : undefined
  return (
    <details className="read-version" data-version={version}>
      <summary>{t('readVersion', { version, name: officer.name })}</summary>
      <Facts
        rows={[
          [t('name'), <bdi key="n">{title}</bdi>],
          [t('to'), list(to.map(nameOf))],
          [pkg('template'), known?.title[i18n.language as Language] ?? template?.id],
          [pkg('urgency'), <UrgencyMark key="u" urgency={urgency} />],
          [pkg('tlp'), marks.tlp],
          [pkg('classification'), marks.classification],
          ...handling(marks),
          [pkg('notBefore'), notBefore && <Moment at={notBefore} />],
          [pkg('expires'), expires && <Moment at={expires} />],
          [
            pkg('documents'),
            list(documents.map(({ name, length }) => `${name} (${octets(length, i18n.language)})`)),
          ],
        ]}
      />
      <ReadForm template={known} form={form} />
    </details>
  )
}
