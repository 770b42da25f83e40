import type { VerifiedEntry } from '#crypto/directory/verify-entry.js'
import { sayFinding } from '../../templates/say-finding.js'
import { sayPreFlight } from '../../templates/say-pre-flight.js'
import { ClientError } from '../client-error.js'
import type { Draft } from './draft.js'
import { against, examineForm } from './examine-draft.js'

/** So many are named in a message; all of them `examineDraft` tells. */
const NAMED = 5

/**
 * Refuses a form that lacks what its instrument demands, or holds what the law bars.
 *
 * @throws {@link ClientError} `template-unknown`, `form-invalid`
 */
export function requireSoundForm(draft: Draft, at: Date): void {
  const { template, form } = examineForm(draft, at)
  const final = form.filter(({ severity }) => severity === 'must')
  if (final.length === 0) return
  const said = final.slice(0, NAMED).map((finding) => sayFinding(finding, template, 'en'))
  const others = final.length > NAMED ? ` And ${final.length - NAMED} more.` : ''
  throw new ClientError(
    'form-invalid',
    said.join(' ') + others,
    'Correct the form; “rogatory check” says all that is to be done.',
  )
}

/**
 * Refuses what the counterpart cannot take, as its entry says.
 *
 * @throws {@link ClientError} `pre-flight`
 */
export function requireAcceptable(
  draft: Draft,
  sender: VerifiedEntry,
  recipients: readonly VerifiedEntry[],
  at: Date,
): void {
  const final = recipients
    .flatMap((recipient) => against(draft, sender, recipient, at))
    .filter(({ severity }) => severity === 'must')
  if (final.length === 0) return
  throw new ClientError(
    'pre-flight',
    final.map((finding) => sayPreFlight(finding, 'en')).join(' '),
    'Change what stands against it; “rogatory check --to” says it without sending.',
  )
}
