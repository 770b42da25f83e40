import { Button, Group, Paper, Textarea, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { acknowledgePackage } from '../../core/packages/acknowledge-package.js'
import { useSignedIn } from '../api/signed-in.js'
import { Done } from '../components/done.js'
import { ErrorSummary, type FieldErrors } from '../components/error-summary.js'
import { Problem } from '../components/page-states.js'
import { useLeaveWarning } from '../leaving/place.js'
import type { ShownPackage } from './use-package.js'
import { useStanding } from './use-standing.js'

/** The receipt of our authority: what exactly is signed is said before it is. */
export function Acknowledge({ pkg }: { readonly pkg: ShownPackage }) {
  const { t } = useTranslation('pkg')
  const { session } = useSignedIn()
  const queries = useQueryClient()
  const [rejecting, setRejecting] = useState<'no' | 'yes' | 'no-more'>('no')
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<FieldErrors>({})
  const { manifest } = pkg.read
  const signing = useMutation({
    mutationFn: (rejection: string | undefined) =>
      acknowledgePackage(session, manifest.package, rejection),
    onSettled: () => queries.invalidateQueries({ queryKey: ['package', manifest.package] }),
  })
  useLeaveWarning(reason.trim() !== '' && !signing.isSuccess)
  const isHeld = useStanding(pkg).data === undefined
  const own = pkg.receipts.find(
    ({ receipt }) => receipt.payload.recipient === session.officer.authority,
  )
  if (own) {
    const isAccepted = own.receipt.payload.outcome === 'accepted'
    const said = (
      <>
        {t(isAccepted ? 'acknowledged' : 'rejected')}{' '}
        {isAccepted && <Link href={`/cases/${manifest.case}`}>{t('onInCase')}</Link>}
      </>
    )
    // What was signed here a moment ago has the focus of the button that is gone.
    if (!signing.isIdle) return <Done isBad={!isAccepted}>{said}</Done>
    return <p className={isAccepted ? 'done-good' : 'done-bad'}>{said}</p>
  }
  const verified = pkg.verified.length
  const unopened = manifest.parts.length - verified
  const reject = (event: SubmitEvent) => {
    event.preventDefault()
    const isMissing = reason.trim() === ''
    setErrors(isMissing ? { reason: t('needReason') } : {})
    if (!isMissing) signing.mutate(reason.trim())
  }
  return (
    <Paper withBorder p="md" component="section" className="acknowledge">
      <Title order={2}>{t('acknowledge')}</Title>
      <p>{t('acknowledgeMeaning')}</p>
      {manifest.parts.length > 0 && (
        <ul className="plain-list">
          {verified > 0 && <li>{t('willVerify', { count: verified })}</li>}
          {unopened > 0 && <li>{t('willLeave', { count: unopened })}</li>}
        </ul>
      )}
      {unopened > 0 && <p className="quiet">{t('openFirst')}</p>}
      {isHeld && <p className="quiet">{t('signHeld')}</p>}
      {signing.error && <Problem error={signing.error} />}
      {rejecting === 'yes' ? (
        <form noValidate onSubmit={reject}>
          <ErrorSummary errors={errors} />
          <Textarea
            autoFocus
            id="reason"
            label={t('rejectReason')}
            description={t('rejectHint')}
            error={errors['reason']}
            maxLength={500}
            rows={3}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group mt="sm">
            <Button type="submit" color="red" disabled={signing.isPending}>
              {t(signing.isPending ? 'signing' : 'signRejection')}
            </Button>
            <Button variant="default" onClick={() => setRejecting('no-more')}>
              {t('cancel', { ns: 'common' })}
            </Button>
          </Group>
        </form>
      ) : (
        <Group mt="sm">
          <Button
            data-action="sign"
            disabled={signing.isPending || isHeld}
            onClick={() => signing.mutate(undefined)}
          >
            {t(signing.isPending ? 'signing' : 'sign')}
          </Button>
          <Button
            variant="subtle"
            color="red"
            data-action="reject"
            autoFocus={rejecting === 'no-more'}
            onClick={() => setRejecting('yes')}
          >
            {t('reject')}
          </Button>
        </Group>
      )}
    </Paper>
  )
}
