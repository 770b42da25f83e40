import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { CORRESPONDENTS } from '#crypto/directory/roles.js'
import { useSignedIn } from '../api/signed-in.js'
import { Empty, Loading, Problem } from '../components/page-states.js'
import { Page } from '../components/page.js'
import { ForgedHandoffs } from './forged-handoffs.js'
import { HandoffTable } from './handoff-table.js'
import { standingOf } from './standing-of.js'
import { useHandoffs } from './use-handoffs.js'

/** What waits for a translator, a reviewer, or an officer who hands documents over; and all the rest. */
export function TranslationScreen() {
  const { t } = useTranslation('translation')
  const { session } = useSignedIn()
  const { roles } = session.officer.credential.payload
  const found = useHandoffs()
  const all = found.data?.handoffs ?? []
  const mine = all.filter((open) => standingOf(open, session).isMine)
  const others = all.filter((open) => !mine.includes(open))
  return (
    <Page title={t('title')}>
      <p className="lead">{t('lead')}</p>
      {CORRESPONDENTS.some((role) => roles.includes(role)) && (
        <ul className="plain-list">
          <li>
            <Link href="/translation/new" data-action="to-hand-off-files">
              {t('handOffFiles')}
            </Link>
          </li>
          <li>
            <Link href="/translation/breach" data-action="to-breach">
              {t('toBreach')}
            </Link>
          </li>
        </ul>
      )}
      {found.isPending && <Loading what={t('reading')} />}
      {found.error && <Problem error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && (
        <>
          <ForgedHandoffs rows={found.data.forged} />
          <section aria-labelledby="waiting">
            <Title order={2} id="waiting">
              {t('waiting')}
            </Title>
            {mine.length === 0 ? (
              <Empty title={t('nothing')} />
            ) : (
              <HandoffTable caption={t('waiting')} rows={mine} />
            )}
          </section>
          <section aria-labelledby="others">
            <Title order={2} id="others">
              {t('others')}
            </Title>
            {others.length === 0 ? (
              <p className="quiet">{t('noOthers')}</p>
            ) : (
              <HandoffTable caption={t('others')} rows={others} />
            )}
          </section>
        </>
      )}
    </Page>
  )
}
