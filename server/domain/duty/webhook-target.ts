import { digestOf } from '#crypto/bytes/sha256.js'

const PREFIX = 'webhook.'

export const isWebhookTarget = (target: string): boolean => target.startsWith(PREFIX)

/** A target that stands for an address and does not tell it: what is kept of deliveries names no address. */
export const webhookTarget = async (url: string): Promise<string> =>
  `${PREFIX}${(await digestOf(url)).slice(0, 36)}`
