import type { HandoffMark } from '../translation/derive-handoff.js'

/** Whether a mark tells of what is only not here; any other tells of something that should not be. */
export const isAbsent = (mark: HandoffMark): boolean => mark === 'unrecorded' || mark === 'missing'
