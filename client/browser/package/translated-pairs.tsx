import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ManifestPart } from '#crypto/package/manifest.js'
import type { ReceivedTranslation } from '../../core/translation/received-translation.js'
import { DataTable } from '../components/data-table.js'
import { Problem } from '../components/page-states.js'
import { Preview } from './preview.js'
import { previewKind } from './preview-kind.js'
import { useOpening } from './use-opening.js'
import type { ShownPackage } from './use-package.js'

type Pair = Extract<ReceivedTranslation, { verified: true }>['pairs'][number]
type Shown = { readonly part: ManifestPart; readonly content: Blob }

type TranslatedPairsProps = { readonly pkg: ShownPackage; readonly pairs: readonly Pair[] }

/** Each original beside its translation, by name, and both to be read beside each other. */
export function TranslatedPairs({ pkg, pairs }: TranslatedPairsProps) {
  const { t } = useTranslation('pkg')
  const opening = useOpening(pkg)
  const [shown, setShown] = useState<readonly Shown[]>([])
  const partOf = (id: string | null) => pkg.read.manifest.parts.find(({ part }) => part === id)
  const bothOf = ({ original, translation }: Pair) =>
    [partOf(original), partOf(translation)].filter((part) => part !== undefined)
  const show = async (pair: Pair) => {
    const both: Shown[] = []
    for (const part of bothOf(pair)) {
      const content = await opening.fetchPart(part)
      if (content) both.push({ part, content })
    }
    setShown(both)
  }
  return (
    <>
      <DataTable
        caption={t('translations')}
        rows={pairs}
        keyOf={({ translation }) => translation}
        columns={[
          {
            id: 'original',
            title: t('original'),
            isRowHeader: true,
            cell: ({ original }) =>
              original === null ? t('formFields') : <bdi>{partOf(original)?.name}</bdi>,
          },
          {
            id: 'translation',
            title: t('translation'),
            cell: ({ translation }) => <bdi>{partOf(translation)?.name}</bdi>,
          },
          {
            id: 'actions',
            title: t('actions'),
            cell: (pair) =>
              bothOf(pair).every((part) => previewKind(part) !== undefined) && (
                <Button
                  size="compact-sm"
                  variant="default"
                  data-action="side-by-side"
                  disabled={opening.work !== undefined}
                  onClick={() => void show(pair)}
                >
                  {t('sideBySide')}
                </Button>
              ),
          },
        ]}
      />
      {opening.error !== undefined && <Problem error={opening.error} />}
      {shown.length > 0 && (
        <div className="pair-columns">
          {shown.map(({ part, content }) => (
            <Preview
              key={part.part}
              part={part}
              content={content}
              onClose={() => setShown(shown.filter((one) => one.part !== part))}
            />
          ))}
        </div>
      )}
    </>
  )
}
