import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { OpenHandoff } from '../../core/translation/read-handoff.js'
import { Moment } from '../components/moment.js'

/** Who did what, by the moments that the relay has recorded. */
export function History({ open: { handoff, acts, evidence } }: { readonly open: OpenHandoff }) {
  const { t } = useTranslation('translation')
  const steps = [
    { digest: handoff.digest, act: 'assign' as const, by: handoff.credential.payload.name },
    ...acts.map(({ digest, payload, credential }) => ({
      ...{ digest, by: credential.payload.name },
      act: 'act' in payload ? payload.act : ('certify' as const),
    })),
  ]
  const timeOf = (digest: string) =>
    evidence.find(({ payload }) => payload.subject === digest)?.payload.time
  return (
    <section aria-labelledby="history">
      <Title order={2} id="history">
        {t('history')}
      </Title>
      <ol className="plain-list">
        {steps.map(({ digest, act, by }) => {
          const time = timeOf(digest)
          return (
            <li key={digest} data-act={act}>
              <bdi>{by}</bdi>: {t(`act_${act}`)}
              {time !== undefined && (
                <>
                  {' '}
                  <Moment at={time} />
                </>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
