import type { WebhookMessage } from '#crypto/webhook/sign-webhook.js'

export type WebhookCall = WebhookMessage & {
  readonly url: string
  /** Header `webhook-signature`. */
  readonly signature: string
  /** The key that signed. */
  readonly kid: string
}

/** Another attempt is answered the same: the address is not one to be called, or its owner wants no more. */
export class WebhookRefused extends Error {
  override readonly name = 'WebhookRefused'
  readonly code: string
  constructor(code: string) {
    super('the webhook is not called, or refused')
    this.code = code
  }
}

export interface Webhooks {
  /**
   * Resolves once the receiver has answered 2xx.
   *
   * @throws {@link WebhookRefused}; anything else is an outage.
   */
  call(call: WebhookCall): Promise<void>
}
