import { Button, Group, Stack, TextInput } from '@mantine/core'
import { type DragEvent, type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorSummary, type FieldErrors } from '../components/error-summary.js'
import { FileField } from '../components/file-field.js'
import { useReportTexts } from '../languages/use-report-texts.js'
import { droppedFiles } from './dropped-files.js'
import { fileNames } from './file-names.js'
import type { Chosen, Work } from './use-ageing.js'

type AgeingFormProps = {
  readonly chosen: Chosen
  readonly isPending: boolean
  readonly work: Work | undefined
  readonly onChange: (changed: Partial<Chosen>) => void
  readonly onSubmit: () => void
}

/** Bundles, the trust list that they are judged by, and how far ahead is looked. */
export function AgeingForm({ chosen, isPending, work, onChange, onSubmit }: AgeingFormProps) {
  const { t } = useTranslation('ageing')
  const { page } = useReportTexts()
  const [errors, setErrors] = useState<FieldErrors>({})
  const count = fileNames(chosen.bundles).size
  const isDays = /^\d{1,5}$/.test(chosen.within.trim())
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const found = {
      ...(count > 0 ? {} : { 'ageing-files': t('needBundles') }),
      ...(chosen.trust === undefined ? { 'ageing-trust': page.needTrust } : {}),
      ...(isDays ? {} : { 'ageing-within': t('needDays') }),
    }
    setErrors(found)
    if (Object.keys(found).length === 0) onSubmit()
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    void droppedFiles(event.dataTransfer).then((bundles) => onChange({ bundles }))
  }
  return (
    <form
      noValidate
      className="proof-form ageing-form"
      onSubmit={submit}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      <Stack gap="md">
        <ErrorSummary errors={errors} />
        <FileField
          id="ageing-files"
          label={t('files')}
          hint={t('filesHint')}
          accept=".rogatory-proof"
          error={errors['ageing-files']}
          multiple
          onChooseAll={(bundles) => onChange({ bundles })}
        />
        <FileField
          id="ageing-folder"
          label={t('folder')}
          hint={t('folderHint')}
          multiple
          isFolder
          onChooseAll={(bundles) => onChange({ bundles })}
        />
        <p role="status" data-chosen={count}>
          {chosen.bundles.length > 0 && t('chosen', { number: count })}
        </p>
        <FileField
          id="ageing-trust"
          label={page.chooseTrust}
          hint={typeof chosen.trust === 'string' ? t('ownTrust') : page.chooseTrustHint}
          accept=".json,application/json"
          error={errors['ageing-trust']}
          onChoose={(trust) => onChange({ trust })}
        />
        <TextInput
          id="ageing-within"
          className="ageing-days"
          inputMode="numeric"
          label={t('within')}
          description={t('withinHint')}
          error={errors['ageing-within']}
          value={chosen.within}
          onChange={(event) => onChange({ within: event.currentTarget.value })}
        />
        <details>
          <summary>{t('policy')}</summary>
          <FileField
            id="ageing-policy"
            label={t('policyFile')}
            hint={t('policyHint')}
            accept=".json,application/json"
            onChoose={(policy) => onChange({ policy })}
          />
        </details>
        <Group>
          <Button type="submit" data-action="judge-ageing" disabled={isPending}>
            {t('judge')}
          </Button>
          <span role="status">{work && t('judging', work)}</span>
        </Group>
      </Stack>
    </form>
  )
}
