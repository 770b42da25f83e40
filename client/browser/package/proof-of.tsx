import { Button, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatTrustList } from '#crypto/directory/trust-list.js'
import { PackageId } from '#crypto/fields/fields.js'
import { useSignedIn } from '../api/signed-in.js'
import { Problem } from '../components/page-states.js'
import { SaveCertificate } from '../proof/certificate/save-certificate.js'
import { ChooseDisclosure } from './choose-disclosure.js'
import { type Disclosure, disclosureOptions } from './disclosure-options.js'
import type { ShownPackage } from './use-package.js'
import { useSavingProof } from './use-saving-proof.js'

const UNDISCLOSED: Disclosure = { isWhole: false, parts: [], translations: [] }

type ProofOfProps = {
  readonly id: string
  /** Absent where the content was deleted: nothing of it can be disclosed. */
  readonly pkg?: ShownPackage
}

/** The proof bundle as a file; it is verified here before it is handed out. */
export function ProofOf({ id: shown, pkg }: ProofOfProps) {
  const { t } = useTranslation('pkg')
  const { session } = useSignedIn()
  const [chosen, setChosen] = useState(UNDISCLOSED)
  const id = PackageId.parse(shown)
  const name = `${id}.rogatory-proof`
  const trust = formatTrustList(session.trust)
  const { gather, saving } = useSavingProof(id, name, disclosureOptions(chosen))
  return (
    <section>
      <Title order={2}>{t('prove')}</Title>
      <p>{t('proveMeaning')}</p>
      {pkg && <ChooseDisclosure pkg={pkg} chosen={chosen} onChoose={setChosen} />}
      <Button
        mt="sm"
        variant="default"
        data-action="prove"
        disabled={saving.isPending}
        onClick={() => saving.mutate()}
      >
        {t(saving.isPending ? 'makingProof' : 'makeProof')}
      </Button>
      <p role="status">{saving.isSuccess && t('proofSaved', { name })}</p>
      {saving.error && <Problem error={saving.error} />}
      <SaveCertificate
        name={id}
        hasTranslations={chosen.translations.length > 0}
        source={async () => ({ bundle: (await gather()).octets, trust, documents: [] })}
      />
    </section>
  )
}
