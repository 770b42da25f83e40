import { Button, Group, NativeSelect, Stack, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Role } from '#crypto/directory/officer-credential.js'
import { Revocation } from '#crypto/directory/revocation.js'
import { changeRoles } from '../../core/officers/add-officer.js'
import { removeOfficer } from '../../core/officers/remove-officer.js'
import type { Member } from '../../core/officers/list-officers.js'
import { useSignedIn } from '../api/signed-in.js'
import { Confirmed } from '../components/confirmed.js'
import { Problem } from '../components/page-states.js'
import type { AuthorityKeys } from './authority-keys.js'
import { DemandedKeys } from './demanded-keys.js'
import { RoleChoice } from './role-choice.js'

type ChangeProps = {
  readonly member: Member
  readonly keys: AuthorityKeys
  readonly onDone: () => void
  readonly onClose: () => void
}

/** So long packages that were sealed before still go through. */
const OVERLAP_MS = 60 * 60_000
const REASONS = Revocation.shape.reason

/** Other roles for an officer, or the end of their access, asked once more. */
export function ChangeOfficer({ member, keys, onDone, onClose }: ChangeProps) {
  const { t } = useTranslation('authority')
  const { session } = useSignedIn()
  const { name, kid } = member.claims
  const [roles, setRoles] = useState<readonly Role[]>(member.claims.roles)
  const [reason, setReason] = useState<(typeof REASONS.options)[number]>('left')
  const changing = useMutation({
    mutationFn: () => changeRoles(session, keys.credentialsKey, kid, roles),
    onSuccess: onDone,
  })
  const removing = useMutation({
    mutationFn: () => removeOfficer(session, keys, { who: kid, reason, overlapMs: OVERLAP_MS }),
    onSuccess: () => {
      onDone()
      onClose()
    },
  })
  const isBusy = changing.isPending || removing.isPending
  return (
    <section aria-labelledby="change-officer" className="authority-task">
      <Title order={2} id="change-officer">
        <bdi>{name}</bdi>
      </Title>
      <Stack gap="md">
        <RoleChoice
          id="changed-roles"
          roles={roles}
          error={roles.length === 0 ? t('needRole') : undefined}
          onChange={setRoles}
        />
        <Group>
          <Button
            data-action="change-roles"
            disabled={isBusy || roles.length === 0}
            onClick={() => changing.mutate()}
          >
            {t(changing.isPending ? 'working' : 'saveRoles')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('close', { ns: 'common' })}
          </Button>
        </Group>
        <p role="status">{changing.isSuccess && `✓ ${t('rolesSaved')}`}</p>
        {changing.error && <Problem error={changing.error} />}
        <DemandedKeys member={member} keys={keys} onDone={onDone} />
        <div>
          <Confirmed
            name="remove-officer"
            size="sm"
            action={t('removeOfficer')}
            isBusy={isBusy}
            busy={t('working')}
            onConfirm={() => removing.mutate()}
            question={
              <>
                <p>{t('removeSure', { name })}</p>
                <p>{t('removeMeaning')}</p>
                <NativeSelect
                  label={t('reason')}
                  value={reason}
                  onChange={(event) => setReason(REASONS.parse(event.currentTarget.value))}
                >
                  {REASONS.options.map((one) => (
                    <option key={one} value={one}>
                      {t(`reason_${one}`)}
                    </option>
                  ))}
                </NativeSelect>
              </>
            }
          />
        </div>
        {removing.error && <Problem error={removing.error} />}
      </Stack>
    </section>
  )
}
