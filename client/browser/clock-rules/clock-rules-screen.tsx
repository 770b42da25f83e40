import './clock-rules.css'
import { Button, Group, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { readClockRules } from '../../case/clocks/read-clock-rules.js'
import { FileField } from '../components/file-field.js'
import { Empty, Loading, Problem } from '../components/page-states.js'
import { Page } from '../components/page.js'
import { handOut } from '../platform/hand-out.js'
import { RuleForm } from './rule-form.js'
import { RuleTable } from './rule-table.js'
import { withoutRule, withRule } from './rule-change.js'
import { useClockRules } from './use-clock-rules.js'

const FILE = 'clock-rules.json'

/** Rules of one's own for clocks: they go before those that come with Rogatory. */
export function ClockRulesScreen() {
  const { t } = useTranslation('clockRules')
  const { t: cases } = useTranslation('cases')
  const { kept, setting } = useClockRules()
  const [error, setError] = useState<string | undefined>()
  const rules = kept.data ?? []
  const read = async (file: File | undefined) => {
    const found = file && readClockRules(await file.text())
    setError(file && !found ? t('noRules', { file: file.name }) : undefined)
    if (found) setting.mutate(() => found)
  }
  return (
    <Page title={t('title')} actions={<Link href="/cases">{cases('title')}</Link>}>
      <p className="lead">{t('lead')}</p>
      <p>{t('whose')}</p>
      {kept.isPending && <Loading />}
      {kept.error && <Problem error={kept.error} onRetry={() => void kept.refetch()} />}
      {kept.data?.length === 0 && <Empty title={t('none')} />}
      {rules.length > 0 && (
        <RuleTable rules={rules} onRemove={(rule) => setting.mutate(withoutRule(rule))} />
      )}
      {setting.error && <Problem error={setting.error} />}
      <p role="status" data-rules={setting.data?.length}>
        {setting.data && `✓ ${t('set', { number: setting.data.length })}`}
      </p>
      {kept.data && (
        <RuleForm
          isAdding={setting.isPending}
          onAdd={(rule, onAdded) => setting.mutate(withRule(rule), { onSuccess: onAdded })}
        />
      )}
      <section aria-labelledby="rules-file" className="clock-rule-form">
        <Title order={2} id="rules-file">
          {t('asFile')}
        </Title>
        <p>{t('asFileMeaning')}</p>
        <FileField
          id="rules-in"
          label={t('bring')}
          hint={t('bringHint')}
          accept=".json,application/json"
          error={error}
          onChoose={(file) => void read(file)}
        />
        <Group mt="md">
          <Button
            variant="default"
            data-action="save-rules"
            disabled={rules.length === 0}
            onClick={() => handOut(new Blob([`${JSON.stringify(rules, undefined, 2)}\n`]), FILE)}
          >
            {t('save')}
          </Button>
        </Group>
      </section>
    </Page>
  )
}
