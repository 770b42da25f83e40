import { Alert } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { OpenDraft } from '../../core/drafting/read-draft.js'
import { Moment } from '../components/moment.js'

/** Of a draft that waited for approval and is to be changed first: who says so, when, and what. */
export function SentBack({
  draft: { act, officer, declared, note },
}: {
  readonly draft: OpenDraft
}) {
  const { t } = useTranslation('drafts')
  if (act !== 'returned') return null
  return (
    <Alert color="yellow" variant="light" className="sent-back" role="note">
      <p>
        {t('sentBackBy', { name: officer.name })}, <Moment at={declared} />
      </p>
      <p>{note === null ? <span className="quiet">{t('noNote')}</span> : <bdi>{note}</bdi>}</p>
    </Alert>
  )
}
