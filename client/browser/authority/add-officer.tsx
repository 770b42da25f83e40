import { Button, Stack, TextInput, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseJson } from '#crypto/canonical/parse-json.js'
import type { Role } from '#crypto/directory/officer-credential.js'
import { addOfficer, OfficerPublicKeys } from '../../core/officers/add-officer.js'
import { ClientError } from '../../core/client-error.js'
import { useSignedIn } from '../api/signed-in.js'
import { ErrorSummary, type FieldErrors } from '../components/error-summary.js'
import { FileField } from '../components/file-field.js'
import { Problem } from '../components/page-states.js'
import type { AuthorityKeys } from './authority-keys.js'
import { RoleChoice } from './role-choice.js'

type TaskProps = { readonly keys: AuthorityKeys; readonly onDone: () => void }

/** Takes an officer in, by the public halves of keys that the newcomer has made. */
export function AddOfficer({ keys, onDone }: TaskProps) {
  const { t } = useTranslation('authority')
  const { session } = useSignedIn()
  const [name, setName] = useState('')
  const [roles, setRoles] = useState<readonly Role[]>([])
  const [file, setFile] = useState<File | undefined>()
  const [errors, setErrors] = useState<FieldErrors>({})
  const adding = useMutation({
    mutationFn: async (chosen: File) => {
      const brought = await publicKeysIn(chosen)
      await addOfficer(session, keys.credentialsKey, { name: name.trim(), roles, keys: brought })
      return brought
    },
    onSuccess: onDone,
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const found = {
      ...(name.trim() === '' ? { 'officer-name': t('needName') } : {}),
      ...(roles.length === 0 ? { 'officer-roles': t('needRole') } : {}),
      ...(file ? {} : { 'officer-keys': t('needFile') }),
    }
    setErrors(found)
    if (file && Object.keys(found).length === 0) adding.mutate(file)
  }
  return (
    <section aria-labelledby="add-officer" className="authority-task">
      <Title order={2} id="add-officer">
        {t('addTitle')}
      </Title>
      <p>{t('addMeaning')}</p>
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          <ErrorSummary errors={errors} />
          <TextInput
            id="officer-name"
            label={t('name')}
            maxLength={120}
            error={errors['officer-name']}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <RoleChoice
            id="officer-roles"
            roles={roles}
            error={errors['officer-roles']}
            onChange={setRoles}
          />
          <FileField
            id="officer-keys"
            label={t('publicKeys')}
            hint={t('publicKeysHint')}
            accept=".json,application/json"
            error={errors['officer-keys']}
            onChoose={setFile}
          />
          {adding.error && <Problem error={adding.error} />}
          <div role="status">
            {adding.data && (
              <div className="done-good" data-added={adding.data.signing.kid}>
                <p>
                  <strong>{t('added', { name })}</strong>
                </p>
                <p>{t('readOut')}</p>
                <p>
                  <code>{adding.data.signing.kid}</code>
                  <br />
                  <code>{adding.data.sealing.kid}</code>
                </p>
              </div>
            )}
          </div>
          <div>
            <Button type="submit" data-action="add-officer" disabled={adding.isPending}>
              {t(adding.isPending ? 'working' : 'add')}
            </Button>
          </div>
        </Stack>
      </form>
    </section>
  )
}

async function publicKeysIn(file: File): Promise<OfficerPublicKeys> {
  const limits = { maxBytes: 16 * 1024, maxDepth: 4 }
  const text = file.size > limits.maxBytes ? '' : await file.text()
  const read = OfficerPublicKeys.safeParse(orNothing(() => parseJson(text, limits)))
  if (read.success) return read.data
  throw new ClientError('usage', 'no public keys of an officer', 'Choose officer.public.json.')
}

function orNothing<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
