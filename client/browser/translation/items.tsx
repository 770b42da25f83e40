import { Button, Group } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HandoffItem } from '#crypto/translation/handoff-content.js'
import { DataTable } from '../components/data-table.js'
import { DocumentName } from '../components/document-name.js'
import { octets } from '../components/octets.js'
import { Loading, Problem } from '../components/page-states.js'
import { Preview } from '../package/preview.js'
import { previewKind } from '../package/preview-kind.js'

type ItemsProps = {
  readonly caption: string
  readonly items: readonly HandoffItem[]
  /** Verified plaintext, unless it is something else than its name or type says. */
  readonly contentOf: (item: HandoffItem) => Promise<Blob | 'contradicted' | undefined>
  readonly onSave: (item: HandoffItem) => Promise<void>
  /** Undefined where nothing is to be translated any more. */
  readonly onSaveXliff?: ((item: HandoffItem) => Promise<void>) | undefined
}

/** Documents of a hand-off, seen or saved only after they were verified here. */
export function Items({ caption, items, contentOf, onSave, onSaveXliff }: ItemsProps) {
  const { t, i18n } = useTranslation('pkg')
  const { t: own } = useTranslation('translation')
  const [shown, setShown] = useState<{ item: HandoffItem; content: Blob } | undefined>()
  const [doubtful, setDoubtful] = useState<readonly string[]>([])
  const working = useMutation({ mutationFn: (work: () => Promise<void>) => work() })
  const preview = async (item: HandoffItem) => {
    const content = await contentOf(item)
    if (content === 'contradicted') setDoubtful([...doubtful, item.part])
    else if (content) setShown({ item, content })
  }
  const isBusy = working.isPending
  return (
    <>
      <p className="quiet">{t('notSearched')}</p>
      <DataTable
        caption={caption}
        rows={items}
        keyOf={({ part }) => part}
        columns={[
          {
            id: 'name',
            title: t('name'),
            isRowHeader: true,
            cell: ({ part, name, digest }) => (
              <>
                <DocumentName name={name} digest={digest} />{' '}
                {doubtful.includes(part) && (
                  <span className="mark mark-bad">⚠ {t('contradicted')}</span>
                )}
              </>
            ),
          },
          { id: 'size', title: t('size'), cell: ({ length }) => octets(length, i18n.language) },
          {
            id: 'actions',
            title: t('actions'),
            cell: (item) => (
              <Group gap="xs">
                {previewKind(item) !== undefined && !doubtful.includes(item.part) && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    disabled={isBusy}
                    data-action="preview"
                    aria-label={t('previewNamed', { name: item.name })}
                    onClick={() => working.mutate(() => preview(item))}
                  >
                    {t('preview')}
                  </Button>
                )}
                <Button
                  size="compact-sm"
                  variant="default"
                  disabled={isBusy}
                  data-action="save"
                  aria-label={t('saveNamed', { name: item.name })}
                  onClick={() => working.mutate(() => onSave(item))}
                >
                  {t('save')}
                </Button>
                {onSaveXliff && item.mediaType === 'text/plain' && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    disabled={isBusy}
                    data-action="xliff"
                    aria-label={own('xliffNamed', { name: item.name })}
                    onClick={() => working.mutate(() => onSaveXliff(item))}
                  >
                    {own('xliff')}
                  </Button>
                )}
              </Group>
            ),
          },
        ]}
      />
      {isBusy && <Loading what={own('reading')} />}
      {working.error && <Problem error={working.error} />}
      <div role="status">{doubtful.length > 0 && <p>{t('contradictedMeaning')}</p>}</div>
      {shown && (
        <Preview part={shown.item} content={shown.content} onClose={() => setShown(undefined)} />
      )}
    </>
  )
}
