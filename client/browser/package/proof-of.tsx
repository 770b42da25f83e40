import { Button, Checkbox, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatTrustList } from '#crypto/directory/trust-list.js'
import { PackageId } from '#crypto/fields/fields.js'
import { exportProof } from '../../core/export-proof.js'
import { useSignedIn } from '../api/signed-in.js'
import { Problem } from '../components/page-states.js'
import { handOut } from '../platform/hand-out.js'
import { SaveCertificate } from '../proof/certificate/save-certificate.js'

const PATIENCE_MS = 75_000

type ProofOfProps = {
  readonly id: string
  /** Of content that was deleted nothing can be disclosed. */
  readonly mayDisclose?: boolean
}

/** The proof bundle as a file; it is verified here before it is handed out. */
export function ProofOf({ id: shown, mayDisclose = true }: ProofOfProps) {
  const { t } = useTranslation('pkg')
  const { session } = useSignedIn()
  const [discloses, setDiscloses] = useState(false)
  const id = PackageId.parse(shown)
  const name = `${id}.rogatory-proof`
  const trust = formatTrustList(session.trust)
  const gather = () =>
    exportProof(session, id, { discloseManifest: discloses, withinMs: PATIENCE_MS })
  const making = useMutation({
    mutationFn: gather,
    onSuccess: ({ octets }) => handOut(new Blob([octets]), name),
  })
  return (
    <section>
      <Title order={2}>{t('prove')}</Title>
      <p>{t('proveMeaning')}</p>
      {mayDisclose && (
        <Checkbox
          label={t('disclose')}
          checked={discloses}
          onChange={(event) => setDiscloses(event.currentTarget.checked)}
        />
      )}
      <Button
        mt="sm"
        variant="default"
        data-action="prove"
        disabled={making.isPending}
        onClick={() => making.mutate()}
      >
        {t(making.isPending ? 'makingProof' : 'makeProof')}
      </Button>
      <p role="status">{making.isSuccess && t('proofSaved', { name })}</p>
      {making.error && <Problem error={making.error} />}
      <SaveCertificate
        name={id}
        source={async () => ({ bundle: (await gather()).octets, trust, documents: [] })}
      />
    </section>
  )
}
