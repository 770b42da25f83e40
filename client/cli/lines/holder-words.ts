import type { CaseHolder } from '../../core/assignments/case-holder.js'
import { oneLine } from './one-line.js'

/** Who has a case, for people; empty where it was never assigned. */
export function holderWords(holder: CaseHolder | undefined): string {
  if (holder === undefined) return ''
  const { standing, name, problem } = holder
  switch (standing) {
    case 'held':
      return oneLine(name ?? '')
    case 'released':
      return 'nobody, handed back'
    case 'ended':
      return `nobody, ${oneLine(name ?? '')} can have no case any more`
    case 'unreadable':
      return `not known (${problem ?? ''})`
  }
}

/** The same in documents; null where it was never assigned. */
export const assignedTo = (holder: CaseHolder | undefined) =>
  holder === undefined
    ? null
    : {
        standing: holder.standing,
        officer: holder.officer,
        name: holder.name,
        by: holder.by,
        at: holder.at,
      }
