import { EventEmitter, once } from 'node:events'
import { request } from 'node:http'
import { expect } from 'chai'
import { Upload } from 'tus-js-client'
import { type HttpRelay, httpRelay } from '#test/support/http-relay.js'
import type { SignedIn } from '#test/support/signed-in.js'
import { temporaryFolder } from '#test/support/temporary-folder.js'
import { announced, octetsOf, openStores } from '../blobs/fixtures.js'

describe('uploads by tus', () => {
  const folder = temporaryFolder()
  const octets = octetsOf(300_000)
  let http: HttpRelay
  let stores: ReturnType<typeof openStores>
  let officer: SignedIn
  /** Octets that the store has taken from lines, and tells of. */
  let taken = 0
  const taking = new EventEmitter()
  async function* counted(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      yield chunk
      taken += chunk.length
      taking.emit('more')
    }
  }
  const untilTaken = async (length: number) => {
    while (taken < length) await once(taking, 'more')
  }

  const TUS = { 'tus-resumable': '1.0.0' }
  const metadataOf = (values: Record<string, string>) =>
    Object.entries(values)
      .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
      .join(',')
  const create = (blob: ReturnType<typeof announced>, headers: Record<string, string> = {}) => {
    const { package: pkg, part, digest } = blob
    const metadata = { 'upload-metadata': metadataOf({ package: pkg, part, digest }) }
    return officer.send('/v1/uploads', {
      method: 'POST',
      headers: { ...TUS, 'upload-length': String(blob.length), ...metadata, ...headers },
    })
  }
  const patch = (location: string, offset: number, body: BodyInit, by = officer) =>
    by.send(location, {
      method: 'PATCH',
      headers: {
        ...TUS,
        'upload-offset': String(offset),
        'content-type': 'application/offset+octet-stream',
      },
      body,
    })
  const begun = async (blob = announced(octets)) =>
    (await create(blob)).headers.get('location') ?? ''

  async function expectProblem(response: Response, status: number, code: string): Promise<void> {
    expect(response.status).to.equal(status)
    expect(response.headers.get('content-type')).to.include('application/problem+json')
    expect(await response.json()).to.include({ code, status })
  }

  beforeEach(async () => {
    stores = openStores(folder.path, { longest: 8 * 1024 * 1024 })
    taken = 0
    http = await httpRelay({
      uploads: {
        ...stores.uploads,
        append: (id, offset, source) => stores.uploads.append(id, offset, counted(source)),
      },
    })
    officer = http.as(http.relay.drafter)
  })
  afterEach(() => http.close())

  it('says what it speaks to anybody', async () => {
    const response = await fetch(`${http.url}/v1/uploads`, { method: 'OPTIONS' })
    expect(response.status).to.equal(204)
    expect(response.headers.get('tus-extension')).to.equal('creation,termination,expiration')
  })

  it('takes a part in pieces; the part is there when the last is', async () => {
    const blob = announced(octets)
    const created = await create(blob)
    expect(created.status).to.equal(201)
    const location = created.headers.get('location') ?? ''
    expect(location).to.match(/^\/v1\/uploads\/[0-9a-f]{64}$/)
    const first = await patch(location, 0, octets.subarray(0, 100_000))
    expect(first.status).to.equal(204)
    expect(first.headers.get('upload-offset')).to.equal('100000')
    expect(first.headers.has('upload-expires')).to.equal(true)
    const head = await officer.send(location, { method: 'HEAD', headers: TUS })
    expect(head.headers.get('upload-offset')).to.equal('100000')
    expect(head.headers.get('upload-length')).to.equal('300000')
    expect(head.headers.get('cache-control')).to.equal('no-store')
    expect((await patch(location, 100_000, octets.subarray(100_000))).status).to.equal(204)
    expect(await stores.blobs.find(blob)).to.deep.equal({ length: 300_000 })
  })

  it('answers the same part announced again with the same upload, and where it stands', async () => {
    const blob = announced(octets)
    const location = await begun(blob)
    await patch(location, 0, octets)
    expect(await begun(blob)).to.equal(location)
    const head = await officer.send(location, { method: 'HEAD', headers: TUS })
    expect(head.headers.get('upload-offset')).to.equal('300000')
  })

  it('serves tus-js-client, which resumes what an earlier run left', async () => {
    const blob = announced(octets)
    await patch(await begun(blob), 0, octets.subarray(0, 123_456))
    const sent: number[] = []
    await new Promise<void>((resolve, reject) => {
      new Upload(octets, {
        endpoint: `${http.relay.relay.origin}/v1/uploads`,
        metadata: { package: blob.package, part: blob.part, digest: blob.digest },
        chunkSize: 100_000,
        retryDelays: [1, 1],
        storeFingerprintForResuming: false,
        httpStack: toRelay(officer),
        onShouldRetry: () => true,
        onChunkComplete: (size) => sent.push(size),
        onSuccess: () => resolve(),
        onError: reject,
      }).start()
    })
    expect(sent).to.deep.equal([100_000, 76_544])
    expect(await stores.blobs.find(blob)).to.deep.equal({ length: 300_000 })
  })

  it('keeps what arrived before the line broke', async () => {
    const location = await begun()
    const headers = {
      ...(await officer.headers('PATCH', location)),
      ...TUS,
      'upload-offset': '0',
      'content-type': 'application/offset+octet-stream',
      'content-length': '300000',
    }
    const broken = request(http.url + location, { method: 'PATCH', headers })
    broken.on('error', () => undefined)
    broken.write(octets.subarray(0, 50_000))
    await untilTaken(50_000)
    broken.destroy()
    await new Promise((resolve) => broken.once('close', resolve))
    const head = await officer.send(location, { method: 'HEAD', headers: TUS })
    expect(head.headers.get('upload-offset')).to.equal('50000')
    expect((await patch(location, 50_000, octets.subarray(50_000))).status).to.equal(204)
  })

  it('lets a client that comes back go on although its old line still hangs', async () => {
    const location = await begun()
    const headers = {
      ...(await officer.headers('PATCH', location)),
      ...TUS,
      'upload-offset': '0',
      'content-type': 'application/offset+octet-stream',
      'content-length': '300000',
    }
    const hanging = request(http.url + location, { method: 'PATCH', headers })
    hanging.on('error', () => undefined)
    hanging.write(octets.subarray(0, 70_000))
    await untilTaken(70_000)
    const head = await officer.send(location, { method: 'HEAD', headers: TUS })
    expect(head.headers.get('upload-offset')).to.equal('70000')
    expect((await patch(location, 70_000, octets.subarray(70_000))).status).to.equal(204)
    hanging.destroy()
  })

  it('refuses octets at another offset, and keeps what it has', async () => {
    const location = await begun()
    await patch(location, 0, octets.subarray(0, 1_000))
    for (const offset of [0, 999, 2_000]) {
      await expectProblem(
        await patch(location, offset, octets.subarray(0, 10)),
        409,
        'upload-conflict',
      )
    }
    const head = await officer.send(location, { method: 'HEAD', headers: TUS })
    expect(head.headers.get('upload-offset')).to.equal('1000')
  })

  it('refuses more than was announced, said or unsaid', async () => {
    const small = announced(octets.subarray(0, 1_000))
    const location = await begun(small)
    await expectProblem(await patch(location, 0, octets), 413, 'too-large')
    const stream = new Blob([octets]).stream()
    const unsaid = await officer.send(location, {
      method: 'PATCH',
      headers: { ...TUS, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
      body: stream,
      duplex: 'half',
    } as RequestInit)
    await expectProblem(unsaid, 413, 'too-large')
    expect(await stores.blobs.find(small)).to.equal(undefined)
  })

  it('deletes what does not have the digest announced', async () => {
    const blob = { ...announced(octets), digest: '0'.repeat(64) }
    const location = await begun(blob)
    await expectProblem(await patch(location, 0, octets), 422, 'part-mismatch')
    await expectProblem(await patch(location, 0, octets), 404, 'upload-unknown')
    expect(await stores.blobs.find(blob)).to.equal(undefined)
  })

  it('hides an upload from other authorities', async () => {
    const location = await begun()
    const stranger = http.as(http.relay.registrar)
    await expectProblem(await patch(location, 0, octets, stranger), 404, 'upload-unknown')
    const head = await stranger.send(location, { method: 'HEAD', headers: TUS })
    expect(head.status).to.equal(404)
    const gone = await stranger.send(location, { method: 'DELETE', headers: TUS })
    expect(gone.status).to.equal(404)
    expect((await patch(location, 0, octets)).status).to.equal(204)
  })

  it('refuses announcements that are incomplete, too large, or lie about who sends', async () => {
    const blob = announced(octets)
    const { package: pkg, part, digest } = blob
    const complete = { package: pkg, part, digest }
    for (const metadata of [
      { package: pkg, part },
      { ...complete, part: '../../../etc/passwd' },
      { ...complete, digest: digest.toUpperCase() },
      { ...complete, sender: 'xb.pgo' },
    ] as Record<string, string>[]) {
      const response = await create(blob, { 'upload-metadata': metadataOf(metadata) })
      await expectProblem(response, 400, 'malformed-request')
    }
    for (const length of ['0', '-1', '1e3', '00', '']) {
      await expectProblem(await create(blob, { 'upload-length': length }), 400, 'malformed-request')
    }
    await expectProblem(await create({ ...blob, length: 9_000_000 }), 413, 'too-large')
    await expectProblem(await create(blob, { 'tus-resumable': '0.2.2' }), 400, 'malformed-request')
    const unauthenticated = await fetch(`${http.url}/v1/uploads`, { method: 'POST', headers: TUS })
    await expectProblem(unauthenticated, 401, 'unauthenticated')
  })

  it('says when the disk is full', async () => {
    await http.close()
    const full = openStores(folder.path, { reserve: Number.MAX_SAFE_INTEGER / 2 })
    http = await httpRelay({ uploads: full.uploads })
    officer = http.as(http.relay.drafter)
    const response = await create(announced(octets))
    expect(response.headers.get('retry-after')).to.equal('60')
    await expectProblem(response, 507, 'storage-full')
  })

  it('gives an upload up when asked', async () => {
    const location = await begun()
    await patch(location, 0, octets.subarray(0, 10))
    expect((await officer.send(location, { method: 'DELETE', headers: TUS })).status).to.equal(204)
    await expectProblem(await patch(location, 10, octets.subarray(10)), 404, 'upload-unknown')
  })
})

/** Lets tus-js-client speak for the public origin and reach the listener of the test. */
function toRelay(officer: SignedIn) {
  return {
    getName: () => 'test',
    createRequest(method: string, address: string) {
      const { pathname } = new URL(address)
      const own: Record<string, string> = {}
      return {
        getMethod: () => method,
        getURL: () => address,
        getHeader: (name: string) => own[name] ?? '',
        setHeader: (name: string, value: string) => void (own[name] = value),
        setProgressHandler: () => undefined,
        getUnderlyingObject: () => undefined,
        abort: () => Promise.resolve(),
        async send(body?: unknown) {
          const response = await officer.send(pathname, {
            method,
            headers: own,
            body: body as BodyInit,
          })
          const text = method === 'HEAD' ? '' : await response.text()
          return {
            getStatus: () => response.status,
            getHeader: (name: string) => response.headers.get(name) ?? undefined,
            getBody: () => text,
            getUnderlyingObject: () => undefined,
          }
        },
      }
    },
  } as never
}
