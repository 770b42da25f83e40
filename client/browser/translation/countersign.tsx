import { Button, Paper, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { actOnHandoff } from '../../core/translation/act-on-handoff.js'
import type { OpenHandoff } from '../../core/translation/read-handoff.js'
import { useSignedIn } from '../api/signed-in.js'
import { Problem } from '../components/page-states.js'
import { useAct } from './use-act.js'

type CountersignProps = {
  readonly open: OpenHandoff
  /** Digest of the certified statement. */
  readonly translation: string
}

/** The reviewer stands behind what was certified. */
export function Countersign({ open, translation }: CountersignProps) {
  const { t } = useTranslation('translation')
  const { session } = useSignedIn()
  const signing = useAct(() => actOnHandoff(session, open, { act: 'countersign', translation }))
  return (
    <Paper withBorder p="md" component="section" className="acknowledge">
      <Title order={2}>{t('countersign')}</Title>
      <p>{t('countersignMeaning')}</p>
      {signing.error && <Problem error={signing.error} />}
      <Button
        data-action="countersign"
        disabled={signing.isPending}
        onClick={() => signing.mutate(undefined)}
      >
        {t(signing.isPending ? 'signing' : 'signCountersign')}
      </Button>
    </Paper>
  )
}
