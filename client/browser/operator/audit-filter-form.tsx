import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { acceptanceEvents, acceptedTypes } from '#crypto/evidence/acceptance-events.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import type { AuditFilter } from '../../core/operations/audit.js'
import { ErrorSummary, type FieldErrors } from '../components/error-summary.js'
import { auditKinds } from './audit-kinds.js'

const CODES = acceptedTypes.map((typ) => acceptanceEvents[typ])

/** What of the audit is shown: all that is given has to fit. Days are this zone's. */
export function AuditFilterForm({ onShow }: { readonly onShow: (filter: AuditFilter) => void }) {
  const { t } = useTranslation('operator')
  const [about, setAbout] = useState('')
  const [code, setCode] = useState('')
  const [since, setSince] = useState('')
  const [until, setUntil] = useState('')
  const [errors, setErrors] = useState<FieldErrors>({})
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const authority = AuthorityId.safeParse(about.trim())
    const isWrong = about.trim() !== '' && !authority.success
    setErrors(isWrong ? { 'audit-about': t('needId') } : {})
    if (isWrong) return
    onShow({
      authority: authority.data,
      code: CODES.find((one) => one === code),
      since: startOf(since, 0),
      until: startOf(until, 1),
    })
  }
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="sm" mb="md">
        <ErrorSummary errors={errors} />
        <Group align="end" gap="sm">
          <TextInput
            id="audit-about"
            label={t('authorityId')}
            dir="ltr"
            error={errors['audit-about']}
            value={about}
            onChange={(event) => setAbout(event.currentTarget.value)}
          />
          <NativeSelect
            id="audit-code"
            label={t('auditWhat')}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
            data={[
              { value: '', label: t('auditEverything') },
              ...CODES.map((value) => ({ value, label: t(auditKinds[value]) })),
            ]}
          />
          <TextInput
            id="audit-since"
            type="date"
            label={t('auditFrom')}
            value={since}
            onChange={(event) => setSince(event.currentTarget.value)}
          />
          <TextInput
            id="audit-until"
            type="date"
            label={t('auditTo')}
            value={until}
            onChange={(event) => setUntil(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" data-action="audit-show">
            {t('auditShow')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** When a day of this zone begins, or the one so many days later; undefined where none is given. */
function startOf(day: string, later: number): string | undefined {
  const [year = NaN, month = NaN, date = NaN] = day.split('-').map(Number)
  const at = new Date(year, month - 1, date + later)
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString()
}
