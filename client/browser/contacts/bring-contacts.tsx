import { Button, Group, Title } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FileField } from '../components/file-field.js'
import { Loading, Problem } from '../components/page-states.js'
import { ContactTable } from './contact-table.js'
import { useContacts } from './use-contacts.js'

/** Contacts of authorities that no relay knows, from a file; a new one takes the place of the one before. */
export function BringContacts() {
  const { t } = useTranslation('contacts')
  const { kept, bringing } = useContacts()
  const [file, setFile] = useState<File | undefined>()
  const [error, setError] = useState<string | undefined>()
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setError(file ? undefined : t('needFile'))
    if (file) bringing.mutate(file)
  }
  return (
    <section aria-labelledby="bring-contacts">
      <Title order={2} id="bring-contacts">
        {t('bring')}
      </Title>
      <p>{t('bringMeaning')}</p>
      <form noValidate onSubmit={submit} className="proof-form">
        <FileField
          id="contacts-file"
          label={t('file')}
          hint={t('fileHint')}
          accept=".csv,.json,text/csv,application/json"
          error={error}
          onChoose={setFile}
        />
        <Group mt="md">
          <Button type="submit" data-action="bring-contacts" disabled={bringing.isPending}>
            {t('bringAction')}
          </Button>
          {kept.data && kept.data.length > 0 && (
            <Button
              variant="default"
              data-action="remove-contacts"
              disabled={bringing.isPending}
              onClick={() => bringing.mutate(undefined)}
            >
              {t('removeAll')}
            </Button>
          )}
        </Group>
      </form>
      <p role="status">
        {bringing.data && (
          <>
            ✓ {t('brought', { number: bringing.data.kept })}{' '}
            {bringing.data.onRelay > 0 && t('onRelay', { number: bringing.data.onRelay })}
          </>
        )}
      </p>
      {bringing.error && <Problem error={bringing.error} />}
      {kept.isPending && <Loading />}
      {kept.error && <Problem error={kept.error} onRetry={() => void kept.refetch()} />}
      {kept.data?.length === 0 && <p className="quiet">{t('none')}</p>}
      {kept.data && kept.data.length > 0 && <ContactTable contacts={kept.data} />}
    </section>
  )
}
