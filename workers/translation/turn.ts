import type { MoveHandoff } from '#server/domain/translation/move-handoff.js'
import type { Processor } from '../processor.js'

/** Reminders, overdue and reassignment of a hand-off to translators. */
export const turn =
  (moveHandoff: MoveHandoff): Processor<'translation.turn'> =>
  (about) =>
    moveHandoff(about)
