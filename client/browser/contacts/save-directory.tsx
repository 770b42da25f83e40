import { Button, Group, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { contactsText, directoryContacts } from '../../core/directory/directory-contacts.js'
import { useSignedIn } from '../api/signed-in.js'
import { Problem } from '../components/page-states.js'
import { handOut } from '../platform/hand-out.js'
import { useContacts } from './use-contacts.js'

type Format = 'csv' | 'json'

/** Public contact data as a file: of the entries that verify, and of the contacts that were brought in. */
export function SaveDirectory() {
  const { t } = useTranslation('contacts')
  const { session } = useSignedIn()
  const { kept } = useContacts()
  const saving = useMutation({
    mutationFn: async (format: Format) => {
      const contacts = [...(await directoryContacts(session)), ...(kept.data ?? [])]
      handOut(new Blob([contactsText(contacts, format)]), `directory.${format}`)
      return { file: `directory.${format}`, number: contacts.length }
    },
  })
  return (
    <section aria-labelledby="save-directory">
      <Title order={2} id="save-directory">
        {t('save')}
      </Title>
      <p>{t('saveMeaning')}</p>
      <Group>
        {(['csv', 'json'] as const).map((format) => (
          <Button
            key={format}
            variant="default"
            data-action={`save-directory-${format}`}
            disabled={saving.isPending || kept.isPending}
            onClick={() => saving.mutate(format)}
          >
            {t(`save_${format}`)}
          </Button>
        ))}
      </Group>
      <p role="status">{saving.data && `✓ ${t('saved', saving.data)}`}</p>
      {saving.error && <Problem error={saving.error} />}
    </section>
  )
}
