import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Answer } from '../../core/cases/plan-answer.js'
import type { Draft } from '../../core/packages/draft.js'
import type { Language } from '../../languages/language.js'
import type { Template } from '../../templates/format.js'
import { Loading, Problem } from '../components/page-states.js'
import { Page } from '../components/page.js'
import { Compose } from './compose.js'

type PlannedComposeProps = {
  readonly template: Template
  /** What it stands in: two that differ in it are two forms. */
  readonly place: string
  readonly plan: (empty: Answer) => Promise<Draft>
}

/** A form in a case, once its state allows it. */
export function PlannedCompose({ template, place, plan }: PlannedComposeProps) {
  const { i18n } = useTranslation()
  const { id, version } = template
  const judge = () => plan({ template: { id, version }, form: {}, documents: [] })
  const planned = useQuery({
    // Not fetched anew on news: what is being written stays. It is judged again before it is sealed.
    queryKey: ['planned', place, id],
    queryFn: judge,
    staleTime: Infinity,
    gcTime: 0,
  })
  if (planned.data === undefined) {
    return (
      <Page title={template.title[i18n.language as Language]}>
        {planned.error ? (
          <Problem error={planned.error} onRetry={() => void planned.refetch()} />
        ) : (
          <Loading />
        )}
      </Page>
    )
  }
  return (
    <Compose key={`${place}/${id}`} template={template} answer={{ plan: planned.data, judge }} />
  )
}
