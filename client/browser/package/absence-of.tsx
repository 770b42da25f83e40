import { Button, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { silentRecipients } from '../../core/packages/silent-recipients.js'
import { Problem } from '../components/page-states.js'
import type { ShownPackage } from './use-package.js'
import { useSavingProof } from './use-saving-proof.js'

type AbsenceOfProps = {
  readonly pkg: ShownPackage
  readonly nameOf: (authority: string) => string
}

/** Of a package that we sent: the relay's signed word that receipts are not in its log, in a bundle as a file. */
export function AbsenceOf({ pkg, nameOf }: AbsenceOfProps) {
  const { t, i18n } = useTranslation('pkg')
  const silent = silentRecipients(pkg.read.record.states)
  const id = pkg.read.manifest.package
  const name = `${id}-absence.rogatory-proof`
  const { saving } = useSavingProof(id, name, { absentFrom: silent })
  if (!pkg.isOurs || silent.length === 0) return null
  const names = new Intl.ListFormat(i18n.language).format(silent.map(nameOf))
  return (
    <section>
      <Title order={2}>{t('absence')}</Title>
      <p>{t('absenceMeaning', { names })}</p>
      <Button
        variant="default"
        data-action="absence"
        disabled={saving.isPending}
        onClick={() => saving.mutate()}
      >
        {t(saving.isPending ? 'makingProof' : 'saveAbsence')}
      </Button>
      <p role="status">{saving.isSuccess && t('proofSaved', { name })}</p>
      {saving.error && <Problem error={saving.error} />}
    </section>
  )
}
