import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import { type ActId, type ActRule, acts } from '../../case/acts.js'
import type { RequestView, Thread } from '../../case/case-view.js'
import type { Language } from '../../languages/language.js'
import { canBeFollowed } from '../../core/cases/plan-following.js'
import { currentTemplate } from '../../templates/catalogue.js'
import { useSignedIn } from '../api/signed-in.js'
import { WRITERS } from '../api/writers.js'

type NextActsProps = { readonly request: RequestView; readonly thread: Thread }

/** What the reader's authority may do in this state, each as a form; what the law or the state bars is not there. */
export function NextActs({ request, thread }: NextActsProps) {
  const { t } = useTranslation('cases')
  const { session } = useSignedIn()
  const own = session.officer.authority
  const isRequesting = request.requesting === own
  const open = thread.next[isRequesting ? 'requesting' : 'requested']
  const answered = lastOf(request, thread, own)
  const mustReceive = !isRequesting && thread.state === 'submitted' && thread.via === null
  return (
    <div className="case-next">
      <Title order={4}>{t('next')}</Title>
      {mustReceive && (
        <p>
          <Link href={`/packages/${request.package}`}>{t('acknowledgeFirst')}</Link>
        </p>
      )}
      {open.length === 0 ? (
        !mustReceive && <p className="quiet">{t(thread.final ? 'nothingFinal' : 'nothing')}</p>
      ) : (
        <>
          <ActLinks acts={open.filter(isStep)} answered={answered} />
          <details open={!open.some(isStep)}>
            <summary>{t('nextBesides')}</summary>
            <ActLinks acts={open.filter((act) => !isStep(act))} answered={answered} />
          </details>
        </>
      )}
      <FollowLink request={request} thread={thread} />
    </div>
  )
}

/** The way to a further request that refers to this one, for whoever writes requests. */
function FollowLink({ request, thread }: NextActsProps) {
  const { t } = useTranslation('cases')
  const { session } = useSignedIn()
  const isWriter = session.officer.credential.payload.roles.some((role) => WRITERS.includes(role))
  const { id } = useParams<{ id: string }>()
  if (!isWriter || !canBeFollowed(thread)) return null
  return (
    <p>
      <Link
        href={`/cases/${id}/follow/${request.package}/${thread.counterpart}`}
        data-action="follow"
      >
        {t('follow')}
      </Link>
    </p>
  )
}

/** Whether it takes the request further; the others are said beside its course. */
const isStep = (act: ActId): boolean => (acts[act] as ActRule).to.length > 0

type ActLinksProps = { readonly acts: readonly ActId[]; readonly answered: string }

function ActLinks({ acts: open, answered }: ActLinksProps) {
  const language = useTranslation().i18n.language as Language
  return (
    <ul className="case-acts">
      {open.map((act) => (
        <li key={act}>
          <Link
            href={`/packages/${answered}/answer/${act}`}
            data-act={act}
            title={currentTemplate(act)?.about[language]}
          >
            {currentTemplate(act)?.title[language] ?? act}
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** An answer is to the last word of the other side; a receipt has no package of its own. */
const lastOf = ({ package: request }: RequestView, { timeline }: Thread, own: string): string =>
  timeline.findLast(
    ({ by, what }) => by !== own && !['receipt', 'rejection', 'expiry'].includes(what),
  )?.package ?? request
