import { request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import { isIP } from 'node:net'
import type { OcspResponder } from '../domain/directory/certificate-status.js'
import { isListed } from './is-listed.js'
import { isPublicAddress } from './public-address.js'
import { publicLookup } from './public-lookup.js'

const TIME_LIMIT_MS = 5_000
const MAX_ANSWER_BYTES = 65_536
const PORTS = ['', '80', '443']

type Options = {
  /** `host` or `host:port` of responders inside the operator's own network. */
  readonly hosts: readonly string[]
  /** Those of the public Internet that are asked; none named, any is. */
  readonly publicHosts?: readonly string[]
  /** Told of each that is silent: its host, and why. Never what was asked. */
  readonly onSilent: (host: string, why: string) => void
  readonly timeLimitMs?: number
}

/**
 * Asks responders over HTTP (RFC 6960 appendix A).
 *
 * The address stands in a certificate, so a stranger chose it: it leads to the public Internet, on the usual
 * ports, or to a host that the operator has named, and nowhere else. The address that the name has led to is
 * judged, and that very one is connected to. Answers are bounded in time and size; redirects are not followed.
 */
export function httpOcspResponder({
  hosts,
  publicHosts = [],
  onSilent,
  timeLimitMs = TIME_LIMIT_MS,
}: Options): OcspResponder {
  return {
    async ask(url, body) {
      if (!URL.canParse(url)) return undefined
      const target = new URL(url)
      try {
        const isNamed = hosts.includes(target.host)
        if (!isNamed && !isListed(publicHosts, target.hostname))
          throw new ResponderSilent('not-listed')
        return await post(target, body, isNamed, timeLimitMs)
      } catch (error) {
        onSilent(target.host, error instanceof Error ? codeOf(error) : 'unknown')
        return undefined
      }
    },
  }
}

class ResponderSilent extends Error {
  override readonly name = 'ResponderSilent'
  readonly code: string
  constructor(code: string) {
    super('the responder gave no answer that could be read')
    this.code = code
  }
}

const codeOf = (error: Error): string =>
  'code' in error && typeof error.code === 'string' ? error.code : error.name

function post(
  target: URL,
  body: Uint8Array,
  isNamed: boolean,
  timeLimitMs: number,
): Promise<Uint8Array> {
  const { protocol, hostname, port, username } = target
  if (!['http:', 'https:'].includes(protocol) || username !== '') {
    return Promise.reject(new ResponderSilent('not-http'))
  }
  const literal = hostname.replace(/^\[|\]$/g, '')
  const isLiteral = isIP(literal) !== 0
  if (!isNamed && (!PORTS.includes(port) || (isLiteral && !isPublicAddress(literal)))) {
    return Promise.reject(new ResponderSilent('not-public'))
  }
  return new Promise((resolve, reject) => {
    const send = protocol === 'https:' ? overHttps : overHttp
    const request = send(target, {
      method: 'POST',
      agent: false,
      headers: { 'content-type': 'application/ocsp-request', 'content-length': body.length },
      signal: AbortSignal.timeout(timeLimitMs),
      ...(isNamed ? {} : { lookup: publicLookup }),
    })
    request.once('error', reject)
    request.once('response', (response) => {
      if (response.statusCode !== 200) {
        response.destroy()
        reject(new ResponderSilent(`http-${response.statusCode ?? 0}`))
        return
      }
      const chunks: Buffer[] = []
      let length = 0
      response.on('data', (chunk: Buffer) => {
        length += chunk.length
        chunks.push(chunk)
        if (length > MAX_ANSWER_BYTES) response.destroy(new ResponderSilent('too-large'))
      })
      response.once('error', reject)
      response.once('end', () => {
        resolve(new Uint8Array(Buffer.concat(chunks)))
      })
    })
    request.end(body)
  })
}
