import { handoffEvents } from '#crypto/evidence/event.js'
import type { Notice } from '../../contract/notice.js'

/** What a notice says by mail. */
export function mailOf(notice: Notice): { readonly subject: string; readonly text: string } {
  if (notice.kind === 'keys.expiring') {
    const { what, of, ends, warning } = notice
    const state = warning === 0 ? 'has ended' : `ends within ${warning} days`
    return {
      subject: `Rogatory: a ${what} of ${notice.authority} ${state}`,
      text: [
        `${what} ${of} of ${notice.authority} ends at ${ends}.`,
        'Renew keys, entry and credentials with: rogatory keys renew',
      ].join('\r\n'),
    }
  }
  if (notice.kind === 'handoff.step') {
    const { authority, handoff, code, moment } = notice
    return {
      subject: `Rogatory: a translation for ${authority} (${code})`,
      text: [
        `Hand-off ${handoff}: ${handoffEvents[code].replace(/.*:/, '')}.`,
        ...(moment === null ? [] : [`The moment: ${moment}.`]),
        'See what waits for you with: rogatory translation list',
      ].join('\r\n'),
    }
  }
  if (notice.kind === 'clock.warning' || notice.kind === 'clock.lapsed') {
    const { authority, kind, due } = notice
    const [state, moment] =
      kind === 'clock.lapsed'
        ? ['has lapsed', 'It lapsed']
        : ['is about to lapse', 'Its warning came']
    return {
      subject: `Rogatory: a clock of ${authority} ${state}`,
      text: [
        `A clock of a case of ${authority} ${state}. ${moment} at ${due}.`,
        'See which with: rogatory clocks',
      ].join('\r\n'),
    }
  }
  if (notice.kind !== 'duty.alert') {
    return { subject: `Rogatory: ${notice.authority} has a notice`, text: 'See: rogatory watch' }
  }
  const { authority, urgency, begins, step, steps } = notice
  return {
    subject: `Rogatory: ${urgency} request for ${authority} waits (alert ${step + 1} of ${steps})`,
    text: [
      `A request of urgency "${urgency}" has been waiting for ${authority} since ${begins}.`,
      `Nobody has acknowledged it. This is alert ${step + 1} of ${steps}.`,
      'See it with: rogatory duty list',
    ].join('\r\n'),
  }
}
