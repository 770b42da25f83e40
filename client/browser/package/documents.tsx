import { Button, Group, Progress, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ManifestPart } from '#crypto/package/manifest.js'
import { octets } from '../components/octets.js'
import { Problem } from '../components/page-states.js'
import { DataTable } from '../components/data-table.js'
import { DocumentName } from '../components/document-name.js'
import { HowFar } from '../components/how-far.js'
import { Preview } from './preview.js'
import { previewKind } from './preview-kind.js'
import { useOpening } from './use-opening.js'
import type { ShownPackage } from './use-package.js'

/** The documents: what they should be, whether they were verified here, and what one can do with them. */
export function Documents({ pkg }: { readonly pkg: ShownPackage }) {
  const { t, i18n } = useTranslation('pkg')
  const { manifest } = pkg.read
  const opening = useOpening(pkg)
  const [shown, setShown] = useState<{ part: ManifestPart; content: Blob } | undefined>()
  const isDone = (part: ManifestPart) => pkg.verified.includes(part.part)
  const isDoubtful = (part: ManifestPart) => pkg.contradicted.includes(part.part)
  const preview = async (part: ManifestPart) => {
    const content = await opening.fetchPart(part)
    if (content) setShown({ part, content })
  }
  const { work, failed } = opening
  return (
    <section aria-labelledby="documents">
      <Group justify="space-between" align="baseline">
        <Title order={2} id="documents">
          {t('documents')}
        </Title>
        {manifest.parts.some((part) => !isDone(part)) && (
          <Button
            size="xs"
            variant="default"
            disabled={work !== undefined}
            onClick={() => void opening.verifyAll()}
          >
            {t('openAll')}
          </Button>
        )}
      </Group>
      {manifest.parts.length === 0 ? (
        <p className="quiet">{t('noDocuments')}</p>
      ) : (
        <>
          <p className="quiet">{t('notSearched')}</p>
          <DataTable
            caption={t('documents')}
            rows={manifest.parts}
            keyOf={({ part }) => part}
            columns={[
              {
                id: 'name',
                title: t('name'),
                isRowHeader: true,
                cell: ({ name, digest }) => <DocumentName name={name} digest={digest} />,
              },
              { id: 'size', title: t('size'), cell: ({ length }) => octets(length, i18n.language) },
              {
                id: 'check',
                title: t('check'),
                cell: (part) =>
                  failed.includes(part.part) ? (
                    <span className="mark mark-bad">✗ {t('failed')}</span>
                  ) : isDone(part) ? (
                    <>
                      <span className="mark mark-good">✓ {t('checked')}</span>{' '}
                      {isDoubtful(part) && (
                        <span className="mark mark-bad">⚠ {t('contradicted')}</span>
                      )}
                    </>
                  ) : (
                    <span className="quiet">{t('notOpened')}</span>
                  ),
              },
              {
                id: 'actions',
                title: t('actions'),
                cell: (part) => (
                  <Group gap="xs">
                    {previewKind(part) !== undefined && !isDoubtful(part) && (
                      <Button
                        size="compact-sm"
                        variant="default"
                        disabled={work !== undefined}
                        data-action="preview"
                        aria-label={t('previewNamed', { name: part.name })}
                        onClick={() => void preview(part)}
                      >
                        {t('preview')}
                      </Button>
                    )}
                    <Button
                      size="compact-sm"
                      variant="default"
                      disabled={work !== undefined}
                      data-action="save"
                      aria-label={t('saveNamed', { name: part.name })}
                      onClick={() => void opening.savePart(part)}
                    >
                      {t('save')}
                    </Button>
                  </Group>
                ),
              },
            ]}
          />
        </>
      )}
      {work && (
        <>
          <HowFar
            percent={work.percent}
            say={(percent) => t('working', { name: work.name, percent })}
          />
          <Progress value={work.percent} aria-label={work.name} />
        </>
      )}
      <div role="status">
        {opening.saved !== undefined && <p>{t('saved', { name: opening.saved })}</p>}
        {manifest.parts.some(isDoubtful) && <p data-contradicted>{t('contradictedMeaning')}</p>}
      </div>
      {opening.error !== undefined && <Problem error={opening.error} />}
      {shown && (
        <Preview part={shown.part} content={shown.content} onClose={() => setShown(undefined)} />
      )}
    </section>
  )
}
