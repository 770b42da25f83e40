import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Member } from '../../core/officers/list-officers.js'
import { useSignedIn } from '../api/signed-in.js'
import { DataTable } from '../components/data-table.js'
import { listed } from '../components/listed.js'
import { Moment } from '../components/moment.js'

type OfficerTableProps = {
  readonly members: readonly Member[]
  /** By the key; undefined while nothing can be changed. */
  readonly onChange: ((kid: string) => void) | undefined
}

const TONES = { active: ['good', '✓'], revoked: ['bad', '✗'], unverified: ['bad', '✗'] } as const

/** The officers as the authority's own signatures tell, not as the relay does. */
export function OfficerTable({ members, onChange }: OfficerTableProps) {
  const { t, i18n } = useTranslation('authority')
  const { session } = useSignedIn()
  const own = session.officer.credential.payload.kid
  return (
    <DataTable
      caption={t('officers')}
      rows={members}
      keyOf={({ claims }) => claims.kid}
      columns={[
        {
          id: 'name',
          title: t('name'),
          isRowHeader: true,
          cell: ({ claims: { name, kid } }) => (
            <span>
              <bdi>{name}</bdi> {kid === own && <span className="quiet">({t('you')})</span>}
            </span>
          ),
        },
        {
          id: 'roles',
          title: t('roles'),
          cell: ({ claims }) =>
            listed(
              claims.roles.map((role) => t(`role_${role}`)),
              i18n.language,
            ),
        },
        {
          id: 'standing',
          title: t('standing'),
          cell: ({ standing }) => {
            const [tone, sign] = TONES[standing]
            return (
              <span className={`mark mark-${tone}`} data-standing={standing}>
                <span aria-hidden>{sign}</span> {t(`standing_${standing}`)}
              </span>
            )
          },
        },
        {
          id: 'until',
          title: t('until'),
          cell: ({ claims }) => <Moment at={claims.validTo} />,
        },
        ...(onChange === undefined
          ? []
          : [
              {
                id: 'change',
                title: t('change'),
                cell: ({ claims: { kid, name }, standing }: Member) =>
                  // One that is revoked may turn out to have been in the wrong hands earlier.
                  standing !== 'unverified' && (
                    <Button
                      size="compact-sm"
                      variant="default"
                      data-officer={name}
                      aria-label={t('changeNamed', { name })}
                      onClick={() => onChange(kid)}
                    >
                      {t('change')}
                    </Button>
                  ),
              },
            ]),
      ]}
    />
  )
}
