import { onwardRule } from '../../templates/marks/onward-rule.js'
import { ClientError } from '../client-error.js'
import type { ReadPackage } from '../packages/open-package.js'
import type { Session } from '../session/session.js'
import type { PackagePlan } from './plan-disclosure.js'

/**
 * A pack goes to people who are no authority of the network. What a counterpart sent under marks that keep it from being
 * passed on stays out, unless the officer says why it is disclosed all the same. What we sent ourselves is ours to disclose,
 * unless it was another's before.
 *
 * @throws ClientError `transfer-unapproved`
 */
export async function requireLeave(
  { officer, directory }: Session,
  { manifest, senderEntry }: ReadPackage,
  { withheld, despiteMarks }: PackagePlan,
): Promise<void> {
  if (withheld !== null || despiteMarks !== null) return
  const isOurs = manifest.sender === officer.authority && manifest.template.id !== 'forwarding'
  if (isOurs) return
  const { payload: own } = await directory.current(officer.authority)
  // Marks of a single document bind as those of the whole package do.
  const marks = [manifest.marks, ...manifest.parts.flatMap(({ mark }) => (mark ? [mark] : []))]
  const rules = marks.map((one) => onwardRule(one, senderEntry.payload, own.state))
  if (rules.every((rule) => rule === 'allowed')) return
  const what = rules.includes('forbidden')
    ? `forbid that it is passed on`
    : `want ${manifest.sender}’s leave before it is passed on`
  throw new ClientError(
    'transfer-unapproved',
    `the marks of package ${manifest.package} of ${manifest.sender} ${what}`,
    `Withhold it (--withhold ${manifest.package}=REASON), or disclose it all the same, with the reason in the pack (--despite-marks ${manifest.package}=REASON).`,
  )
}
