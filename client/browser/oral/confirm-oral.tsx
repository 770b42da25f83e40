import { Button, Group, NativeSelect, Paper } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PackageId } from '#crypto/fields/fields.js'
import type { KeptOralRequest } from '../../core/duty/list-oral-requests.js'
import { lookThroughMailbox } from '../../core/packages/list-mailbox.js'
import { useSignedIn } from '../api/signed-in.js'
import { useAuthorityName } from '../api/use-directory.js'
import { momentIn } from '../components/moment.js'
import { Loading, Problem } from '../components/page-states.js'
import { useReturnFocus } from '../components/use-return-focus.js'

type ConfirmOralProps = {
  readonly oral: KeptOralRequest
  readonly isActing: boolean
  /** Why it did not work: what is chosen stays. */
  readonly error: unknown
  readonly onDone: (id: PackageId) => void
  readonly onCancel: () => void
}

/** So many of the newest packages are offered: a confirmation comes soon. */
const MOST = 200

/** The package that confirms in writing what was asked: one of the same two sides, in the same direction. */
export function ConfirmOral({ oral, isActing, error, onDone, onCancel }: ConfirmOralProps) {
  const { t, i18n } = useTranslation('oral')
  const { session } = useSignedIn()
  const name = useAuthorityName()(oral.counterpart)
  const [chosen, setChosen] = useState('')
  const [isTried, setTried] = useState(false)
  useReturnFocus()
  const box = oral.direction === 'received' ? 'inbox' : 'sent'
  const found = useQuery({
    queryKey: ['mailbox', box, MOST],
    queryFn: () => lookThroughMailbox(session, box, MOST),
  })
  const fit = found.data?.items.filter(({ sender, recipients }) =>
    oral.direction === 'received'
      ? sender === oral.counterpart
      : recipients.includes(oral.counterpart),
  )
  const when = (at: string) => {
    const { local, utc } = momentIn(at, i18n.language)
    return utc === undefined ? local : `${local} ${utc}`
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    const id = PackageId.safeParse(chosen)
    if (id.success) onDone(id.data)
  }
  return (
    <Paper withBorder p="md" mt="md" component="form" noValidate onSubmit={submit}>
      <p>{t(oral.direction === 'received' ? 'confirmTheirs' : 'confirmOurs', { name })}</p>
      {found.isPending && <Loading />}
      {found.error && <Problem error={found.error} onRetry={() => void found.refetch()} />}
      {fit?.length === 0 && <p className="quiet">{t('noPackage', { name })}</p>}
      {fit && fit.length > 0 && (
        <NativeSelect
          autoFocus
          id="oral-package"
          label={t('package')}
          value={chosen}
          error={isTried && chosen === '' ? t('needPackage') : undefined}
          onChange={(event) => setChosen(event.currentTarget.value)}
        >
          <option value="">{t('choose')}</option>
          {fit.map(({ package: id, submitted }) => (
            <option key={id} value={id}>
              {`${when(submitted)} · ${id}`}
            </option>
          ))}
        </NativeSelect>
      )}
      {error !== null && <Problem error={error} />}
      <Group mt="sm">
        <Button
          type="submit"
          data-action="link-oral"
          disabled={isActing || !fit || fit.length === 0}
        >
          {t('confirm')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('cancel', { ns: 'common' })}
        </Button>
      </Group>
    </Paper>
  )
}
