import type { IncomingMessage } from 'node:http'
import { Agent, request } from 'node:https'
import { ReadableStream as NodeStream } from 'node:stream/web'
import { ClientError } from '../core/client-error.js'
import type { Line } from './line.js'

/** PEM. The certificate is a chain, leaf first; with `authorities` no others are trusted. */
export type TlsMeans = {
  readonly shown?: { readonly certificate: string; readonly key: string } | undefined
  readonly authorities?: string | undefined
}

/**
 * A line on which a certificate is shown, or whose other end is held against authorities of its own. Node's
 * fetch can do neither without a package; one agent does for all that speaks to the relay.
 */
export function tlsLine({ shown, authorities }: TlsMeans): Line {
  const agent = new Agent({
    keepAlive: true,
    ...(shown && { cert: shown.certificate, key: shown.key }),
    ...(authorities !== undefined && { ca: authorities }),
  })
  return {
    agent,
    fetch: (url, { method = 'GET', headers, body, signal }) =>
      new Promise((resolve, reject) => {
        const sent = request(
          url,
          {
            agent,
            method,
            headers: Object.fromEntries(new Headers(headers)),
            ...(signal && { signal }),
          },
          (message) => resolve(responseOf(message)),
        )
        sent.on('error', (cause: NodeJS.ErrnoException) => {
          // Of a certificate that it does not accept a relay says nothing: it hangs up after the handshake.
          const isHungUp = cause.code === 'ECONNRESET' && !sent.reusedSocket
          reject(shown && isHungUp ? hungUp(url, cause) : new TypeError('fetch failed', { cause }))
        })
        sent.end(body)
      }),
  }
}

/** Whose body may be none (Fetch, 2.2.3). */
const BODILESS = [204, 205, 304]

function responseOf(message: IncomingMessage): Response {
  const { statusCode: status = 0, headersDistinct } = message
  const headers = Object.entries(headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value]),
  )
  if (!BODILESS.includes(status)) {
    // The type that fetch has here does not know `from`; Node's own does.
    const body = NodeStream.from(octetsOf(message)) as unknown as ReadableStream<Uint8Array>
    return new Response(body, { status, headers })
  }
  message.resume()
  return new Response(null, { status, headers })
}

/** What breaks off is told as fetch tells it. */
async function* octetsOf(message: IncomingMessage): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of message) yield chunk as Uint8Array
  } catch (cause) {
    throw new TypeError('terminated', { cause })
  }
}

const hungUp = (url: string, cause: unknown) =>
  new ClientError(
    'relay-unreachable',
    `${new URL(url).origin} hangs up before it answers`,
    'If it goes on, it does not accept your TLS certificate: ask its operator which authorities it accepts, for clients.',
    { cause },
  )
