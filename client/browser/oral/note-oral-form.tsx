import { Button, NativeSelect, Radio, Stack, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { DirectoryEntry } from '#crypto/directory/entry.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { noteOralRequest } from '../../core/duty/note-oral-request.js'
import { OralChannel } from '../../core/duty/oral-request.js'
import { useSignedIn } from '../api/signed-in.js'
import { nameIn } from '../api/use-directory.js'
import { Done } from '../components/done.js'
import { ErrorSummary, type FieldErrors } from '../components/error-summary.js'
import { Moment } from '../components/moment.js'
import { Problem } from '../components/page-states.js'
import { MomentField } from '../compose/fields/moment-field.js'
import { useLeaveWarning } from '../leaving/place.js'

const DEFAULTS = { within: 24, warn: 4 }
/** As the relay takes it: a leap year. */
const MOST_HOURS = 8784

/** Who asked whom, through which channel, what, and by when it is to be there in writing. */
export function NoteOralForm({ entries }: { readonly entries: readonly DirectoryEntry[] }) {
  const { t } = useTranslation('oral')
  const { session } = useSignedIn()
  const queries = useQueryClient()
  const [said, setSaid] = useState({
    direction: 'received',
    counterpart: '',
    person: '',
    channel: 'telephone',
    asked: '',
    at: '',
    within: String(DEFAULTS.within),
  })
  const [errors, setErrors] = useState<FieldErrors>({})
  const hours = Number(said.within)
  const change = (more: Partial<typeof said>) => setSaid({ ...said, ...more })
  const noting = useMutation({
    mutationFn: () =>
      noteOralRequest(
        session,
        {
          direction: said.direction === 'made' ? 'made' : 'received',
          counterpart: AuthorityId.parse(said.counterpart),
          channel: OralChannel.parse(said.channel),
          person: said.person.trim(),
          asked: said.asked.trim(),
          at: (said.at === '' ? session.platform.now() : new Date(said.at)).toISOString(),
        },
        { within: hours, warn: Math.min(DEFAULTS.warn, hours) },
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['duty', 'oral'] }),
  })
  useLeaveWarning(`${said.person}${said.asked}`.trim() !== '' && noting.data === undefined)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const found = {
      ...(said.counterpart === '' && { 'oral-counterpart': t('needCounterpart') }),
      ...(said.person.trim() === '' && { 'oral-person': t('needPerson') }),
      ...(said.asked.trim() === '' && { 'oral-asked': t('needAsked') }),
      ...(said.at !== '' &&
        Date.parse(said.at) > session.platform.now().getTime() && { 'oral-at': t('needPast') }),
      ...(!(Number.isInteger(hours) && hours >= 1 && hours <= MOST_HOURS) && {
        'oral-within': t('needWithin'),
      }),
    } as FieldErrors
    setErrors(found)
    if (Object.keys(found).length === 0) noting.mutate()
  }
  if (noting.data) {
    return (
      <Done data-noted={noting.data.oral}>
        <p>
          <strong>✓ {t(noting.data.already ? 'notedBefore' : 'noted')}</strong>
        </p>
        <p>
          {t('due')}: <Moment at={noting.data.due} />
        </p>
        <p>
          <Link href="/duty">{t('toDesk')}</Link>
        </p>
      </Done>
    )
  }
  return (
    <form noValidate onSubmit={submit} className="roster-form">
      <Stack gap="md">
        <ErrorSummary errors={errors} />
        <Radio.Group
          label={t('direction')}
          value={said.direction}
          onChange={(direction) => change({ direction })}
        >
          <Stack gap="xs" mt="xs">
            <Radio value="received" label={t('askedUs')} />
            <Radio value="made" label={t('weAsked')} />
          </Stack>
        </Radio.Group>
        <NativeSelect
          id="oral-counterpart"
          label={t('counterpart')}
          error={errors['oral-counterpart']}
          value={said.counterpart}
          onChange={(event) => change({ counterpart: event.currentTarget.value })}
        >
          <option value="">{t('choose')}</option>
          {entries
            .filter(({ kind }) => kind === 'authority')
            .filter(({ authority }) => authority !== session.officer.authority)
            .map(({ authority, names }) => (
              <option key={authority} value={authority}>
                {`${nameIn(names)} (${authority})`}
              </option>
            ))}
        </NativeSelect>
        <TextInput
          id="oral-person"
          label={t('person')}
          description={t('personHint')}
          maxLength={200}
          error={errors['oral-person']}
          value={said.person}
          onChange={(event) => change({ person: event.currentTarget.value })}
        />
        <NativeSelect
          label={t('channel')}
          value={said.channel}
          onChange={(event) => change({ channel: event.currentTarget.value })}
        >
          {OralChannel.options.map((one) => (
            <option key={one} value={one}>
              {t(`channel-${one}`)}
            </option>
          ))}
        </NativeSelect>
        <Textarea
          id="oral-asked"
          label={t('asked')}
          description={t('askedHint')}
          maxLength={2000}
          rows={4}
          error={errors['oral-asked']}
          value={said.asked}
          onChange={(event) => change({ asked: event.currentTarget.value })}
        />
        <MomentField
          id="oral-at"
          label={t('at')}
          description={t('atHint')}
          error={errors['oral-at']}
          value={said.at}
          onFill={(at) => change({ at })}
        />
        <TextInput
          id="oral-within"
          type="number"
          label={t('within')}
          description={t('withinHint')}
          min={1}
          max={MOST_HOURS}
          error={errors['oral-within']}
          value={said.within}
          onChange={(event) => change({ within: event.currentTarget.value })}
        />
        {noting.error && <Problem error={noting.error} />}
        <div>
          <Button type="submit" data-action="note-oral" disabled={noting.isPending}>
            {t(noting.isPending ? 'noting' : 'signNote')}
          </Button>
        </div>
      </Stack>
    </form>
  )
}
