import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { stateName } from '../directory/words.js'
import { ContactTable } from './contact-table.js'
import { useContacts } from './use-contacts.js'

type ElsewhereProps = {
  /** In lower case; empty for all. */
  readonly sought: string
  /** One of the competences; empty for any. */
  readonly competence: string
}

/** Below the directory: whoever is in no relay's directory, as far as they are looked for. */
export function Elsewhere({ sought, competence }: ElsewhereProps) {
  const { t, i18n } = useTranslation('directory')
  const { kept } = useContacts()
  const found = (kept.data ?? [])
    .filter(({ functions }) => competence === '' || functions.some((one) => one === competence))
    .filter(({ name, state, instruments }) =>
      [name, state, stateName(state, i18n.language), ...instruments]
        .join(' ')
        .toLocaleLowerCase()
        .includes(sought),
    )
  if (found.length === 0) return null
  return (
    <section aria-labelledby="elsewhere">
      <Title order={2} id="elsewhere" mt="xl">
        {t('elsewhere')}
      </Title>
      <p className="quiet">{t('elsewhereMeaning')}</p>
      <ContactTable contacts={found} />
    </section>
  )
}
