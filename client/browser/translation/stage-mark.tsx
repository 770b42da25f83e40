import { useTranslation } from 'react-i18next'
import type { HandoffStage } from '#crypto/translation/handoff-state.js'

const TONES: Readonly<Record<HandoffStage, 'quiet' | 'open' | 'good' | 'bad'>> = {
  assigned: 'open',
  declined: 'quiet',
  accepted: 'open',
  delivered: 'open',
  'changes-wanted': 'open',
  reviewed: 'open',
  certified: 'good',
  countersigned: 'good',
  exhausted: 'bad',
  recalled: 'bad',
  superseded: 'quiet',
}
const SIGNS = { quiet: '○', open: '◔', good: '✓', bad: '✗' } as const

type StageMarkProps = { readonly stage: HandoffStage; readonly isOverdue: boolean }

/** How far a hand-off is, in words; sign and colour say it again. */
export function StageMark({ stage, isOverdue }: StageMarkProps) {
  const { t } = useTranslation('translation')
  const tone = TONES[stage]
  return (
    <>
      <span className={`mark mark-${tone}`} data-stage={stage}>
        <span aria-hidden>{SIGNS[tone]}</span> {t(`stage_${stage}`)}
      </span>
      {isOverdue && (
        <>
          {' '}
          <span className="mark mark-urgent">
            <span aria-hidden>▲</span> {t('overdue')}
          </span>
        </>
      )}
    </>
  )
}
