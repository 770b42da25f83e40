import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { EntryStep } from '../../core/directory/entry-history.js'
import type { SaidMember } from '../../core/directory/entry-says.js'
import { DataTable } from '../components/data-table.js'
import { listed } from '../components/listed.js'
import { Moment } from '../components/moment.js'
import { useKeysChanged } from './use-keys-changed.js'

/** The text of each thing that an entry says. */
const SAID = {
  ...({ names: 'said_names', functions: 'functions', languages: 'languages' } as const),
  ...({ instruments: 'instruments', legalBases: 'legalBases', laws: 'laws' } as const),
  ...({ requirements: 'requirements', signatureRules: 'signature' } as const),
  ...({ classifications: 'said_classifications', accepts: 'formats' } as const),
  ...({ timeZone: 'timeZone', officeHours: 'officeHours', holidays: 'said_holidays' } as const),
  ...({ contact: 'contact', dutyContact: 'duty', channels: 'channels' } as const),
  ...({ interpol: 'said_interpol', policy: 'approvals' } as const),
} as const satisfies Record<SaidMember, string>

/** Every version of an entry, the newest first, and what it changed. */
export function VersionTable({ steps }: { readonly steps: readonly EntryStep[] }) {
  const { t, i18n } = useTranslation('directory')
  const keysChanged = useKeysChanged()
  const changes = ({ changed, added, removed, isRecertified, version }: EntryStep) => {
    const all = [
      ...changed.map((member) => t(SAID[member])),
      keysChanged({ added, removed }),
      ...(isRecertified ? [t('recertified')] : []),
    ].filter((words) => words !== '')
    if (all.length > 0) return listed(all, i18n.language)
    return t(version === 1 ? 'firstVersion' : 'renewed')
  }
  return (
    <section aria-labelledby="versions">
      <Title order={2} id="versions">
        {t('versions')}
      </Title>
      <p className="quiet">{t('versionsLead')}</p>
      <DataTable
        caption={t('versions')}
        rows={steps}
        keyOf={({ digest }) => digest}
        columns={[
          {
            id: 'version',
            title: t('version'),
            isRowHeader: true,
            cell: ({ version }) => version,
          },
          { id: 'since', title: t('inForceSince'), cell: ({ from }) => <Moment at={from} /> },
          { id: 'changed', title: t('whatChanged'), cell: changes },
        ]}
      />
    </section>
  )
}
