import { dirname, join } from 'node:path'
import { AuthorityId } from '#crypto/fields/fields.js'
import { ClientError } from '../../core/client-error.js'
import type { Operator } from '../../core/operations/operator.js'
import type { Relay } from '../../core/ports.js'
import {
  type DoubtfulEnrolment,
  type WaitingEnrolment,
  waitingEnrolments,
} from '../../core/enrolment/waiting-enrolments.js'
import { operatorAt } from '../../keystore/operator-at.js'
import type { CommandContext } from '../command-context.js'
import { reachOf } from '../reach-of.js'

/** @throws {@link ClientError} `usage` */
export function authorityIn(text: unknown): AuthorityId {
  const id = AuthorityId.safeParse(text)
  if (id.success) return id.data
  throw new ClientError('usage', `${String(text)} is not an authority id`, 'It looks like xa.moj.')
}

/** The operator whose folder the command names, and its relay as the public reaches it. */
export async function operatorOf(context: CommandContext) {
  const { options } = context
  const folder = String(options['operator'])
  const trust = options['trust'] ?? join(dirname(folder), 'trust.json')
  const id = authorityIn(options['relayId'])
  const origin = String(options['origin'])
  const reach = await reachOf(context)
  const operator = await operatorAt(folder, String(trust), { id, origin })
  return { operator, relay: reach(origin, undefined, () => new Date()) }
}

/** What waits under an id that verifies. @throws {@link ClientError} as {@link waitingOne}; `enrolment-untrusted` */
export async function verifiedOne(
  place: Parameters<typeof waitingOne>[0],
  id: string,
): Promise<WaitingEnrolment> {
  const one = await waitingOne(place, id)
  if ('invitation' in one) return one
  throw new ClientError(
    'enrolment-untrusted',
    `the application does not verify (${one.code}): ${one.message}`,
    'Refuse it with the reason, and send another invitation.',
  )
}

/** @throws {@link ClientError} `enrolment-unknown`; `usage` if several begin so. */
export async function waitingOne(
  { operator, relay }: { readonly operator: Operator; readonly relay: Relay },
  id: string,
): Promise<WaitingEnrolment | DoubtfulEnrolment> {
  const { waiting, doubtful } = await waitingEnrolments(operator, relay, new Date())
  const [one, ...others] = [
    ...waiting.filter(({ application }) => application.digest.startsWith(id)),
    ...doubtful.filter(({ digest }) => digest.startsWith(id)),
  ]
  if (others.length > 0) {
    throw new ClientError('usage', `several applications begin with ${id}`, 'Give more of the id.')
  }
  if (one !== undefined) return one
  throw new ClientError(
    'enrolment-unknown',
    `no application ${id} waits: it is decided, or never came`,
    'See what waits with: rogatory operator requests',
  )
}
