import '../package/package.css'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'wouter'
import type { HandoffContent } from '#crypto/translation/handoff-content.js'
import type { Session } from '../../core/session/session.js'
import type { OpenHandoff } from '../../core/translation/read-handoff.js'
import { useSignedIn } from '../api/signed-in.js'
import { useAuthorityName } from '../api/use-directory.js'
import { Done } from '../components/done.js'
import { Facts } from '../components/facts.js'
import { Moment } from '../components/moment.js'
import { Loading, Problem } from '../components/page-states.js'
import { Page } from '../components/page.js'
import { Accept } from './accept.js'
import { certifiedIn } from './certified-in.js'
import { Certify } from './certify.js'
import { Countersign } from './countersign.js'
import { GiveBack } from './give-back.js'
import { History } from './history.js'
import { Recall } from './recall.js'
import { Returned } from './returned.js'
import { Review } from './review.js'
import { Source } from './source.js'
import { StageMark } from './stage-mark.js'
import { standingOf } from './standing-of.js'
import { Acted } from './use-act.js'
import { useHandoff } from './use-handoffs.js'
import { usePairName } from './use-pair-name.js'

/** One hand-off: where it stands, what was handed over and given back, and what one may do now. */
export function HandoffScreen() {
  const { t } = useTranslation('translation')
  const { id } = useParams<{ id: string }>()
  const found = useHandoff(id)
  return (
    <Page title={t('handoff')} actions={<Link href="/translation">{t('toDesk')}</Link>}>
      {found.isPending && <Loading what={t('reading')} />}
      {found.error && <Problem error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && <Opened key={id} {...found.data} />}
    </Page>
  )
}

type OpenedProps = { readonly open: OpenHandoff; readonly content: HandoffContent | null }

function Opened({ open, content }: OpenedProps) {
  const { t } = useTranslation('translation')
  const nameOf = useAuthorityName()
  const { session } = useSignedIn()
  const { isMine, awaited, stage } = standingOf(open, session)
  const { payload, credential } = open.handoff
  const { returned, translation } = open.derived.state ?? {}
  const name = credential.payload.name
  // Translators have their own; the relay gives it to the authority and the reviewer.
  const reads =
    isMember(open, session) || payload.reviewer?.linguist.kid === session.officer.signingKey.kid
  const [signed, setSigned] = useState(0)
  return (
    <Acted value={() => setSigned((before) => before + 1)}>
      <p className="verified" role="status">
        <span aria-hidden>✓ </span>
        {t('verified', { name, authority: nameOf(payload.authority) })}
      </p>
      {signed > 0 && (
        <Done key={signed} data-signed={signed}>
          ✓ {t('signedNow')}
        </Done>
      )}
      <Summary open={open} purpose={content?.purpose} />
      {content && stage !== 'assigned' && (
        <Source open={open} content={content} isForTools={isMine && awaited?.act === 'return'} />
      )}
      {returned && reads && <Returned key={returned.digest} open={open} />}
      {isMine && (
        <>
          {awaited?.act === 'accept' && <Accept open={open} />}
          {awaited?.act === 'return' && content && <GiveBack open={open} content={content} />}
          {awaited?.act === 'review' && returned && (
            <Review open={open} returned={returned.digest} />
          )}
          {awaited?.act === 'certify' && <Certify open={open} />}
          {awaited?.act === 'countersign' && translation && (
            <Countersign open={open} translation={translation} />
          )}
        </>
      )}
      <Recall open={open} />
      <History open={open} />
    </Acted>
  )
}

/** A translator has the documents that were handed over, and nothing of the package. */
function isMember({ handoff }: OpenHandoff, { officer }: Session): boolean {
  const { authority, roles } = officer.credential.payload
  return handoff.payload.authority === authority && roles.some((role) => role !== 'translator')
}

type SummaryProps = { readonly open: OpenHandoff; readonly purpose: string | undefined }

function Summary({ open, purpose }: SummaryProps) {
  const { t } = useTranslation('translation')
  const { session } = useSignedIn()
  const { pairName } = usePairName()
  const { payload } = open.handoff
  const standing = standingOf(open, session)
  const counts = certifiedIn(open)
  const { stage, isOverdue, awaited, isMine, turn, terms, machine } = standing
  return (
    <Facts
      rows={[
        [t('pair'), pairName(payload.pair)],
        [t('stands'), <StageMark key="s" stage={stage} isOverdue={isOverdue} />],
        [
          t('next'),
          <span key="n">
            {isMine && <strong>{t('you')} </strong>}
            {t(`next_${awaited?.act ?? 'done'}`)}
          </span>,
        ],
        [t('acceptBy'), stage === 'assigned' && terms && <Moment at={terms.acceptBy} />],
        [t('due'), terms && <Moment at={terms.due} />],
        [
          t('turn'),
          payload.turns.length > 1 && t('turnOf', { turn: turn + 1, turns: payload.turns.length }),
        ],
        [t('purpose'), purpose !== undefined && <bdi>{purpose}</bdi>],
        [
          t('machine'),
          open.derived.state?.returned && (
            <span className={machine === 'draft' ? 'mark mark-urgent' : undefined}>
              {t(`machine_${machine}`)}
            </span>
          ),
        ],
        [t('counts'), counts && t(`counts_${counts.prevails}`, { name: counts.instrument ?? '' })],
        [
          t('package'),
          isMember(open, session) && payload.source.header !== null && (
            <Link href={`/packages/${payload.source.package}`}>{t('openPackage')}</Link>
          ),
        ],
      ]}
    />
  )
}
