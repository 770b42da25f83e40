import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Filter, filterRows, NO_FILTER, VIEWS } from './filter-rows.js'
import type { Row } from './use-mailbox.js'

type FiltersProps = {
  readonly filter: Filter
  readonly rows: readonly Row[]
  readonly onChange: (filter: Filter) => void
}

const STATES = [
  'available',
  'notified',
  'handed-over',
  'accepted',
  'refused',
  'undelivered',
  'expired',
] as const

/** Which packages: a view with its number, and further conditions that add up. */
export function Filters({ filter, rows, onChange }: FiltersProps) {
  const { t } = useTranslation('inbox')
  const { t: report } = useTranslation('report')
  const change = (changed: Partial<Filter>) => onChange({ ...filter, ...changed })
  const count = (view: Filter['view']) =>
    filterRows(rows, { ...NO_FILTER, view }, (id) => id).length
  return (
    <div className="filters">
      <div role="group" aria-label={t('box')} className="views">
        {VIEWS.map((view) => (
          <button
            key={view}
            type="button"
            aria-pressed={filter.view === view}
            onClick={() => change({ view })}
          >
            {t(view)} <span className="count">{count(view)}</span>
          </button>
        ))}
      </div>
      <TextInput
        type="search"
        label={t('search')}
        placeholder={t('searchHint')}
        value={filter.words}
        onChange={(event) => change({ words: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('state')}
        value={filter.state}
        onChange={(event) => change({ state: event.currentTarget.value })}
      >
        <option value="">{t('anyState')}</option>
        {STATES.map((state) => (
          <option key={state} value={state}>
            {report(`states.${state}`)}
          </option>
        ))}
      </NativeSelect>
      <Checkbox
        label={t('unreadOnly')}
        checked={filter.unread}
        onChange={(event) => change({ unread: event.currentTarget.checked })}
      />
      <Checkbox
        label={t('urgentOnly')}
        checked={filter.urgent}
        onChange={(event) => change({ urgent: event.currentTarget.checked })}
      />
    </div>
  )
}
