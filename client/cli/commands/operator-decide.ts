import { approveEnrolment, refuseEnrolment } from '../../core/decide-enrolment.js'
import type { CommandContext } from '../command-context.js'
import { operatorOf, waitingOne } from '../operator-of.js'
import { terminalOf } from '../terminal-of.js'

export async function operatorApprove(context: CommandContext, id: string): Promise<void> {
  const own = await operatorOf(context)
  const one = await waitingOne(own, id)
  const fingerprint = String(context.options['fingerprint'])
  await approveEnrolment(own.operator, one, fingerprint, own.relay, new Date())
  const { authority } = one.application.payload
  terminalOf(context).result(
    { application: one.application.digest, authority, outcome: 'approved' },
    [`${authority} is approved; it can complete its enrolment now.`],
  )
}

export async function operatorRefuse(context: CommandContext, id: string): Promise<void> {
  const own = await operatorOf(context)
  const one = await waitingOne(own, id)
  await refuseEnrolment(own.operator, one, String(context.options['reason']), own.relay, new Date())
  const { authority } = one.application.payload
  terminalOf(context).result(
    { application: one.application.digest, authority, outcome: 'refused' },
    [`${authority} is refused.`],
  )
}
