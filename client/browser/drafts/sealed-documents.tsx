import { Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ManifestPart } from '#crypto/package/manifest.js'
import { documentOf } from '../../core/drafting/document-of.js'
import { useSignedIn } from '../api/signed-in.js'
import { DataTable } from '../components/data-table.js'
import { FileField } from '../components/file-field.js'
import { octets } from '../components/octets.js'
import { Problem } from '../components/page-states.js'
import { fileDocument } from '../platform/file-document.js'

/** The documents that are sealed, and whether one that the approver has is among them. */
export function SealedDocuments({ parts }: { readonly parts: readonly ManifestPart[] }) {
  const { t, i18n } = useTranslation('pkg')
  const { t: drafts } = useTranslation('drafts')
  const { session } = useSignedIn()
  const comparing = useMutation({
    mutationFn: async (file: File) => {
      const { digest } = await documentOf(fileDocument(file), (length) =>
        session.platform.digester(length),
      )
      return { name: file.name, isSame: parts.some((part) => part.digest === digest) }
    },
  })
  const { data } = comparing
  return (
    <section aria-labelledby="documents">
      <Title order={2} id="documents">
        {t('documents')}
      </Title>
      {parts.length === 0 ? (
        <p className="quiet">{t('noDocuments')}</p>
      ) : (
        <>
          <DataTable
            caption={t('documents')}
            rows={parts}
            keyOf={({ part }) => part}
            columns={[
              {
                id: 'name',
                title: t('name'),
                isRowHeader: true,
                cell: ({ name }) => (
                  <span>
                    <bdi>{name}</bdi>
                  </span>
                ),
              },
              { id: 'size', title: t('size'), cell: ({ length }) => octets(length, i18n.language) },
              {
                id: 'digest',
                title: 'SHA-256',
                cell: ({ digest }) => (
                  <code className="quiet" title={digest}>
                    {digest.slice(0, 16)}…
                  </code>
                ),
              },
            ]}
          />
          <div className="compare">
            <FileField
              id="own-document"
              label={drafts('holdDocument')}
              hint={drafts('holdHint')}
              onChoose={(file) => file && comparing.mutate(file)}
            />
          </div>
          <div role="status">
            {data && (
              <p className={data.isSame ? 'done-good' : 'done-bad'} data-same={data.isSame}>
                {data.isSame ? '✓ ' : '✗ '}
                {drafts(data.isSame ? 'holdSame' : 'holdOther', { name: data.name })}
              </p>
            )}
          </div>
          {comparing.error && <Problem error={comparing.error} />}
        </>
      )}
    </section>
  )
}
