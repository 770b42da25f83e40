import { useTranslation } from 'react-i18next'
import type { Contact } from '../../core/directory/contact.js'
import { DataTable } from '../components/data-table.js'
import { useListed } from '../components/use-listed.js'
import { COMPETENCES, stateName } from '../directory/words.js'

/** Contacts that nobody signed: for looking up, and not for sealing to. */
export function ContactTable({ contacts }: { readonly contacts: readonly Contact[] }) {
  const { t, i18n } = useTranslation('directory')
  const list = useListed()
  return (
    <DataTable
      caption={t('elsewhere')}
      rows={contacts.map((contact, at) => ({ ...contact, key: String(at) }))}
      keyOf={({ key }) => key}
      columns={[
        {
          id: 'name',
          title: t('authority'),
          isRowHeader: true,
          cell: ({ name }) => <Own text={name} />,
        },
        {
          id: 'state',
          title: t('state'),
          cell: ({ state }) => stateName(state, i18n.language),
        },
        {
          id: 'functions',
          title: t('functions'),
          cell: ({ functions }) => list(functions.map((one) => t(COMPETENCES[one]))),
        },
        {
          id: 'email',
          title: t('email'),
          cell: ({ email }) => <Own text={email} />,
        },
        {
          id: 'telephone',
          title: t('telephone'),
          cell: ({ telephone }) => <Own text={telephone} />,
        },
      ]}
    />
  )
}

/** In its own direction, and where the other cells begin on a narrow screen. */
const Own = ({ text }: { readonly text: string | null }) =>
  text === null ? (
    <span aria-hidden>–</span>
  ) : (
    <span>
      <bdi>{text}</bdi>
    </span>
  )
