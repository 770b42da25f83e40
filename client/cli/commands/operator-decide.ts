import { ClientError } from '../../core/client-error.js'
import { approveEnrolment, refuseEnrolment } from '../../core/enrolment/decide-enrolment.js'
import type { CommandContext } from '../command-context.js'
import { operatorOf, verifiedOne, waitingOne } from '../options/operator-of.js'
import { terminalOf } from '../terminal-of.js'

export async function operatorApprove(context: CommandContext, id: string): Promise<void> {
  const own = await operatorOf(context)
  const one = await verifiedOne(own, id)
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
  const decided =
    'invitation' in one
      ? { digest: one.application.digest, authority: one.application.payload.authority }
      : { digest: one.digest, authority: one.authority }
  const { digest, authority } = decided
  if (authority === undefined) {
    throw new ClientError(
      'enrolment-untrusted',
      'no invitation of yours speaks for that application',
      'Decide nothing. Find out what has become of the relay.',
    )
  }
  const reason = String(context.options['reason'])
  await refuseEnrolment(own.operator, { digest, authority }, reason, own.relay, new Date())
  terminalOf(context).result({ application: digest, authority, outcome: 'refused' }, [
    `${authority} is refused.`,
  ])
}
