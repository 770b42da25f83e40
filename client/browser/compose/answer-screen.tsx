import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { PackageId } from '#crypto/fields/fields.js'
import { planAnswer } from '../../core/cases/plan-answer.js'
import type { Language } from '../../languages/language.js'
import { currentTemplate } from '../../templates/catalogue.js'
import { useSignedIn } from '../api/signed-in.js'
import { Loading, Problem } from '../components/page-states.js'
import { Page } from '../components/page.js'
import { NotFound } from '../shell/not-found.js'
import { Compose } from './compose.js'

/** An act in a case: the form of its template, if the state of the case allows it. */
export function AnswerScreen() {
  const { id, template: name } = useParams<{ id: string; template: string }>()
  const { i18n } = useTranslation()
  const { session } = useSignedIn()
  const template = currentTemplate(name)
  const isKnown = template?.kind === 'answer'
  const judge = async () =>
    planAnswer(session, PackageId.parse(id), {
      template: { id: name, version: template?.version ?? 1 },
      form: {},
      documents: [],
    })
  const plan = useQuery({
    // Not fetched anew on news: what is being written stays. It is judged again before it is sealed.
    queryKey: ['answer', id, name],
    queryFn: judge,
    enabled: isKnown,
    staleTime: Infinity,
    gcTime: 0,
  })
  if (!isKnown) return <NotFound />
  if (plan.data === undefined) {
    return (
      <Page title={template.title[i18n.language as Language]}>
        {plan.error ? (
          <Problem error={plan.error} onRetry={() => void plan.refetch()} />
        ) : (
          <Loading />
        )}
      </Page>
    )
  }
  return <Compose key={`${id}/${name}`} template={template} answer={{ plan: plan.data, judge }} />
}
