import { Button, PasswordInput, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Done } from '../components/done.js'
import { ErrorSummary, type FieldErrors } from '../components/error-summary.js'
import { FileField } from '../components/file-field.js'
import { Problem } from '../components/page-states.js'
import { useNewPassphrase } from '../components/use-new-passphrase.js'
import { useListed } from '../components/use-listed.js'
import { handOut } from '../platform/hand-out.js'
import { FOLDER_FILES, resealFolder, type Resealed } from './reseal-folder.js'

const idOf = (field: string) => `folder-passphrase-${field}`

/** Another passphrase for the files of the authority's folder, which are brought in and saved anew. */
export function ChangeFolderPassphrase() {
  const { t } = useTranslation('authority')
  const list = useListed()
  const { t: signIn } = useTranslation('signIn')
  const [files, setFiles] = useState<readonly File[]>([])
  const [present, setPresent] = useState('')
  const next = useNewPassphrase({ next: idOf('next'), again: idOf('again') })
  const [errors, setErrors] = useState<FieldErrors>({})
  const changing = useMutation({
    mutationFn: () => resealFolder(files, present, next.passphrase),
    onSuccess: save,
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    void judge()
  }
  const judge = async () => {
    const isOfFolder = files.length > 0 && files.every(({ name }) => FOLDER_FILES.includes(name))
    const found = {
      ...(isOfFolder ? {} : { 'folder-files': t('needFolderFiles') }),
      ...(present === '' ? { [idOf('now')]: signIn('needPassphrase') } : {}),
      ...(await next.wrong()),
    }
    setErrors(found)
    if (Object.keys(found).length === 0) changing.mutate()
  }
  const { data: changed } = changing
  return (
    <details className="authority-task">
      <summary data-action="folder-passphrase">{t('folderPassphrase')}</summary>
      {changed !== undefined ? (
        <Done data-folder-passphrase="changed">
          <p>
            <strong>
              {t('folderPassphraseChanged', { files: list(changed.map(({ name }) => name)) })}
            </strong>
          </p>
          <p>{t('folderPassphraseReplace')}</p>
          <Button variant="default" onClick={() => save(changed)}>
            {signIn('saveAgain')}
          </Button>
        </Done>
      ) : (
        <form noValidate onSubmit={submit} aria-label={t('folderPassphrase')}>
          <p>{t('folderPassphraseMeaning')}</p>
          <Stack gap="md">
            <ErrorSummary errors={errors} />
            <FileField
              id="folder-files"
              label={t('folderFiles')}
              hint={t('folderFilesHint', { files: list(FOLDER_FILES) })}
              error={errors['folder-files']}
              multiple
              onChooseAll={setFiles}
            />
            <PasswordInput
              id={idOf('now')}
              label={signIn('presentPassphrase')}
              autoComplete="current-password"
              error={errors[idOf('now')]}
              value={present}
              onChange={({ currentTarget: { value } }) => setPresent(value)}
            />
            {next.fields(errors)}
            {changing.error && <Problem error={changing.error} />}
            <div>
              <Button type="submit" data-action="reseal-folder" disabled={changing.isPending}>
                {signIn(changing.isPending ? 'changingPassphrase' : 'changePassphraseAction')}
              </Button>
            </div>
          </Stack>
        </form>
      )}
    </details>
  )
}

function save(files: readonly Resealed[]): void {
  for (const { name, octets } of files) handOut(new Blob([octets]), name)
}
