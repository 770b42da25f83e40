import { Alert, Button, Group, TextInput, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Problem } from '../components/page-states.js'
import { SettleLink } from './settle-link.js'
import type { DraftHandle } from './use-draft.js'
import type { Keeping } from './use-keeping.js'

type KeepDraftProps = {
  readonly handle: DraftHandle
  readonly keeping: Keeping
  readonly onSave: () => void
}

/** To go on later, or to let a colleague go on. */
export function KeepDraft({ handle: { draft, change }, keeping, onSave }: KeepDraftProps) {
  const { t } = useTranslation('drafts')
  const { place, saving, isOvertaken } = keeping
  const kept = saving.data
  return (
    <section aria-labelledby="keep-draft" className="keep-draft">
      <Title order={2} id="keep-draft">
        {t('keepTitle')}
      </Title>
      <p className="quiet">{t('keepMeaning')}</p>
      <Group align="end">
        <TextInput
          id="draft-title"
          className="draft-title"
          label={t('name')}
          maxLength={200}
          value={draft.title}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
        <Button
          variant="default"
          data-action="save-draft"
          disabled={saving.isPending || draft.title.trim() === ''}
          onClick={onSave}
        >
          {t(saving.isPending ? 'saving' : 'save')}
        </Button>
      </Group>
      <div role="status">
        {kept?.outcome === 'kept' && !saving.isPending && (
          <p data-kept={kept.version}>
            ✓ {t('saved', { version: kept.version })} <Link href="/drafts">{t('toDrafts')}</Link>
          </p>
        )}
        {kept?.outcome === 'aside' && !saving.isPending && (
          <Alert color="red" variant="light" data-aside={kept.version} title={t('asideTitle')}>
            {t('asideMeaning', { version: kept.version })} <SettleLink draft={kept.draft} />
          </Alert>
        )}
        {isOvertaken && kept?.outcome !== 'aside' && (
          <Alert color="red" variant="light" data-overtaken={place?.version}>
            {t('overtaken')}
          </Alert>
        )}
      </div>
      {saving.error && <Problem error={saving.error} />}
    </section>
  )
}
