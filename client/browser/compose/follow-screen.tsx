import { useParams } from 'wouter'
import { AuthorityId, CaseId, PackageId } from '#crypto/fields/fields.js'
import { planFollowing } from '../../core/cases/plan-following.js'
import { currentTemplate } from '../../templates/catalogue.js'
import { useSignedIn } from '../api/signed-in.js'
import { NotFound } from '../shell/not-found.js'
import { PlannedCompose } from './planned-compose.js'
import { isWrittenHere } from './written-here.js'

/** A further request in a case, that refers to the one it follows. */
export function FollowScreen() {
  const { id, request, counterpart, template: name } = useParams<Followed>()
  const { session } = useSignedIn()
  const template = currentTemplate(name)
  if (template === undefined || !isWrittenHere(template)) return <NotFound />
  return (
    <PlannedCompose
      template={template}
      place={`${id}/${request}/${counterpart}`}
      plan={async (empty) =>
        planFollowing(
          session,
          {
            case: CaseId.parse(id),
            request: PackageId.parse(request),
            counterpart: AuthorityId.parse(counterpart),
          },
          empty,
        )
      }
    />
  )
}

type Followed = { id: string; request: string; counterpart: string; template: string }
