import { handoffEvents } from '#crypto/evidence/event.js'
import type { Notice } from '#server/contract/notice.js'

/** A notice in one line for people. */
export function noticeLine(notice: Notice): string {
  if (notice.kind === 'clock.lapsed') {
    return `a clock of case ${notice.case} has lapsed (${notice.due}): rogatory clocks, rogatory duty oral list`
  }
  if (notice.kind === 'clock.warning') {
    return `a clock of case ${notice.case} runs out soon: rogatory clocks, rogatory duty oral list`
  }
  if (notice.kind === 'handoff.step') {
    const { handoff, code, turn } = notice
    return `hand-off ${handoff}, turn ${turn + 1}: ${handoffEvents[code].replace(/.*:/, '')}`
  }
  if (notice.kind === 'duty.alert') {
    const { urgency, sender, step, steps, package: pkg } = notice
    return `ALERT ${step + 1} of ${steps}: ${urgency} request of ${sender} waits: ${pkg}`
  }
  if (notice.kind === 'duty.act') {
    const done = notice.act === 'take' ? `taken over, until ${notice.until ?? ''}` : 'stood down'
    return `alert ${done}: ${notice.package}: rogatory duty list`
  }
  if (notice.kind === 'officer.access') return accessLine(notice)
  const { what, of, ends, warning } = notice
  const left = warning === 0 ? 'has ended' : `ends within ${warning} days`
  return `${what} ${of} ${left} (${ends.slice(0, 10)}): rogatory keys renew`
}

function accessLine({ what }: Extract<Notice, { readonly kind: 'officer.access' }>): string {
  const happened = {
    'new-client': 'somebody signed in with your key from a client that was not known',
    credential: 'another credential was published for your key',
    revocation: 'your key was revoked',
  }
  return `${happened[what]}: rogatory sessions`
}
