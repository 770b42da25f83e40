import { useParams } from 'wouter'
import { PackageId } from '#crypto/fields/fields.js'
import { planAnswer } from '../../core/cases/plan-answer.js'
import { currentTemplate } from '../../templates/catalogue.js'
import { useSignedIn } from '../api/signed-in.js'
import { NotFound } from '../shell/not-found.js'
import { PlannedCompose } from './planned-compose.js'

/** An act in a case: the form of its template, if the state of the case allows it. */
export function AnswerScreen() {
  const { id, template: name } = useParams<{ id: string; template: string }>()
  const { session } = useSignedIn()
  const template = currentTemplate(name)
  if (template?.kind !== 'answer') return <NotFound />
  return (
    <PlannedCompose
      template={template}
      place={id}
      plan={async (empty) => planAnswer(session, PackageId.parse(id), empty)}
    />
  )
}
