import { Button, NativeSelect, Stack, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DirectoryEntry } from '#crypto/directory/entry.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { planForward } from '../../core/forwarding/plan-forward.js'
import type { ReadPackage } from '../../core/packages/open-package.js'
import { useSignedIn } from '../api/signed-in.js'
import { nameIn } from '../api/use-directory.js'
import { ErrorSummary, type FieldErrors } from '../components/error-summary.js'
import { Loading, Problem } from '../components/page-states.js'
import { useSending } from '../compose/sending/use-sending.js'
import { SealedAgain } from '../compose/sealed-again.js'
import { SendingState } from '../compose/sending-state.js'
import { useLeaveWarning } from '../leaving/place.js'
import { Leave } from './leave.js'
import { useForwardFindings } from './use-forward-findings.js'
import { WhatIsShown } from './what-is-shown.js'

type ForwardFormProps = {
  readonly read: ReadPackage
  readonly entries: readonly DirectoryEntry[]
}

/** To whom it is passed on, and why; what that shows to them stands there before anything is sent. */
export function ForwardForm({ read, entries }: ForwardFormProps) {
  const { t } = useTranslation('onward')
  const { session } = useSignedIn()
  const [to, setTo] = useState('')
  const [reasons, setReasons] = useState('')
  const [errors, setErrors] = useState<FieldErrors>({})
  const sending = useSending()
  const { manifest } = read
  const own = session.officer.authority
  const sender = entries.find(({ authority }) => authority === own)
  const recipient = entries.find(({ authority }) => authority === to)
  const plan = useQuery({
    queryKey: ['onward', manifest.package, 'plan', to],
    queryFn: () => planForward(session, read, AuthorityId.parse(to)),
    enabled: to !== '',
    gcTime: 0,
  })
  const findings = useForwardFindings(read, { sender, recipient, plan: plan.data, reasons })
  const mayGo = plan.data && (plan.data.rule === 'allowed' || plan.data.approval !== undefined)
  const mustBeApproved = (sender?.policy.approvals ?? 0) > 0
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const found = {
      ...(recipient === undefined && { 'forward-to': t('needAuthority') }),
      ...(reasons.trim() === '' && { 'forward-reasons': t('needReasons') }),
    } as FieldErrors
    setErrors(found)
    if (Object.keys(found).length > 0 || !mayGo || findings.isBlocked) return
    sending.forward({
      package: manifest.package,
      to,
      reasons: reasons.trim(),
      mustBeApproved,
      title: t('forward'),
    })
  }
  const { state } = sending
  const isDone = state?.kind === 'done' || state?.kind === 'prepared'
  useLeaveWarning((reasons.trim() !== '' || state?.kind === 'working') && !isDone)
  if (isDone || sending.left) {
    return (
      <>
        <SendingState sending={sending} />
        <SealedAgain sending={sending} />
      </>
    )
  }
  return (
    <form noValidate onSubmit={submit} className="onward-form">
      <Stack gap="md">
        <ErrorSummary errors={errors} />
        <NativeSelect
          id="forward-to"
          label={t('passTo')}
          description={t('passToHint')}
          error={errors['forward-to']}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
        >
          <option value="">{t('choose')}</option>
          {entries
            .filter(({ kind, authority }) => kind === 'authority' && authority !== own)
            .filter(({ authority }) => authority !== manifest.sender)
            .map(({ authority, names }) => (
              <option key={authority} value={authority}>
                {`${nameIn(names)} (${authority})`}
              </option>
            ))}
        </NativeSelect>
        {plan.isLoading && <Loading what={t('looking')} />}
        {plan.error && <Problem error={plan.error} onRetry={() => void plan.refetch()} />}
        {plan.data && recipient && <Leave read={read} to={recipient} plan={plan.data} />}
        {mayGo && recipient && (
          <WhatIsShown read={read} to={recipient} plan={plan.data} findings={findings.all} />
        )}
        <Textarea
          id="forward-reasons"
          label={t('reasons')}
          description={t('reasonsHint')}
          error={errors['forward-reasons']}
          maxLength={4000}
          rows={3}
          value={reasons}
          onChange={(event) => setReasons(event.currentTarget.value)}
        />
        <SendingState sending={sending} />
        {state?.kind !== 'working' && (
          <div>
            <Button type="submit" data-action="forward" disabled={to !== '' && !mayGo}>
              {t(mustBeApproved ? 'submitForward' : 'sendForward')}
            </Button>
          </div>
        )}
      </Stack>
    </form>
  )
}
