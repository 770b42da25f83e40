import { Button, Fieldset, Group, Stack, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { setDutyRoster } from '../../core/duty-roster.js'
import { RosterDraft } from '../../core/roster-draft.js'
import { useSignedIn } from '../api/signed-in.js'
import { ErrorSummary, type FieldErrors } from '../components/error-summary.js'
import { Problem } from '../components/page-states.js'
import { NameChoice } from './name-choice.js'
import { type Shift, ShiftFields } from './shift-fields.js'

type RosterFormProps = { readonly names: readonly string[]; readonly before: RosterDraft }

/** Shifts that come back each week, who steps in, and where each is reached; exceptions stay as they were. */
export function RosterForm({ names, before }: RosterFormProps) {
  const { t } = useTranslation('duty')
  const { session } = useSignedIn()
  const queries = useQueryClient()
  const [shifts, setShifts] = useState<readonly Shift[]>(before.shifts)
  const [backup, setBackup] = useState<readonly string[]>(before.backup)
  const [emails, setEmails] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(before.persons.map(({ officer, email }) => [officer, email ?? ''])),
  )
  const [errors, setErrors] = useState<FieldErrors>({})
  const named = [
    ...new Set([
      ...[...shifts, ...before.exceptions].flatMap(({ officers }) => officers),
      ...backup,
      ...before.keyWarnings,
    ]),
  ]
  const setting = useMutation({
    mutationFn: (draft: RosterDraft) => setDutyRoster(session, draft),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['duty', 'roster'] }),
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const draft = RosterDraft.safeParse({
      ...before,
      persons: named.map((officer) => ({ officer, email: orNull(emails[officer]) })),
      shifts,
      backup,
    })
    const found = {
      ...Object.fromEntries(
        shifts.flatMap((shift, at) => [
          ...(shift.officers.length === 0 ? [[`shift-${at}-officers`, t('needOfficer')]] : []),
          ...(shift.days.length === 0 ? [[`shift-${at}-days`, t('needDay')]] : []),
          ...(shift.from === '' || shift.to === '' ? [[`shift-${at}-from`, t('needHours')]] : []),
        ]),
      ),
      ...(draft.success
        ? {}
        : Object.fromEntries(
            draft.error.issues
              .filter(({ path }) => path[0] === 'persons')
              .map(({ path }) => [`email-${String(path[1])}`, t('needEmail')]),
          )),
    } as FieldErrors
    setErrors(found)
    if (draft.success && Object.keys(found).length === 0) setting.mutate(draft.data)
  }
  const begin: Shift = {
    ...{ zone: new Intl.DateTimeFormat().resolvedOptions().timeZone, first: null, last: null },
    ...{ from: '18:00', to: '08:00', days: [1, 2, 3, 4, 5, 6, 7], officers: [] },
  }
  return (
    <form noValidate onSubmit={submit} className="roster-form">
      <Stack gap="md">
        <ErrorSummary errors={errors} />
        {shifts.map((shift, at) => (
          <ShiftFields
            key={at}
            at={at}
            shift={shift}
            names={names}
            errors={errors}
            onChange={(changed) =>
              setShifts(shifts.map((other, position) => (position === at ? changed : other)))
            }
            onRemove={() => setShifts(shifts.filter((_shift, position) => position !== at))}
          />
        ))}
        <div>
          <Button
            variant="default"
            data-action="add-shift"
            onClick={() => setShifts([...shifts, begin])}
          >
            {t('addShift')}
          </Button>
        </div>
        <NameChoice
          id="backup"
          legend={t('backup')}
          names={names}
          chosen={backup}
          error={undefined}
          onChange={setBackup}
        />
        {named.length > 0 && (
          <Fieldset legend={t('addresses')}>
            <Stack gap="sm">
              {named.map((name, at) => (
                <TextInput
                  key={name}
                  id={`email-${at}`}
                  type="email"
                  dir="ltr"
                  label={name}
                  error={errors[`email-${at}`]}
                  value={emails[name] ?? ''}
                  onChange={(event) => setEmails({ ...emails, [name]: event.currentTarget.value })}
                />
              ))}
            </Stack>
          </Fieldset>
        )}
        {setting.error && <Problem error={setting.error} />}
        <div role="status">
          {setting.data !== undefined && (
            <p className="done-good" data-roster={setting.data}>
              {t('rosterSet', { version: setting.data })} <Link href="/duty">{t('toDesk')}</Link>
            </p>
          )}
        </div>
        <Group>
          <Button type="submit" data-action="set-roster" disabled={setting.isPending}>
            {t(setting.isPending ? 'settingRoster' : 'saveRoster')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function orNull(text = ''): string | null {
  return text.trim() === '' ? null : text.trim()
}
