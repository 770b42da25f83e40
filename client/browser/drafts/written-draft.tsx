import { useQuery } from '@tanstack/react-query'
import { planAnswer } from '../../core/cases/plan-answer.js'
import type { OpenDraft } from '../../core/drafting/read-draft.js'
import type { Template } from '../../templates/format.js'
import { useSignedIn } from '../api/signed-in.js'
import { Loading, Problem } from '../components/page-states.js'
import { Page } from '../components/page.js'
import { Compose } from '../compose/compose.js'
import { SentBack } from './sent-back.js'

type WrittenProps = { readonly draft: OpenDraft; readonly template: Template }

/** The form of a draft, gone on with. That of an answer is judged by its case, as when it was begun. */
export function WrittenDraft({ draft: written, template }: WrittenProps) {
  const { session } = useSignedIn()
  const { draft, version, content } = written
  const { inReplyTo } = content
  const judge = async () => {
    if (inReplyTo === null) throw new TypeError('only an answer is judged by its case')
    const { id, version: templateVersion } = template
    return planAnswer(session, inReplyTo.package, {
      template: { id, version: templateVersion },
      form: {},
      documents: [],
    })
  }
  const plan = useQuery({
    queryKey: ['answer', inReplyTo?.package, template.id],
    queryFn: judge,
    enabled: inReplyTo !== null,
    staleTime: Infinity,
    gcTime: 0,
  })
  const saved = { place: { draft, version }, content }
  const notice = <SentBack draft={written} />
  if (inReplyTo === null) return <Compose template={template} saved={saved} notice={notice} />
  if (plan.data) {
    const answer = { plan: plan.data, judge }
    return <Compose template={template} saved={saved} answer={answer} notice={notice} />
  }
  return (
    <Page title={content.title}>
      {notice}
      {plan.error ? (
        <Problem error={plan.error} onRetry={() => void plan.refetch()} />
      ) : (
        <Loading />
      )}
    </Page>
  )
}
