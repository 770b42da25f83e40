import type { Notice } from '#server/contract/notice.js'

/** A notice in one line for people. */
export function noticeLine({ what, of, ends, warning }: Notice): string {
  const left = warning === 0 ? 'has ended' : `ends within ${warning} days`
  return `${what} ${of} ${left} (${ends.slice(0, 10)}): rogatory keys renew`
}
