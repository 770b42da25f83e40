import { Button, PasswordInput, Stack, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Operator } from '../../core/operations/operator.js'
import { ErrorSummary, type FieldErrors } from '../components/error-summary.js'
import { FileField } from '../components/file-field.js'
import { Problem } from '../components/page-states.js'
import { openOperator, type OperatorFiles } from './open-operator.js'

type BringProps = {
  readonly relay: Operator['relay']
  readonly onOpen: (operator: Operator) => void
}

const FILES = [
  { name: 'root', file: 'network-root.p12' },
  { name: 'key', file: 'operator-key.json' },
  { name: 'trust', file: 'trust.json' },
] as const

/** The operator's files, which lie offline and are brought in for as long as the page is open. */
export function BringOperator({ relay, onOpen }: BringProps) {
  const { t } = useTranslation('operator')
  const [files, setFiles] = useState<Partial<OperatorFiles>>({})
  const [passphrase, setPassphrase] = useState('')
  const [errors, setErrors] = useState<FieldErrors>({})
  const opening = useMutation({
    mutationFn: (chosen: OperatorFiles) => openOperator(chosen, passphrase, relay),
    onSuccess: onOpen,
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const { root, key, trust } = files
    const missing = FILES.filter(({ name }) => files[name] === undefined)
    setErrors({
      ...Object.fromEntries(missing.map(({ name, file }) => [`op-${name}`, t('need', { file })])),
      ...(passphrase === '' ? { 'op-passphrase': t('needPassphrase') } : {}),
    })
    if (root && key && trust && passphrase !== '') opening.mutate({ root, key, trust })
  }
  return (
    <section aria-labelledby="bring-operator" className="authority-keys">
      <Title order={2} id="bring-operator">
        {t('keysTitle')}
      </Title>
      <p>{t('keysMeaning')}</p>
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          <ErrorSummary errors={errors} />
          {FILES.map(({ name, file }) => (
            <FileField
              key={name}
              id={`op-${name}`}
              label={t(`file_${name}`)}
              hint={t('fileHint', { file })}
              error={errors[`op-${name}`]}
              onChoose={(chosen) => {
                const others = Object.fromEntries(
                  Object.entries(files).filter(([other]) => other !== name),
                )
                setFiles(chosen ? { ...others, [name]: chosen } : others)
              }}
            />
          ))}
          <PasswordInput
            id="op-passphrase"
            label={t('passphrase')}
            autoComplete="off"
            value={passphrase}
            error={errors['op-passphrase']}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
          />
          {opening.error && <Problem error={opening.error} />}
          <div>
            <Button type="submit" data-action="open-operator" disabled={opening.isPending}>
              {t(opening.isPending ? 'working' : 'open')}
            </Button>
          </div>
        </Stack>
      </form>
    </section>
  )
}
