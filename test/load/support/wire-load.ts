import { once } from 'node:events'
import { connect } from 'node:net'

export type Load = { readonly perSecond: number; readonly latenciesMs: readonly number[] }

/**
 * Sends prepared HTTP/1.1 requests over so many connections, each sending its next one when the answer
 * to the one before is complete: the client costs next to nothing, so the server is what is measured.
 *
 * @param requests - whole requests, head and body.
 * @throws Error at an answer with another status than `expected`.
 */
export async function wireLoad(
  origin: string,
  requests: readonly Uint8Array[],
  { connections, expected }: { readonly connections: number; readonly expected: number },
): Promise<Load> {
  const { hostname, port } = new URL(origin)
  const latenciesMs: number[] = []
  const queue = requests.values()
  const lane = async () => {
    const socket = connect({ host: hostname, port: Number(port), noDelay: true })
    await once(socket, 'connect')
    const answers = answersFrom(socket)
    for (const request of queue) {
      const began = performance.now()
      socket.write(request)
      const { value: answer = '' } = await answers.next()
      if (!answer.startsWith(`HTTP/1.1 ${expected} `)) {
        throw new Error(answer.slice(0, 2000) || 'the connection was closed')
      }
      latenciesMs.push(performance.now() - began)
    }
    socket.destroy()
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: connections }, lane))
  const seconds = (performance.now() - began) / 1000
  return { perSecond: requests.length / seconds, latenciesMs }
}

/** One whole answer after the other; each states its length. */
async function* answersFrom(
  octets: AsyncIterable<Buffer>,
): AsyncGenerator<string, undefined, undefined> {
  let text = ''
  for await (const chunk of octets) {
    text += chunk.toString('latin1')
    for (let end = endOf(text); end !== undefined && text.length >= end; end = endOf(text)) {
      yield text.slice(0, end)
      text = text.slice(end)
    }
  }
  return undefined
}

function endOf(text: string): number | undefined {
  const head = text.indexOf('\r\n\r\n')
  if (head < 0) return undefined
  const length = /\r\ncontent-length: *(\d+)/i.exec(text.slice(0, head + 2))?.[1]
  if (length === undefined) throw new Error('an answer does not state its length')
  return head + 4 + Number(length)
}

/** A whole request. */
export function requestOf(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  body = '',
): Uint8Array {
  const octets = Buffer.from(body)
  const all = { host: '127.0.0.1', ...headers, 'content-length': String(octets.length) }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.concat([Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`), octets])
}
