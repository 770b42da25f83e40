import { Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { actNote } from '../../core/translation/act-note.js'
import type { OpenHandoff } from '../../core/translation/read-handoff.js'
import { useSignedIn } from '../api/signed-in.js'
import { Moment } from '../components/moment.js'

/** Who did what, by the moments that the relay has recorded, with what they said to the reader. */
export function History({ open }: { readonly open: OpenHandoff }) {
  const { t } = useTranslation('translation')
  const { session } = useSignedIn()
  const { handoff, acts, evidence } = open
  const notes = useQuery({
    queryKey: ['handoff-notes', handoff.digest, acts.length],
    queryFn: () => actNote.readAll(session, open),
  })
  const steps = [
    { digest: handoff.digest, act: 'assign' as const, by: handoff.credential.payload.name },
    ...acts.map(({ digest, payload, credential }) => ({
      digest,
      by: credential.payload.name,
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
          const note = notes.data?.get(digest)
          return (
            <li key={digest} data-act={act}>
              <bdi>{by}</bdi>: {t(`act_${act}`)}
              {time !== undefined && (
                <>
                  {' '}
                  <Moment at={time} />
                </>
              )}
              {note !== undefined && (
                <blockquote className="act-note" dir="auto">
                  {note}
                </blockquote>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
