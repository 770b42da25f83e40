import { Button, Paper, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { OpenHandoff } from '../../core/translation/read-handoff.js'
import { certifyTranslation } from '../../core/translation/return-translation.js'
import { useSignedIn } from '../api/signed-in.js'
import { Problem } from '../components/page-states.js'
import { useAct } from './use-act.js'

/** The certified statement, under the accreditation that the translator's authority vouches for. */
export function Certify({ open }: { readonly open: OpenHandoff }) {
  const { t } = useTranslation('translation')
  const { session } = useSignedIn()
  const accreditation = session.officer.credential.payload.linguist?.accreditation ?? null
  const signing = useAct(() => certifyTranslation(session, open, { accreditation }))
  return (
    <Paper withBorder p="md" component="section" className="acknowledge">
      <Title order={2}>{t('certify')}</Title>
      <p>{t('certifyMeaning')}</p>
      <p className="quiet">
        {accreditation === null ? t('notAccredited') : t('accredited', accreditation)}
      </p>
      {signing.error && <Problem error={signing.error} />}
      <Button
        data-action="certify"
        disabled={signing.isPending}
        onClick={() => signing.mutate(undefined)}
      >
        {t(signing.isPending ? 'signing' : 'signCertify')}
      </Button>
    </Paper>
  )
}
