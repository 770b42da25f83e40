import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DirectoryEntry } from '#crypto/directory/entry.js'
import type { Template } from '../../templates/format.js'
import { withoutBlanks } from '../../templates/without-blanks.js'
import { nameIn } from '../api/use-directory.js'
import { Facts } from '../components/facts.js'
import { UrgencyMark } from '../components/marks.js'
import { Moment } from '../components/moment.js'
import { octets } from '../components/octets.js'
import { ReadForm } from '../components/read-form.js'
import { useHandlingRows } from '../components/use-handling-rows.js'
import { useListed } from '../components/use-listed.js'
import type { DraftState } from './use-draft.js'

export type PreviewProps = {
  readonly template: Template
  readonly draft: DraftState
  readonly recipient: DirectoryEntry | undefined
}

/** The request as its recipient will read it. */
export function PreviewDraft({ template, draft, recipient }: PreviewProps) {
  const { t, i18n } = useTranslation('compose')
  const list = useListed()
  const handling = useHandlingRows()
  return (
    <>
      <Facts
        rows={[
          [
            t('recipient'),
            recipient &&
              list([`${nameIn(recipient.names)} (${recipient.authority})`, ...draft.also]),
          ],
          [t('urgency'), <UrgencyMark key="u" urgency={draft.urgency} />],
          [t('tlp'), draft.marks.tlp],
          [t('classification'), draft.marks.classification],
          ...handling(draft.marks),
          [t('notBefore'), draft.notBefore && <Moment at={draft.notBefore} />],
          [t('expires'), draft.expires && <Moment at={draft.expires} />],
          [
            t('documents'),
            draft.files.length === 0
              ? t('noFiles')
              : list(
                  draft.files.map(({ name, size }) => `${name} (${octets(size, i18n.language)})`),
                ),
          ],
        ]}
      />
      <Title order={2} mt="lg">
        {t('content', { ns: 'pkg' })}
      </Title>
      <ReadForm template={template} form={withoutBlanks(draft.form)} />
    </>
  )
}
