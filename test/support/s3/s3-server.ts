import { createHash, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { judgedByOpenssl } from './judged-by-openssl.js'

const SKEW_MS = 15 * 60_000

export type S3Server = Awaited<ReturnType<typeof s3Server>>

/**
 * One bucket as S3 keeps it, in memory, for tests: PUT, HEAD, GET with a range, DELETE by path, with versions or
 * without. It takes
 * nothing whose signature openssl does not confirm, that was signed more than 15 minutes ago, or whose
 * body has another digest than was signed.
 */
export async function s3Server() {
  const credential = { id: 'EXAMPLEKEY', secret: 'example-secret', region: 'eu-test-1' }
  const isSigned = judgedByOpenssl(credential)
  const objects = new Map<string, Buffer>()
  const asked: string[] = []
  const behaviour = {
    now: () => new Date(),
    /** A status to answer with in place of what was asked, or a connection that breaks. */
    fault: undefined as ((method: string) => 'break' | number | undefined) | undefined,
    /** `Enabled`: what is deleted stays, under a mark; `Suspended`: so does what was put before. */
    versioning: undefined as 'Enabled' | 'Suspended' | undefined,
    /** A server that does not know ranges. */
    ignoresRange: false,
  }

  /** What stands under a mark, or under a newer object of its name. */
  const kept: { readonly name: string; readonly octets: Buffer }[] = []

  /** Takes an object out of sight; in a bucket with versions it stays, and a mark says so. */
  function conceal(name: string): Record<string, string> {
    const octets = objects.get(name)
    objects.delete(name)
    const { versioning } = behaviour
    if (versioning === undefined) return {}
    if (octets !== undefined) kept.push({ name, octets })
    const version = versioning === 'Enabled' ? randomUUID() : 'null'
    return { 'x-amz-delete-marker': 'true', 'x-amz-version-id': version }
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<number> {
    const { method = '', url = '', headers } = request
    asked.push(method)
    const body = await buffer(request)
    const fault = behaviour.fault?.(method)
    if (fault === 'break') {
      request.socket.destroy()
      return 0
    }
    if (fault !== undefined) return fault
    const [, y, mo, d, h, mi, s] =
      /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(String(headers['x-amz-date'])) ?? []
    const age = behaviour.now().getTime() - Date.parse(`${y}-${mo}-${d}T${h}:${mi}:${s}Z`)
    if (!(Math.abs(age) <= SKEW_MS) || !isSigned(request)) return 403
    if (createHash('sha256').update(body).digest('hex') !== headers['x-amz-content-sha256']) {
      return 400
    }
    const [, bucket, name, query] = /^\/([^/?]+)(?:\/([^?]+))?(\?versioning=)?$/.exec(url) ?? []
    if (bucket !== 'parts-of-test') return 404
    if (name === undefined && query !== undefined && method === 'GET') {
      const { versioning } = behaviour
      const status = versioning === undefined ? '' : `<Status>${versioning}</Status>`
      response.end(`<VersioningConfiguration>${status}</VersioningConfiguration>`)
      return 0
    }
    if (name === undefined) return method === 'HEAD' ? 200 : 405
    if (method === 'PUT') {
      objects.set(name, body)
      return 200
    }
    if (method === 'DELETE') {
      response.writeHead(204, conceal(name)).end()
      return 0
    }
    const object = objects.get(name)
    if (object === undefined) return 404
    return serve(request, response, object)
  }

  function serve({ headers }: IncomingMessage, response: ServerResponse, object: Buffer): number {
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? []
    const isPart = from !== undefined && !behaviour.ignoresRange
    const start = isPart ? Number(from) : 0
    const end = isPart ? Math.min(Number(to), object.length - 1) : object.length - 1
    const octets = object.subarray(start, end + 1)
    response.writeHead(isPart ? 206 : 200, {
      'content-length': octets.length,
      ...(isPart && { 'content-range': `bytes ${start}-${end}/${object.length}` }),
    })
    response.end(octets)
    return 0
  }

  const server = createServer((request, response) => {
    void answer(request, response).then(
      (status) => status > 0 && response.writeHead(status).end(),
      () => response.destroy(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    objects,
    kept,
    /** Methods of what was asked, in order. */
    asked,
    behaviour,
    access: {
      endpoint: `http://127.0.0.1:${port}`,
      bucket: 'parts-of-test',
      region: credential.region,
      accessKeyId: credential.id,
      secretAccessKey: credential.secret,
    },
    async close(): Promise<void> {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
