import { useTranslation } from 'react-i18next'
import type { ObligationState } from '../../case/register/register-entry.js'

const TONES: Readonly<Record<ObligationState, 'quiet' | 'open' | 'good'>> = {
  proposed: 'open',
  'in-force': 'open',
  reported: 'open',
  fulfilled: 'good',
  released: 'good',
  replaced: 'quiet',
  void: 'quiet',
}
const SIGNS = { quiet: '○', open: '◔', good: '✓' } as const

/** How an assurance, condition or limit stands, in words; sign and colour say it again. */
export function RegisterStateMark({ state }: { readonly state: ObligationState }) {
  const { t } = useTranslation('cases')
  return (
    <span className={`mark mark-${TONES[state]}`} data-obligation={state}>
      <span aria-hidden>{SIGNS[TONES[state]]}</span> {t(`owed_${state}`)}
    </span>
  )
}
