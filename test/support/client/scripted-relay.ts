import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

export type Asked = {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}
export type Answer = (response: ServerResponse, asked: Asked) => unknown

/**
 * A real listener that answers as a test tells it, in any way that HTTP allows, and notes what it was
 * asked. Each answer is for one request; the last one for all that follow. Tokens are its own matter.
 */
export async function scriptedRelay() {
  const asked: Asked[] = []
  const logIns: Asked[] = []
  const script = { answers: [] as Answer[], logIn: grant() }
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.destroy())
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = (await buffer(request)).toString()
    const { method = '', url: path = '', headers } = request
    const seen = { method, path, headers, body }
    if (path === '/v1/token') {
      logIns.push(seen)
      await script.logIn(response, seen)
      return
    }
    asked.push(seen)
    const [next] = script.answers.length > 1 ? script.answers.splice(0, 1) : script.answers
    await next?.(response, seen)
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    logIns,
    script,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
export type ScriptedRelay = Awaited<ReturnType<typeof scriptedRelay>>

export const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(typeof body === 'string' ? body : JSON.stringify(body))

/** An RFC 9457 problem with that code. */
export const problem = (status: number, code: string, headers: Record<string, string> = {}) =>
  json({ type: `urn:rogatory:problem:${code}`, title: code, status, code }, status, {
    'content-type': 'application/problem+json',
    ...headers,
  })

/** The line breaks before there is an answer. */
export const broken: Answer = (response) => response.destroy()

/** A token, another one each time. */
export function grant(seconds = 300): Answer {
  let count = 0
  return (response, asked) =>
    json({ access_token: `token-${++count}`, token_type: 'DPoP', expires_in: seconds })(
      response,
      asked,
    )
}
