import { Button, Group, Stack, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { revokeCompromised } from '../../core/officers/revoke-compromised.js'
import type { Member } from '../../core/officers/list-officers.js'
import { useSignedIn } from '../api/signed-in.js'
import { Done } from '../components/done.js'
import { ErrorSummary, type FieldErrors } from '../components/error-summary.js'
import { Moment } from '../components/moment.js'
import { Problem } from '../components/page-states.js'
import { MomentField } from '../compose/fields/moment-field.js'
import type { AuthorityKeys } from './authority-keys.js'
import { KeyImpactList } from './key-impact-list.js'

type RevokeProps = {
  readonly member: Member
  readonly keys: AuthorityKeys
  readonly onDone: () => void
}

const FIELD = 'revoked-since'

/** For a key that was in the wrong hands before today: what that leaves provable is seen before it is signed. */
export function RevokeSince({ member, keys, onDone }: RevokeProps) {
  const { t } = useTranslation('authority')
  const { session } = useSignedIn()
  const { name, kid } = member.claims
  const isOwn = kid === session.officer.credential.payload.kid
  const [typed, setTyped] = useState('')
  const [since, setSince] = useState<Date | undefined>()
  const [errors, setErrors] = useState<FieldErrors>({})
  const revoking = useMutation({
    mutationFn: (moment: Date) => revokeCompromised(session, keys, kid, moment),
    onSuccess: onDone,
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const moment = new Date(typed)
    const hasPassed = moment <= session.platform.now()
    setErrors(hasPassed ? {} : { [FIELD]: t('needSince') })
    setSince(hasPassed ? moment : undefined)
  }
  return (
    <section aria-labelledby="revoke-since" className="authority-task">
      <Title order={2} id="revoke-since">
        {t('revokeTitle', { name })}
      </Title>
      <p>{t('revokeMeaning')}</p>
      {revoking.data && since ? (
        <Done data-revoked={revoking.data.vault ? 'closed' : 'own'}>
          <p>
            <strong>
              ✓ {t('revokedSince')} <Moment at={since.toISOString()} exact />
            </strong>
          </p>
          <p>{t(revoking.data.vault ? 'revokedClosed' : 'revokedOwn')}</p>
        </Done>
      ) : (
        <form noValidate onSubmit={submit}>
          <Stack gap="md">
            <ErrorSummary errors={errors} />
            <MomentField
              id={FIELD}
              label={t('revokeSince')}
              description={t('revokeSinceHint')}
              error={errors[FIELD]}
              value={typed}
              onFill={(value) => {
                setTyped(value)
                // What was shown is of another moment.
                setSince(undefined)
              }}
            />
            <div>
              <Button type="submit" variant="default" data-action="show-impact">
                {t('showImpact')}
              </Button>
            </div>
          </Stack>
        </form>
      )}
      {since && <KeyImpactList kid={kid} since={since} />}
      {since && !revoking.data && (
        <div className="confirm">
          <p>
            {t('revokeSure', { name })} <Moment at={since.toISOString()} exact />
          </p>
          <p>{t(isOwn ? 'revokeOwn' : 'removeMeaning')}</p>
          {revoking.error && <Problem error={revoking.error} />}
          <Group mt="sm">
            {/* A key in a stranger's hands does not wait for the list. */}
            <Button
              color="red"
              data-action="revoke-since"
              disabled={revoking.isPending}
              onClick={() => revoking.mutate(since)}
            >
              {t(revoking.isPending ? 'working' : 'signRevocation')}
            </Button>
            <Button
              variant="default"
              disabled={revoking.isPending}
              onClick={() => setSince(undefined)}
            >
              {t('cancel', { ns: 'common' })}
            </Button>
          </Group>
        </div>
      )}
    </section>
  )
}
