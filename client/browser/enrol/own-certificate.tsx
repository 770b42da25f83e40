import { PasswordInput, Radio, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { FieldErrors } from '../components/error-summary.js'
import { FileField } from '../components/file-field.js'

/** What a national certificate authority has delivered. */
export type OwnCertificateFiles = {
  readonly certificate: File | undefined
  readonly key: File | undefined
  /** Of the file, where it is under one. */
  readonly passphrase: string
}

type OwnCertificateProps = {
  /** Undefined: the operator of the network is to certify the authority. */
  readonly files: OwnCertificateFiles | undefined
  readonly errors: FieldErrors
  readonly onChange: (files: OwnCertificateFiles | undefined) => void
}

/** Who certifies the authority: the operator, or a national certificate authority that the network trusts. */
export function OwnCertificate({ files, errors, onChange }: OwnCertificateProps) {
  const { t } = useTranslation('enrol')
  return (
    <>
      <Radio.Group
        label={t('certifiedBy')}
        value={files === undefined ? 'operator' : 'national'}
        onChange={(chosen) =>
          onChange(
            chosen === 'operator'
              ? undefined
              : { certificate: undefined, key: undefined, passphrase: '' },
          )
        }
      >
        <Stack gap="xs" mt="xs">
          <Radio value="operator" label={t('byOperator')} />
          <Radio value="national" label={t('byNational')} />
        </Stack>
      </Radio.Group>
      {files && (
        <Stack gap="md" className="own-certificate">
          <FileField
            id="enrol-certificate"
            label={t('ownCertificate')}
            hint={t('ownCertificateHint')}
            error={errors['enrol-certificate']}
            onChoose={(certificate) => onChange({ ...files, certificate })}
          />
          <FileField
            id="enrol-key"
            label={t('ownKey')}
            hint={t('ownKeyHint')}
            onChoose={(key) => onChange({ ...files, key })}
          />
          <PasswordInput
            id="enrol-file-passphrase"
            label={t('filePassphrase')}
            autoComplete="off"
            value={files.passphrase}
            onChange={(event) => onChange({ ...files, passphrase: event.currentTarget.value })}
          />
        </Stack>
      )}
    </>
  )
}
