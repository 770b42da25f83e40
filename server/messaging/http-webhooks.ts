import { request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import { isIP } from 'node:net'
import { type WebhookCall, WebhookRefused, type Webhooks } from '../domain/duty/webhooks.js'
import { isListed } from './is-listed.js'
import { isPublicAddress } from './public-address.js'
import { NotPublic, publicLookup } from './public-lookup.js'

const TIME_LIMIT_MS = 10_000
const PORTS = ['', '443']
const GONE = 410

/**
 * Calls webhooks over HTTPS.
 *
 * An officer of some authority chose the address: it leads to the public Internet, on port 443, or to a
 * host that the operator has named, and nowhere else. The address that the name has led to is judged, and that
 * very one is connected to. Redirects are not followed, and of the answer nothing but its status is read.
 *
 * @param hosts - `host` or `host:port` inside the operator's own network; over plain HTTP, too.
 * @param publicHosts - those of the public Internet that are called; none named, any is.
 */
export function httpWebhooks({
  hosts,
  publicHosts = [],
  timeLimitMs = TIME_LIMIT_MS,
}: {
  readonly hosts: readonly string[]
  readonly publicHosts?: readonly string[]
  readonly timeLimitMs?: number
}): Webhooks {
  return {
    async call(call) {
      const target = URL.canParse(call.url) ? new URL(call.url) : undefined
      if (target === undefined) throw new WebhookRefused('not-an-address')
      const isNamed = hosts.includes(target.host)
      requireAllowed(target, isNamed, publicHosts)
      const status = await post(target, call, isNamed, timeLimitMs)
      if (status >= 200 && status < 300) return
      if (status === GONE || (status >= 300 && status < 400)) {
        throw new WebhookRefused(`http-${status}`)
      }
      throw new ReceiverFailed(status)
    },
  }
}

class ReceiverFailed extends Error {
  override readonly name = 'ReceiverFailed'
  readonly code: string
  constructor(status: number) {
    super('the receiver did not take it')
    this.code = `http-${status}`
  }
}

function requireAllowed(target: URL, isNamed: boolean, publicHosts: readonly string[]): void {
  const { protocol, hostname, port, username, password } = target
  if (username !== '' || password !== '') throw new WebhookRefused('credentials')
  if (isNamed && (protocol === 'https:' || protocol === 'http:')) return
  if (protocol !== 'https:') throw new WebhookRefused('not-https')
  const literal = hostname.replace(/^\[|\]$/g, '')
  const isPrivate = isIP(literal) !== 0 && !isPublicAddress(literal)
  if (!PORTS.includes(port) || isPrivate) throw new WebhookRefused('not-public')
  if (!isListed(publicHosts, hostname)) throw new WebhookRefused('not-listed')
}

/** @returns the status of the answer. */
function post(
  target: URL,
  { id, timestamp, body, signature, kid }: WebhookCall,
  isNamed: boolean,
  timeLimitMs: number,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const send = target.protocol === 'https:' ? overHttps : overHttp
    const request = send(target, {
      method: 'POST',
      agent: false,
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'Rogatory',
        'webhook-id': id,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': signature,
        'rogatory-key': kid,
      },
      signal: AbortSignal.timeout(timeLimitMs),
      ...(isNamed ? {} : { lookup: publicLookup }),
    })
    request.once('error', (error) => {
      reject(error instanceof NotPublic ? new WebhookRefused(error.code) : error)
    })
    request.once('response', (response) => {
      resolve(response.statusCode ?? 0)
      // However much more it would say.
      response.destroy()
    })
    request.end(body)
  })
}
