import { useTranslation } from 'react-i18next'
import { type CaseState, FINAL } from '../../case/acts.js'

const GOOD: readonly CaseState[] = ['executed', 'closed', 'accepted', 'in-execution']
const BAD: readonly CaseState[] = ['refused', 'rejected', 'expired', 'withdrawn']

/** What has become of a request, in words; sign and colour say it again. */
export function CaseStateMark({ state }: { readonly state: CaseState }) {
  const { t } = useTranslation('cases')
  const tone = GOOD.includes(state)
    ? 'good'
    : BAD.includes(state)
      ? 'bad'
      : FINAL.includes(state)
        ? 'quiet'
        : 'open'
  const sign = { good: '✓', bad: '✗', quiet: '○', open: '◔' }[tone]
  return (
    <span className={`mark mark-${tone}`} data-state={state}>
      <span aria-hidden>{sign}</span> {t(`state_${state}`)}
    </span>
  )
}
