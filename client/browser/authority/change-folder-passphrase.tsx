import { Button, PasswordInput, Stack } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MINIMUM_PASSPHRASE } from '../../core/passphrase-rule.js'
import { Done } from '../components/done.js'
import { ErrorSummary, type FieldErrors } from '../components/error-summary.js'
import { FileField } from '../components/file-field.js'
import { isGoodPassphrase } from '../components/is-good-passphrase.js'
import { Problem } from '../components/page-states.js'
import { handOut } from '../platform/hand-out.js'
import { FOLDER_FILES, resealFolder, type Resealed } from './reseal-folder.js'

const FIELDS = [
  ['now', 'presentPassphrase', 'current-password'],
  ['next', 'newPassphrase', 'new-password'],
  ['again', 'againPassphrase', 'new-password'],
] as const
const idOf = (field: string) => `folder-passphrase-${field}`

/** Another passphrase for the files of the authority's folder, which are brought in and saved anew. */
export function ChangeFolderPassphrase() {
  const { t } = useTranslation('authority')
  const { t: signIn } = useTranslation('signIn')
  const [files, setFiles] = useState<readonly File[]>([])
  const [typed, setTyped] = useState({ now: '', next: '', again: '' })
  const [errors, setErrors] = useState<FieldErrors>({})
  const changing = useMutation({
    mutationFn: () => resealFolder(files, typed.now, typed.next),
    onSuccess: save,
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const isOfFolder = files.length > 0 && files.every(({ name }) => FOLDER_FILES.includes(name))
    const found = {
      ...(isOfFolder ? {} : { 'folder-files': t('needFolderFiles') }),
      ...(typed.now === '' ? { [idOf('now')]: signIn('needPassphrase') } : {}),
      ...(isGoodPassphrase(typed.next)
        ? {}
        : { [idOf('next')]: signIn('weakPassphrase', { length: MINIMUM_PASSPHRASE }) }),
      ...(typed.again === typed.next ? {} : { [idOf('again')]: signIn('otherPassphrase') }),
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
              {t('folderPassphraseChanged', { files: changed.map(({ name }) => name).join(', ') })}
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
              hint={t('folderFilesHint', { files: FOLDER_FILES.join(', ') })}
              error={errors['folder-files']}
              multiple
              onChooseAll={setFiles}
            />
            {FIELDS.map(([field, label, autoComplete]) => (
              <PasswordInput
                key={field}
                id={idOf(field)}
                label={signIn(label)}
                description={
                  field === 'next'
                    ? signIn('newPassphraseHint', { length: MINIMUM_PASSPHRASE })
                    : undefined
                }
                autoComplete={autoComplete}
                error={errors[idOf(field)]}
                value={typed[field]}
                onChange={({ currentTarget: { value } }) =>
                  setTyped((before) => ({ ...before, [field]: value }))
                }
              />
            ))}
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
