import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useDirectory } from '../api/use-directory.js'
import { Loading, Problem } from '../components/page-states.js'
import { Page } from '../components/page.js'
import { NoteOralForm } from './note-oral-form.js'

/** A request by word of mouth is noted for one's own authority; the relay watches the time, and learns no more. */
export function NoteOralScreen() {
  const { t } = useTranslation('oral')
  const directory = useDirectory()
  return (
    <Page title={t('note')} actions={<Link href="/duty">{t('toDesk')}</Link>}>
      <p className="lead">{t('noteLead')}</p>
      {directory.isPending && <Loading />}
      {directory.error && (
        <Problem error={directory.error} onRetry={() => void directory.refetch()} />
      )}
      {directory.data && (
        <NoteOralForm entries={directory.data.entries.map(({ payload }) => payload)} />
      )}
    </Page>
  )
}
