import { Button, Fieldset, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ManifestPart } from '#crypto/package/manifest.js'
import type { FieldErrors } from '../components/error-summary.js'
import { FileField } from '../components/file-field.js'

/** An original, as a document of a package or as a file of this computer, and the version of it that is released. */
export type ReleasePair = {
  readonly original: Pick<ManifestPart, 'name' | 'digest'> | File | undefined
  readonly released: File | undefined
}

type ReleasePairsProps = {
  readonly pairs: readonly ReleasePair[]
  /** Of a package the originals are known; elsewhere they are chosen. */
  readonly isOfPackage: boolean
  readonly errors: FieldErrors
  readonly onChange: (pairs: readonly ReleasePair[]) => void
}

/** Which version of which original is released. The originals are read here and never leave. */
export function ReleasePairs({ pairs, isOfPackage, errors, onChange }: ReleasePairsProps) {
  const { t } = useTranslation('onward')
  const change = (at: number, changed: Partial<ReleasePair>) =>
    onChange(pairs.map((one, place) => (place === at ? { ...one, ...changed } : one)))
  return (
    <>
      {pairs.map(({ original }, at) =>
        isOfPackage ? (
          <FileField
            key={at}
            id={`released-${at}`}
            label={t('versionOf', { name: original?.name ?? '' })}
            hint={t('versionHint')}
            error={errors[`released-${at}`]}
            onChoose={(released) => change(at, { released })}
          />
        ) : (
          <Fieldset key={at} legend={t('document', { number: at + 1 })}>
            <Stack gap="sm">
              <FileField
                id={`original-${at}`}
                label={t('original')}
                hint={t('originalHint')}
                error={errors[`original-${at}`]}
                onChoose={(file) => change(at, { original: file })}
              />
              <FileField
                id={`released-${at}`}
                label={t('version')}
                hint={t('versionOnward')}
                error={errors[`released-${at}`]}
                onChoose={(released) => change(at, { released })}
              />
            </Stack>
          </Fieldset>
        ),
      )}
      {!isOfPackage && (
        <div>
          <Button
            variant="default"
            size="xs"
            onClick={() => onChange([...pairs, { original: undefined, released: undefined }])}
          >
            {t('addDocument')}
          </Button>
        </div>
      )}
    </>
  )
}
