import { Checkbox, Fieldset } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Role } from '#crypto/directory/officer-credential.js'

type RoleChoiceProps = {
  readonly id: string
  readonly roles: readonly Role[]
  readonly error: string | undefined
  readonly onChange: (roles: readonly Role[]) => void
}

/** Any number of roles, each said in words. */
export function RoleChoice({ id, roles, error, onChange }: RoleChoiceProps) {
  const { t } = useTranslation('authority')
  return (
    <Fieldset legend={t('roles')} id={id} tabIndex={-1}>
      {error !== undefined && <p className="late">{error}</p>}
      <div className="role-choices">
        {Role.options.map((role) => (
          <Checkbox
            key={role}
            value={role}
            label={t(`role_${role}`)}
            checked={roles.includes(role)}
            onChange={(event) =>
              onChange(
                event.currentTarget.checked
                  ? [...roles, role]
                  : roles.filter((other) => other !== role),
              )
            }
          />
        ))}
      </div>
    </Fieldset>
  )
}
