import { Button, Group, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { approveEnrolment, refuseEnrolment } from '../../core/enrolment/decide-enrolment.js'
import type { Operator } from '../../core/operations/operator.js'
import type { WaitingEnrolment } from '../../core/enrolment/waiting-enrolments.js'
import { httpRelay } from '../../transport/http-relay.js'
import { Problem } from '../components/page-states.js'

type DecideProps = {
  readonly operator: Operator
  readonly decided: Parameters<typeof refuseEnrolment>[1]
  /** Undefined for one that does not verify: it can be refused only. */
  readonly one: WaitingEnrolment | undefined
  readonly onDone: () => void
}

/**
 * Approves by the fingerprint as it was heard on the telephone: it is typed, and shown nowhere here, so that
 * nobody compares the screen with itself.
 */
export function DecideRequest({ operator, decided, one, onDone }: DecideProps) {
  const { t } = useTranslation('operator')
  const [fingerprint, setFingerprint] = useState('')
  const [reason, setReason] = useState('')
  const relay = () => httpRelay(operator.relay.origin, undefined, () => new Date())
  const approving = useMutation({
    mutationFn: (waiting: WaitingEnrolment) =>
      approveEnrolment(operator, waiting, fingerprint, relay(), new Date()),
    onSuccess: onDone,
  })
  const refusing = useMutation({
    mutationFn: () => refuseEnrolment(operator, decided, reason.trim(), relay(), new Date()),
    onSuccess: onDone,
  })
  const isBusy = approving.isPending || refusing.isPending
  const approve = (event: SubmitEvent) => {
    event.preventDefault()
    if (one) approving.mutate(one)
  }
  return (
    <>
      {one && (
        <form noValidate onSubmit={approve}>
          <p>{t('callMeaning')}</p>
          <Group align="end">
            <TextInput
              className="spoken-field"
              label={t('heard')}
              dir="ltr"
              maxLength={80}
              inputMode="numeric"
              data-field="fingerprint"
              value={fingerprint}
              onChange={(event) => setFingerprint(event.currentTarget.value)}
            />
            <Button
              type="submit"
              data-action="approve-request"
              disabled={isBusy || fingerprint.trim() === ''}
            >
              {t(approving.isPending ? 'working' : 'approve')}
            </Button>
          </Group>
          {approving.error && <Problem error={approving.error} />}
        </form>
      )}
      <Group align="end" mt="sm">
        <TextInput
          label={t('refusal')}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button
          variant="subtle"
          color="red"
          disabled={isBusy || reason.trim() === ''}
          onClick={() => refusing.mutate()}
        >
          {t('refuse')}
        </Button>
      </Group>
      {refusing.error && <Problem error={refusing.error} />}
    </>
  )
}
