import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { HandoffContent, HandoffItem } from '#crypto/translation/handoff-content.js'
import type { DocumentSink } from '../../core/ports.js'
import { itemText } from '../../core/translation/item-text.js'
import { openSources } from '../../core/translation/open-handoff.js'
import type { OpenHandoff } from '../../core/translation/read-handoff.js'
import { writeXliff } from '../../core/translation/xliff/write-xliff.js'
import { useSignedIn } from '../api/signed-in.js'
import { ReadForm } from '../components/read-form.js'
import { blobSink } from '../platform/blob-sink.js'
import { documentSink } from '../platform/document-sink.js'
import { handOut } from '../platform/hand-out.js'
import { Items } from './items.js'

type SourceProps = {
  readonly open: OpenHandoff
  readonly content: HandoffContent
  /** Whether a translation of it is still to be made, so that it is offered as XLIFF, too. */
  readonly isForTools: boolean
}

/** What was handed over to this translator or reviewer, and nothing else. */
export function Source({ open, content, isForTools }: SourceProps) {
  const { t } = useTranslation('translation')
  const { session } = useSignedIn()
  const fetchInto = (item: HandoffItem, sink: DocumentSink) =>
    openSources(session, open, { ...content, items: [item] }, () => Promise.resolve(sink))
  const saveXliff = async ({ part, name }: HandoffItem) => {
    const xml = writeXliff(await itemText(session, open, content, part))
    handOut(new Blob([xml]), `${name}.xlf`)
  }
  return (
    <section aria-labelledby="source">
      <Title order={2} id="source">
        {t('source')}
      </Title>
      <p>{t('sourceMeaning')}</p>
      {content.items.length > 0 && (
        <Items
          caption={t('source')}
          items={content.items}
          contentOf={async (item) => {
            const sink = blobSink('application/octet-stream')
            const contradicted = await fetchInto(item, sink)
            return contradicted.has(item.part) ? 'contradicted' : sink.content()
          }}
          onSave={async (item) => {
            await fetchInto(item, await documentSink(item))
          }}
          onSaveXliff={isForTools ? saveXliff : undefined}
        />
      )}
      {content.fields && (
        <>
          <Title order={3}>{t('fields')}</Title>
          <ReadForm template={undefined} form={content.fields.values} />
        </>
      )}
    </section>
  )
}
