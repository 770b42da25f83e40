import type { SigningKey } from '#crypto/keys/key.js'
import { signWebhook } from '#crypto/webhook/sign-webhook.js'
import type { Notice } from '../../contract/notice.js'
import type { Clock } from '../ports.js'
import type { RosterStore } from './roster-store.js'
import { rosterOf } from './roster-of.js'
import { webhookBody } from './webhook-body.js'
import { webhookTarget } from './webhook-target.js'
import { WebhookRefused, type Webhooks } from './webhooks.js'

type Ports = {
  readonly rosters: Pick<RosterStore, 'find'>
  readonly relay: { readonly evidenceKey: SigningKey }
  readonly webhooks: Webhooks
  readonly clock: Clock
}
export type CallWebhook = ReturnType<typeof callWebhook>

/**
 * Tells a system of the authority of a notice, signed by the relay. Its address is looked up in the roster as
 * it stands now. The id is that of the notice, the time that of this attempt.
 *
 * @throws {@link WebhookRefused}; anything else is an outage.
 */
export function callWebhook({ rosters, relay, webhooks, clock }: Ports) {
  return async (notice: Notice, target: string): Promise<void> => {
    const body = webhookBody(notice)
    const roster = await rosterOf(rosters, notice.authority)
    const url = await addressOf(roster?.webhooks ?? [], target)
    if (body === undefined || url === undefined) throw new WebhookRefused('no-address')
    const timestamp = Math.floor(clock.now().getTime() / 1000)
    const message = { id: notice.id, timestamp, body }
    const { evidenceKey } = relay
    const signature = await signWebhook(message, evidenceKey)
    await webhooks.call({ ...message, url, signature, kid: evidenceKey.kid })
  }
}

async function addressOf(urls: readonly string[], target: string): Promise<string | undefined> {
  for (const url of urls) if ((await webhookTarget(url)) === target) return url
  return undefined
}
