import { begunIn, completeEnrolment } from '../../keystore/complete-enrolment.js'
import type { CommandContext } from '../command-context.js'
import { enrolmentPlace } from '../enrolment-place.js'
import { reachOf } from '../reach-of.js'
import { terminalOf } from '../terminal-of.js'

export async function enrolComplete(context: CommandContext): Promise<void> {
  const { officers, data } = await begunIn(enrolmentPlace(context, 1))
  const place = enrolmentPlace(context, officers.length)
  await completeEnrolment(place, await reachOf(context), () => new Date())
  const { homes } = place
  const { authority } = data
  terminalOf(context).result({ authority, homes, identity: place.folder }, [
    `${authority} is in the directory.`,
    ...homes.map((home, i) => `home of ${officers[i]?.name ?? ''}: ${home}`),
    `Take ${place.folder} offline: it holds the identity and the operational keys.`,
  ])
}
