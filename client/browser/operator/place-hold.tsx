import { Button, Group, NativeSelect, Stack, Textarea, TextInput, Title } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { HoldScope } from '#crypto/retention/legal-hold.js'
import { ErrorSummary, type FieldErrors } from '../components/error-summary.js'

type PlaceHoldProps = {
  /** The hold that is to be lifted; else one is placed. */
  readonly lifted: string | undefined
  readonly isBusy: boolean
  readonly onDeclare: (said: { hold: string; reason: string; scope: HoldScope | undefined }) => void
  readonly onCancel: () => void
}

const KINDS = ['case', 'packages', 'authority'] as const
const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** A hold is placed on packages, a case or an authority, or lifted; each with its reason. */
export function PlaceHold({ lifted, isBusy, onDeclare, onCancel }: PlaceHoldProps) {
  const { t } = useTranslation('operator')
  const { t: common } = useTranslation()
  const [name, setName] = useState('')
  const [kind, setKind] = useState<(typeof KINDS)[number]>('case')
  const [ids, setIds] = useState('')
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<FieldErrors>({})
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const scope = HoldScope.safeParse(scopeOf(kind, ids))
    const found = {
      ...(lifted !== undefined || NAME.test(name) ? {} : { 'hold-name': t('needHoldName') }),
      ...(lifted !== undefined || scope.success ? {} : { 'hold-ids': t('needIds') }),
      ...(reason.trim() === '' ? { 'hold-reason': t('needReason') } : {}),
    }
    setErrors(found)
    if (Object.keys(found).length > 0) return
    onDeclare({
      hold: lifted ?? name,
      reason: reason.trim(),
      scope: lifted === undefined ? scope.data : undefined,
    })
  }
  return (
    <form noValidate onSubmit={submit}>
      <Title order={3}>
        {lifted === undefined ? t('placeTitle') : t('liftTitle', { name: lifted })}
      </Title>
      <Stack gap="md">
        <ErrorSummary errors={errors} />
        {lifted === undefined && (
          <>
            <TextInput
              id="hold-name"
              label={t('holdName')}
              description={t('holdNameHint')}
              dir="ltr"
              maxLength={64}
              error={errors['hold-name']}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <NativeSelect
              id="hold-kind"
              label={t('covers')}
              value={kind}
              onChange={(event) => setKind(event.currentTarget.value as typeof kind)}
              data={KINDS.map((value) => ({ value, label: t(`scope_${value}`) }))}
            />
            <Textarea
              id="hold-ids"
              label={t(kind === 'packages' ? 'idsOfPackages' : 'idOf')}
              dir="ltr"
              rows={kind === 'packages' ? 4 : 1}
              error={errors['hold-ids']}
              value={ids}
              onChange={(event) => setIds(event.currentTarget.value)}
            />
          </>
        )}
        <TextInput
          id="hold-reason"
          // Whoever lifts a hold comes from its line in the table above.
          autoFocus={lifted !== undefined}
          label={t('reason')}
          maxLength={500}
          error={errors['hold-reason']}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group>
          <Button type="submit" data-action="declare-hold" disabled={isBusy}>
            {t(isBusy ? 'working' : lifted === undefined ? 'placeHold' : 'liftHold')}
          </Button>
          {lifted !== undefined && (
            <Button variant="default" onClick={onCancel}>
              {common('cancel')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  )
}

function scopeOf(kind: (typeof KINDS)[number], ids: string): unknown {
  const all = ids.split(/\s+/).filter((id) => id !== '')
  if (kind === 'packages') return { of: kind, packages: all }
  return { of: kind, [kind]: all.length === 1 ? all[0] : undefined }
}
