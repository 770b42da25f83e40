import { Button, Checkbox, Group, Paper, Title } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { actOnHandoff } from '../../core/translation/act-on-handoff.js'
import { ownTurn } from '../../core/translation/own-turn.js'
import type { OpenHandoff } from '../../core/translation/read-handoff.js'
import { useSignedIn } from '../api/signed-in.js'
import { ErrorSummary, type FieldErrors } from '../components/error-summary.js'
import { Problem } from '../components/page-states.js'
import { Decline } from './decline.js'
import { useAct } from './use-act.js'

/** A translator takes it on, with what they declare by that, or leaves it to the next. */
export function Accept({ open }: { readonly open: OpenHandoff }) {
  const { t } = useTranslation('translation')
  const { session } = useSignedIn()
  const [isDeclared, setDeclared] = useState(false)
  const [declining, setDeclining] = useState<'no' | 'yes' | 'no-more'>('no')
  const [errors, setErrors] = useState<FieldErrors>({})
  const accepting = useAct(() => {
    const profile = session.officer.credential.payload.linguist
    const since = session.platform.now().toISOString()
    return actOnHandoff(session, open, {
      act: 'accept',
      turn: ownTurn(session, open),
      accreditation: profile?.accreditation ?? null,
      clearance: profile?.clearance ?? null,
      confidentialitySince: profile?.confidentialitySince ?? since,
      conflictExcluded: since,
    })
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setErrors(isDeclared ? {} : { declare: t('needDeclare') })
    if (isDeclared) accepting.mutate(undefined)
  }
  return (
    <Paper withBorder p="md" component="section" className="acknowledge">
      <Title order={2}>{t('takeOn')}</Title>
      {declining === 'yes' ? (
        <Decline open={open} onCancel={() => setDeclining('no-more')} />
      ) : (
        <form noValidate onSubmit={submit}>
          <p>{t('takeOnMeaning')}</p>
          <ErrorSummary errors={errors} />
          <Checkbox
            id="declare"
            label={t('declare')}
            error={errors['declare']}
            checked={isDeclared}
            onChange={(event) => setDeclared(event.currentTarget.checked)}
          />
          {accepting.error && <Problem error={accepting.error} />}
          <Group mt="md">
            <Button type="submit" data-action="accept" disabled={accepting.isPending}>
              {t(accepting.isPending ? 'signing' : 'accept')}
            </Button>
            <Button
              variant="subtle"
              color="red"
              data-action="decline"
              autoFocus={declining === 'no-more'}
              onClick={() => setDeclining('yes')}
            >
              {t('decline')}
            </Button>
          </Group>
        </form>
      )}
    </Paper>
  )
}
