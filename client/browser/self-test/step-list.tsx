import { useTranslation } from 'react-i18next'
import { selfTestSteps, type SelfTestReport } from '../../core/operations/self-test.js'
import { localeOf } from '../components/locale-of.js'

type StepListProps = { readonly steps: readonly SelfTestReport[]; readonly isRunning: boolean }

const SIGNS = { done: '✓', failed: '✗', skipped: '–' } as const

/** The steps in their order; what is not done yet stands there as well. */
export function StepList({ steps, isRunning }: StepListProps) {
  const { t, i18n } = useTranslation('selfTest')
  if (steps.length === 0 && !isRunning) return null
  const seconds = new Intl.NumberFormat(localeOf(i18n.language), {
    style: 'unit',
    unit: 'second',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })
  return (
    <ol className="plain-list" aria-live="polite">
      {selfTestSteps.map((name) => {
        const report = steps.find(({ step }) => step === name)
        return (
          <li key={name} data-step={report?.outcome} className={report ? undefined : 'quiet'}>
            {report && `${SIGNS[report.outcome]} `}
            {t(`step_${name}`)}
            {report && report.outcome !== 'skipped' && (
              <span className="quiet"> {seconds.format(report.took / 1000)}</span>
            )}
            {report && report.outcome !== 'done' && <> · {t(report.outcome)}</>}
          </li>
        )
      })}
    </ol>
  )
}
