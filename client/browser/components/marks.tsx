import { useTranslation } from 'react-i18next'
import type { PackageState } from '#crypto/evidence/package-state.js'
import type { Urgency } from '#crypto/package/header.js'

const TONES: Readonly<Record<PackageState, 'quiet' | 'open' | 'good' | 'bad'>> = {
  submitted: 'quiet',
  available: 'open',
  notified: 'open',
  'handed-over': 'open',
  accepted: 'good',
  refused: 'bad',
  rejected: 'bad',
  undelivered: 'bad',
  expired: 'bad',
}
const SIGNS = { quiet: '○', open: '◔', good: '✓', bad: '✗' } as const

/** The state of a package in words; sign and colour say it again. */
export function StateMark({ state }: { readonly state: string }) {
  const { t } = useTranslation('report')
  const tone = TONES[state as PackageState]
  return (
    <span className={`mark mark-${tone}`}>
      <span aria-hidden>{SIGNS[tone]}</span> {t(`states.${state as PackageState}`)}
    </span>
  )
}

/** Routine is said quietly, everything else so that nobody overlooks it. */
export function UrgencyMark({ urgency }: { readonly urgency: string }) {
  const { t } = useTranslation('report')
  const words = t(`urgencies.${urgency as Urgency}`)
  if (urgency === 'routine') return <span className="quiet">{words}</span>
  return (
    <span className={`mark mark-${urgency}`}>
      <span aria-hidden>▲</span> {words}
    </span>
  )
}
