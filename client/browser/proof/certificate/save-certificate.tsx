import { Button, Group, PasswordInput, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../../languages/language.js'
import { FileField } from '../../components/file-field.js'
import { fileOctets } from '../../components/file-octets.js'
import { Problem } from '../../components/page-states.js'
import { handOut } from '../../platform/hand-out.js'
import { makeInWorker } from './make-in-worker.js'
import type { CertificateTask } from './messages.js'

type About = CertificateTask['about']
const ACTIONS = { transmission: 'certificate', translation: 'translation-certificate' } as const
const WORDS = { transmission: 'certificate', translation: 'translationCertificate' } as const

type SaveProps = {
  /** The bundle, and what it is verified by. */
  readonly source: () => Promise<Omit<CertificateTask, 'about' | 'language' | 'signer'>>
  /** Of the file, without its ending. */
  readonly name: string
  /** Whether certified translations are in the bundle, which have a certificate of their own. */
  readonly hasTranslations: boolean
}

/**
 * The certificate of transmission and receipt as a PDF, in the language of the page; signed, where whoever saves it
 * brings the authority's identity in for this once.
 */
export function SaveCertificate({ source, name, hasTranslations }: SaveProps) {
  const { t, i18n } = useTranslation('proof')
  const id = useId()
  const [identity, setIdentity] = useState<File | undefined>()
  const [passphrase, setPassphrase] = useState('')
  const fileOf = (about: About) =>
    about === 'translation' ? `${name}-translation.pdf` : `${name}.pdf`
  const making = useMutation({
    mutationFn: async (about: About) => {
      const signer = identity && { pkcs12: await fileOctets(identity), passphrase }
      const language = i18n.language as Language
      return makeInWorker({ ...(await source()), about, language, signer: signer ?? null })
    },
    onSuccess: (pdf, about) => handOut(new Blob([pdf]), fileOf(about)),
  })
  return (
    <div className="save-certificate no-print">
      <Group gap="sm">
        {(['transmission', 'translation'] as const).map(
          (about) =>
            (about === 'transmission' || hasTranslations) && (
              <Button
                key={about}
                variant="default"
                data-action={ACTIONS[about]}
                disabled={making.isPending}
                onClick={() => making.mutate(about)}
              >
                {t(
                  making.isPending && making.variables === about
                    ? 'makingCertificate'
                    : WORDS[about],
                )}
              </Button>
            ),
        )}
      </Group>
      <p className="quiet">{t('certificateMeaning')}</p>
      {hasTranslations && <p className="quiet">{t('translationCertificateMeaning')}</p>}
      <details>
        <summary data-action="sign-certificate">{t('sign')}</summary>
        <Stack gap="sm">
          <FileField
            id={`${id}identity`}
            label={t('identity')}
            hint={t('identityHint')}
            onChoose={setIdentity}
          />
          <PasswordInput
            id={`${id}passphrase`}
            label={t('identityPassphrase')}
            autoComplete="off"
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
          />
        </Stack>
      </details>
      <p role="status">
        {making.isSuccess &&
          `✓ ${t(identity ? 'signedSaved' : 'certificateSaved', { name: fileOf(making.variables) })}`}
      </p>
      {making.error && <Problem error={making.error} />}
    </div>
  )
}
