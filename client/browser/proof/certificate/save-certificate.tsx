import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../../languages/language.js'
import { Problem } from '../../components/page-states.js'
import { handOut } from '../../platform/hand-out.js'
import { makeInWorker } from './make-in-worker.js'
import type { CertificateTask } from './messages.js'

type SaveProps = {
  /** The bundle, and what it is verified by. */
  readonly source: () => Promise<Omit<CertificateTask, 'language'>>
  /** Of the file, without its ending. */
  readonly name: string
}

/** The certificate of transmission and receipt as a PDF, in the language of the page. */
export function SaveCertificate({ source, name }: SaveProps) {
  const { t, i18n } = useTranslation('proof')
  const file = `${name}.pdf`
  const making = useMutation({
    mutationFn: async () =>
      makeInWorker({ ...(await source()), language: i18n.language as Language }),
    onSuccess: (pdf) => handOut(new Blob([pdf]), file),
  })
  return (
    <div className="save-certificate no-print">
      <Button
        variant="default"
        data-action="certificate"
        disabled={making.isPending}
        onClick={() => making.mutate()}
      >
        {t(making.isPending ? 'makingCertificate' : 'certificate')}
      </Button>
      <p className="quiet">{t('certificateMeaning')}</p>
      <p role="status">{making.isSuccess && `✓ ${t('certificateSaved', { name: file })}`}</p>
      {making.error && <Problem error={making.error} />}
    </div>
  )
}
