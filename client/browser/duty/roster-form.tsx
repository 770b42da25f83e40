import { Button, Fieldset, Group, Stack, TextInput, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { draftRota } from '../../core/duty/draft-rota.js'
import { setDutyRoster } from '../../core/duty/duty-roster.js'
import { type Member, nameOfOfficer } from '../../core/officers/list-officers.js'
import type { RosterDraft } from '../../core/duty/roster-draft.js'
import { useSignedIn } from '../api/signed-in.js'
import { ErrorSummary, type FieldErrors } from '../components/error-summary.js'
import { localMoment } from '../components/local-moment.js'
import { Problem } from '../components/page-states.js'
import { useNow } from '../components/use-now.js'
import { useLeaveWarning } from '../leaving/place.js'
import { AlsoTold } from './also-told.js'
import { ExceptionFields } from './exception-fields.js'
import { NameChoice } from './name-choice.js'
import { rosterErrors } from './roster-errors.js'
import { type Shift, ShiftFields } from './shift-fields.js'
import { WeekTable } from './week-table.js'

type RosterFormProps = { readonly members: readonly Member[]; readonly before: RosterDraft }

/** Shifts that come back each week, exceptions from them, who steps in, and where each is reached. */
export function RosterForm({ members, before }: RosterFormProps) {
  const { t } = useTranslation('duty')
  const { session } = useSignedIn()
  const queries = useQueryClient()
  const now = useNow(60_000)
  const [shifts, setShifts] = useState<readonly Shift[]>(before.shifts)
  const [exceptions, setExceptions] = useState(() => before.exceptions.map(inThisZone))
  const [keyWarnings, setKeyWarnings] = useState<readonly string[]>(before.keyWarnings)
  const [webhooks, setWebhooks] = useState(before.webhooks.join('\n'))
  const [backup, setBackup] = useState<readonly string[]>(before.backup)
  const [emails, setEmails] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(before.persons.map(({ officer, email }) => [officer, email ?? ''])),
  )
  const [errors, setErrors] = useState<FieldErrors>({})
  const active = members.filter(({ standing }) => standing === 'active')
  const names = [...new Set(active.map(({ claims }) => claims.name))]
  const turns = [...shifts, ...exceptions]
  const named = [
    ...new Set([...turns.flatMap(({ officers }) => officers), ...backup, ...keyWarnings]),
  ]
  const draft: RosterDraft = {
    ...before,
    persons: named.map((officer) => ({ officer, email: orNull(emails[officer]) })),
    shifts: [...shifts],
    exceptions: [...exceptions],
    backup: [...backup],
    keyWarnings: [...keyWarnings],
    webhooks: linesOf(webhooks),
  }
  const setting = useMutation({
    mutationFn: (roster: RosterDraft) => setDutyRoster(session, roster),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['duty', 'roster'] }),
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const found = rosterErrors(draft, t)
    setErrors(found)
    if (Object.keys(found).length === 0) setting.mutate(draft)
  }
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions()
  const written = JSON.stringify(draft)
  const [opened] = useState(written)
  const isAsSet = JSON.stringify(setting.variables) === written
  useLeaveWarning(!(isAsSet && setting.isSuccess) && (setting.isSuccess || written !== opened))
  const begin: Shift = {
    zone: timeZone,
    first: null,
    last: null,
    from: '18:00',
    to: '08:00',
    days: [1, 2, 3, 4, 5, 6, 7],
    officers: [],
  }
  return (
    <form noValidate onSubmit={submit} className="roster-form">
      <Stack gap="md">
        <ErrorSummary errors={errors} />
        <Title order={2}>{t('shifts')}</Title>
        {shifts.map((shift, at) => (
          <ShiftFields
            at={at}
            shift={shift}
            names={names}
            errors={errors}
            key={at}
            onChange={(changed) => setShifts(shifts.with(at, changed))}
            onRemove={() => setShifts(shifts.toSpliced(at, 1))}
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
        <Title order={2}>{t('exceptions')}</Title>
        <p className="quiet">
          {t('exceptionsLead')} {t('weekZone', { zone: timeZone })}
        </p>
        {exceptions.map((exception, at) => (
          <ExceptionFields
            at={at}
            exception={exception}
            names={names}
            errors={errors}
            key={at}
            onChange={(changed) => setExceptions(exceptions.with(at, changed))}
            onRemove={() => setExceptions(exceptions.toSpliced(at, 1))}
          />
        ))}
        <div>
          <Button
            variant="default"
            data-action="add-exception"
            onClick={() => setExceptions([...exceptions, { from: '', to: '', officers: [] }])}
          >
            {t('addException')}
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
        <AlsoTold
          names={names}
          keyWarnings={keyWarnings}
          webhooks={webhooks}
          error={errors['webhooks']}
          onKeyWarnings={setKeyWarnings}
          onWebhooks={setWebhooks}
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
        {turns.length > 0 && (
          <section aria-labelledby="week">
            <Title order={2} id="week">
              {t('weekAhead')}
            </Title>
            <WeekTable
              rota={draftRota(draft, members)}
              from={new Date(now)}
              nameOf={(officer) => nameOfOfficer(members, officer)}
            />
          </section>
        )}
        {setting.error && <Problem error={setting.error} />}
        <div role="status">
          {setting.data !== undefined && isAsSet && (
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

function inThisZone({ from, to, officers }: RosterDraft['exceptions'][number]) {
  return { from: localMoment(new Date(from)), to: localMoment(new Date(to)), officers }
}

function orNull(text = ''): string | null {
  return text.trim() === '' ? null : text.trim()
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
