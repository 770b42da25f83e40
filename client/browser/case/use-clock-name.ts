import { useTranslation } from 'react-i18next'
import type { ClockKind } from '../../case/clocks/clock-rule.js'
import type { CaseClock } from '../../case/clocks/derive-clocks.js'

/** What a clock is called; one of an obligation by its number in the register. */
export function useClockName(): (kind: CaseClock['kind']) => string {
  const { t } = useTranslation('cases')
  return (kind) => {
    const [, number] = /^obligation-(\d+)$/.exec(kind) ?? []
    return number === undefined
      ? t(`clock_${kind as ClockKind}`)
      : t('clock_obligation', { number })
  }
}
