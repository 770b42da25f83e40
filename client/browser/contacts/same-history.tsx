import { Button, Stack, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  compareDirectories,
  readSeenDirectory,
  rememberedDirectory,
} from '../../core/directory/compare-directories.js'
import { useSignedIn } from '../api/signed-in.js'
import { Done } from '../components/done.js'
import { FileField } from '../components/file-field.js'
import { Problem } from '../components/page-states.js'
import { handOut } from '../platform/hand-out.js'

const FILE = 'seen-directory.json'

/** Whether the relay shows to others what it shows here: only two that compare can tell. */
export function SameHistory() {
  const { t } = useTranslation('contacts')
  const { session } = useSignedIn()
  const [theirs, setTheirs] = useState<File | undefined>()
  const [error, setError] = useState<string | undefined>()
  const saving = useMutation({
    mutationFn: async () => {
      const seen = await rememberedDirectory(session.platform.seen)
      handOut(new Blob([`${JSON.stringify(seen, undefined, 2)}\n`]), FILE)
    },
  })
  const comparing = useMutation({
    mutationFn: async (file: File) =>
      compareDirectories(session.directory, readSeenDirectory(file.name, await file.text())),
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setError(theirs ? undefined : t('needFile'))
    if (theirs) comparing.mutate(theirs)
  }
  return (
    <section aria-labelledby="same-history">
      <Title order={2} id="same-history">
        {t('same')}
      </Title>
      <p>{t('sameMeaning')}</p>
      <Stack gap="md" className="proof-form">
        <div>
          <Button
            variant="default"
            data-action="save-seen"
            disabled={saving.isPending}
            onClick={() => saving.mutate()}
          >
            {t('saveSeen')}
          </Button>
          <p role="status">{saving.isSuccess && `✓ ${t('savedSeen', { file: FILE })}`}</p>
          {saving.error && <Problem error={saving.error} />}
        </div>
        <form noValidate onSubmit={submit}>
          <FileField
            id="seen-file"
            label={t('theirs')}
            hint={t('theirsHint', { file: FILE })}
            accept=".json,application/json"
            error={error}
            onChoose={(file) => {
              setTheirs(file)
              comparing.reset()
            }}
          />
          <Button mt="md" type="submit" data-action="compare-seen" disabled={comparing.isPending}>
            {t(comparing.isPending ? 'comparing' : 'compare')}
          </Button>
        </form>
      </Stack>
      {comparing.error && <Problem error={comparing.error} />}
      {comparing.data && (
        <Done data-compared={comparing.data.length}>
          <p>
            <strong>✓ {t('isSame', { number: comparing.data.length })}</strong>
          </p>
        </Done>
      )}
    </section>
  )
}
