import type { KeyNeed } from '../../core/officers/key-needs.js'

/** What a key may still open, in the order in which it is told, and where one sees to it. */
const OPENED = [
  { what: 'packages' },
  { what: 'coming' },
  { what: 'drafts', place: { href: '/drafts', label: 'toDrafts' } },
  { what: 'handoffs', place: { href: '/translation', label: 'toDesk' } },
  { what: 'oralRequests', place: { href: '/duty', label: 'toDuty' } },
  { what: 'translations', place: { href: '/translation', label: 'toDesk' } },
] as const

/** What the key still opens, and how much of it; nothing of it is none. */
export const openedBy = (need: KeyNeed) =>
  OPENED.map((one) => ({ place: undefined, ...one, number: need[one.what] })).filter(
    ({ number }) => number > 0,
  )
