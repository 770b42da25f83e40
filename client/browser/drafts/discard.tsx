import { Button, Group } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftId } from '#crypto/fields/fields.js'
import { CORRESPONDENTS } from '#crypto/directory/roles.js'
import { discardDraft } from '../../core/drafting/discard-draft.js'
import { useSignedIn } from '../api/signed-in.js'
import { Problem } from '../components/page-states.js'

type DiscardProps = {
  readonly draft: DraftId
  readonly version: number
  readonly onGone: () => void
}

/** For everybody in the authority, and only by whoever may send; asked once more. */
export function Discard({ draft, version, onGone }: DiscardProps) {
  const { t } = useTranslation('drafts')
  const { session } = useSignedIn()
  const queries = useQueryClient()
  const [isLeaving, setLeaving] = useState(false)
  const discarding = useMutation({
    mutationFn: () => discardDraft(session, draft, version),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['drafts'] })
      onGone()
    },
  })
  const { roles } = session.officer.credential.payload
  if (!roles.some((role) => CORRESPONDENTS.includes(role))) return null
  return (
    <div className="draft-foot">
      {discarding.error && <Problem error={discarding.error} />}
      {isLeaving ? (
        <div role="alert" className="confirm">
          <p>{t('discardSure')}</p>
          <Group>
            <Button
              color="red"
              size="xs"
              disabled={discarding.isPending}
              onClick={() => discarding.mutate()}
            >
              {t('discard')}
            </Button>
            <Button variant="default" size="xs" onClick={() => setLeaving(false)}>
              {t('cancel', { ns: 'common' })}
            </Button>
          </Group>
        </div>
      ) : (
        <Button variant="subtle" color="red" size="xs" onClick={() => setLeaving(true)}>
          {t('discard')}
        </Button>
      )}
    </div>
  )
}
