import { Button, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { OpenHandoff } from '../../core/translation/read-handoff.js'
import { recallBreach } from '../../core/translation/recall-breach.js'
import { useSignedIn } from '../api/signed-in.js'
import { Done } from '../components/done.js'
import { Problem } from '../components/page-states.js'
import { HandoffTable } from './handoff-table.js'
import { useAct } from './use-act.js'

type RecallProps = {
  /** Of the linguist. */
  readonly kid: string
  /** What they have, or would get. */
  readonly handoffs: readonly OpenHandoff[]
}

/** What will be taken back, and the signing of it; what was handed to them meanwhile is taken back, too. */
export function RecallAll({ kid, handoffs }: RecallProps) {
  const { t } = useTranslation('translation')
  const { session } = useSignedIn()
  const recalling = useAct(() => recallBreach(session, kid))
  return (
    <section aria-labelledby="breach-list">
      <Title order={2} id="breach-list">
        {t('breachList')}
      </Title>
      {recalling.data && (
        <Done data-recalled={recalling.data.length}>
          <p>
            <strong>✓ {t('breachDone', { number: recalling.data.length })}</strong>
          </p>
          <p>{t('breachNext')}</p>
        </Done>
      )}
      {handoffs.length > 0 && (
        <>
          <HandoffTable caption={t('breachList')} rows={handoffs} />
          <div className="confirm">
            <p>{t('takeBackMeaning')}</p>
            <Button
              color="red"
              data-action="recall-all"
              disabled={recalling.isPending}
              onClick={() => recalling.mutate(undefined)}
            >
              {t(recalling.isPending ? 'signing' : 'signBreach')}
            </Button>
          </div>
        </>
      )}
      {recalling.error && <Problem error={recalling.error} />}
    </section>
  )
}
