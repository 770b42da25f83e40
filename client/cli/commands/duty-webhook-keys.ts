import { webhookKeys } from '../../core/operations/webhook-keys.js'
import type { CommandContext } from '../command-context.js'
import { officerSession } from '../officer-session.js'
import { terminalOf } from '../terminal-of.js'

export async function dutyWebhookKeys(context: CommandContext): Promise<void> {
  const keys = await webhookKeys(await officerSession(context))
  terminalOf(context).result(
    { keys },
    keys.flatMap(({ kid, until, pem }) => [
      `# rogatory-key: ${kid}, until ${until.slice(0, 10)}`,
      pem.trimEnd(),
    ]),
  )
}
