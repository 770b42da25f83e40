import { Button, Checkbox, Group, Stack, TextInput, Title } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RetentionClass } from '#crypto/retention/retention-schedule.js'
import type { Operator } from '../../core/operations/operator.js'
import { currentRetention, setRetention } from '../../core/retention/set-retention.js'
import { ErrorSummary, type FieldErrors } from '../components/error-summary.js'
import { Loading, Problem } from '../components/page-states.js'
import { relayOf } from './relay-of.js'

const CLASSES: readonly RetentionClass[] = ['routine', 'urgent', 'emergency', 'undecided']
const MOST_DAYS = 36_500

/** How long content is kept, by class. What is deleted by it nobody brings back; what proves stays. */
export function Retention({ operator }: { readonly operator: Operator }) {
  const { t } = useTranslation('operator')
  const [written, setWritten] = useState<Partial<Record<RetentionClass, string>>>({})
  const [isSure, setSure] = useState(false)
  const [errors, setErrors] = useState<FieldErrors>({})
  const current = useQuery({
    queryKey: ['operator', 'retention', operator.key.kid],
    // A query's data is never undefined.
    queryFn: async () => (await currentRetention(operator, relayOf(operator)))?.payload ?? null,
  })
  const setting = useMutation({
    mutationFn: (days: Partial<Record<RetentionClass, number | null>>) =>
      setRetention(operator, relayOf(operator), days, new Date()),
    onSuccess: () => {
      setWritten({})
      setSure(false)
      void current.refetch()
    },
  })
  const inForce = (name: RetentionClass) => current.data?.days[name]?.toString() ?? ''
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const changed = CLASSES.filter((name) => (written[name] ?? inForce(name)) !== inForce(name))
    const found = {
      ...Object.fromEntries(
        changed
          .filter((name) => !isDays(written[name] ?? ''))
          .map((name) => [`keep-${name}`, t('needDays', { most: MOST_DAYS })]),
      ),
      ...(changed.length === 0 ? { 'keep-routine': t('nothingToChange') } : {}),
      ...(isSure ? {} : { 'keep-sure': t('needSure') }),
    }
    setErrors(found)
    if (Object.keys(found).length > 0) return
    setting.mutate(
      Object.fromEntries(
        changed.map((name) => [name, written[name] === '' ? null : Number(written[name])]),
      ),
    )
  }
  return (
    <section aria-labelledby="retention" className="authority-task">
      <Title order={2} id="retention">
        {t('retention')}
      </Title>
      <p>{t('retentionMeaning')}</p>
      {current.isPending && <Loading />}
      {current.error && <Problem error={current.error} onRetry={() => void current.refetch()} />}
      {current.data === null && <p>{t('noRetention')}</p>}
      {current.data !== undefined && (
        <form noValidate onSubmit={submit}>
          <Stack gap="md">
            <ErrorSummary errors={errors} />
            {CLASSES.map((name) => (
              <TextInput
                key={name}
                id={`keep-${name}`}
                label={t(`keep_${name}`)}
                description={t('daysHint')}
                inputMode="numeric"
                dir="ltr"
                maxLength={5}
                error={errors[`keep-${name}`]}
                value={written[name] ?? inForce(name)}
                onChange={(event) =>
                  setWritten({ ...written, [name]: event.currentTarget.value.trim() })
                }
              />
            ))}
            <Checkbox
              id="keep-sure"
              label={t('retentionSure')}
              checked={isSure}
              error={errors['keep-sure']}
              onChange={(event) => setSure(event.currentTarget.checked)}
            />
            {setting.error && <Problem error={setting.error} />}
            <Group>
              <Button type="submit" data-action="set-retention" disabled={setting.isPending}>
                {t(setting.isPending ? 'working' : 'setRetention')}
              </Button>
            </Group>
            <p role="status">
              {setting.data && (
                <span data-schedule={setting.data.schedule.version}>
                  ✓ {t('retentionSet', { version: setting.data.schedule.version })}
                </span>
              )}
            </p>
          </Stack>
        </form>
      )}
    </section>
  )
}

const isDays = (text: string) =>
  text === '' || (/^[1-9]\d*$/.test(text) && Number(text) <= MOST_DAYS)
