import { canonicalize } from '#crypto/canonical/canonicalize.js'
import type { Notice } from '../../contract/notice.js'

/**
 * What a notice says to a system of the authority (docs/webhooks.md). It names no counterpart, no officer and
 * no content, and of a clock its opaque name and no case: the system may be somebody else's who pages people.
 *
 * @returns undefined for a notice that goes to no webhook.
 */
export function webhookBody(notice: Notice): string | undefined {
  if (notice.kind === 'clock.warning' || notice.kind === 'clock.lapsed') {
    const { kind: type, at: timestamp, authority, clock, due, revision } = notice
    return canonicalize({ type, timestamp, data: { authority, clock, due, revision } })
  }
  if (notice.kind !== 'duty.alert') return undefined
  const {
    kind: type,
    at: timestamp,
    authority,
    package: pkg,
    urgency,
    begins,
    step,
    steps,
  } = notice
  return canonicalize({
    type,
    timestamp,
    data: { authority, package: pkg, urgency, begins, step, steps },
  })
}
