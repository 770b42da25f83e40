import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fromUtf8 } from '#crypto/bytes/bytes.js'
import { MAX_WITNESS_REQUEST } from '#crypto/transparency/witness-request.js'
import type { WitnessAnswer } from '../core/log/answer-witness-request.js'
import { gatherOctets } from '../core/packages/gather-octets.js'

const PATIENCE_MS = 30_000
/** So long what is too much is still taken off the line, to be thrown away. */
const HANGING_UP_MS = 2_000

/**
 * Listens for logs that ask for cosignatures (C2SP tlog-witness): `POST …/add-checkpoint`, below any prefix.
 * Nobody logs in: a request is as good as the log's signature in it. Encryption is a proxy's business.
 */
export async function serveWitness(
  { host, port }: { readonly host: string; readonly port: number },
  answer: (body: string) => Promise<WitnessAnswer>,
): Promise<{ readonly port: number; close(): Promise<void> }> {
  const server = createServer({ requestTimeout: PATIENCE_MS }, (request, response) => {
    const send = (status: number, body: string, type = 'text/plain; charset=utf-8') =>
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body)
    respond(request, answer).then(
      ({ status, body }) => {
        if (status === 413) hangUp(request, response)
        else if (status === 409) send(status, body, 'text/x.tlog.size')
        else send(status, body)
      },
      () => send(500, ''),
    )
  })
  server.maxConnections = 64
  await once(server.listen(port, host), 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

async function respond(
  request: IncomingMessage,
  answer: (body: string) => Promise<WitnessAnswer>,
): Promise<{ readonly status: number; readonly body: string }> {
  const path = (request.url ?? '').split('?', 1)[0] ?? ''
  if (!path.endsWith('/add-checkpoint')) return { status: 404, body: '' }
  if (request.method !== 'POST') return { status: 405, body: '' }
  // Not destroyed when left early: the refusal still has to travel back over the same socket.
  const chunks = request.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>
  const octets = await gatherOctets(chunks, MAX_WITNESS_REQUEST).catch(() => undefined)
  if (octets === undefined) return { status: 413, body: '' }
  const text = decoded(octets)
  return text === undefined ? { status: 400, body: 'not UTF-8\n' } : answer(text)
}

/**
 * Refuses what is too long, whole and at once, and closes later: a socket that is closed on octets
 * nobody has read is reset, and the reset overtakes the answer. A sender that never stops has its time.
 */
function hangUp(request: IncomingMessage, response: ServerResponse): void {
  response
    .writeHead(413, { 'content-length': 0, 'cache-control': 'no-store', connection: 'close' })
    .flushHeaders()
  const close = () => {
    clearTimeout(patience)
    response.end()
  }
  const patience = setTimeout(close, HANGING_UP_MS)
  request.on('close', close).resume()
}

function decoded(octets: Uint8Array): string | undefined {
  try {
    return fromUtf8(octets)
  } catch {
    return undefined
  }
}
