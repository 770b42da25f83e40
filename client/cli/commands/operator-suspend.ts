import { z } from 'zod'
import type { Suspension } from '#crypto/directory/revocation.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { ClientError } from '../../core/client-error.js'
import { suspendAuthority } from '../../core/operations/suspend-authority.js'
import { operatorKeyAt } from '../../keystore/operator-key-at.js'
import type { CommandContext } from '../command-context.js'
import { reachOf } from '../reach-of.js'
import { terminalOf } from '../terminal-of.js'

const Options = z.object({
  operatorKey: z.string(),
  relay: z.url({ protocol: /^https?$/ }),
  reason: z.string(),
})

/** `operator suspend` and `operator lift`. */
export async function operatorSuspend(
  context: CommandContext,
  standing: Suspension['standing'],
  id: string,
): Promise<void> {
  const options = Options.safeParse(context.options)
  const authority = AuthorityId.safeParse(id)
  if (!options.success || !authority.success) {
    const what = authority.success ? '--relay is not an address' : `${id} is not an authority id`
    throw new ClientError('usage', what, 'See: rogatory operator suspend --help')
  }
  const { operatorKey, relay, reason } = options.data
  const key = await operatorKeyAt(operatorKey)
  const now = () => new Date()
  const reach = await reachOf(context)
  const order = { authority: authority.data, standing, reason, at: now() }
  const evidence = await suspendAuthority(reach(relay, key, now), key, order)
  terminalOf(context).result({ authority: id, standing, evidence }, [
    `${standing.padEnd(9)} ${id}`,
    `evidence  X.4 ${evidence}: on its way into the log, for everybody to read`,
  ])
}
