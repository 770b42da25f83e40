import { once } from 'node:events'
import { request } from 'node:http'
import { expect } from 'chai'
import { callerOf, steps } from '#test/support/fake-relay.js'
import { type HttpRelay, httpRelay, octetsIn } from '#test/support/http-relay.js'
import { octetsOf } from '#test/support/octets.js'
import { type SampleSubmission, sampleSubmission } from '#test/support/sample-submission.js'

describe('downloads', () => {
  let http: HttpRelay
  let sample: SampleSubmission
  let part: string
  let length: number
  let digest: string

  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    http.as(http.relay.registrar).send(path, { headers, method })
  const served = async () => {
    await http.after.settled()
    return http.relay.trace.filter((effect) => effect.startsWith('handovers'))
  }

  beforeEach(async () => {
    http = await httpRelay()
    sample = await sampleSubmission(http.relay)
    await http.relay.submit(callerOf(http.relay.drafter), sample.submission)
    await http.relay.consign({ header: sample.header })
    const [first] = sample.parts
    if (first === undefined) throw new Error('the sample has parts')
    part = `/v1/packages/${sample.draft.package}/parts/${first.manifest.part}`
    ;({ length, digest } = first.sealed)
    http.relay.trace.length = 0
  })
  afterEach(() => http.close())

  it('serves a part with its digest, and notes it', async () => {
    const response = await get(part)
    expect(response.status).to.equal(200)
    expect((await octetsIn(response)).equals(octetsOf(length))).to.equal(true)
    expect(response.headers.get('etag')).to.equal(`"${digest}"`)
    const base64 = Buffer.from(digest, 'hex').toString('base64')
    expect(response.headers.get('repr-digest')).to.equal(`sha-256=:${base64}:`)
    expect(response.headers.get('content-disposition')).to.equal(
      `attachment; filename="part-${digest.slice(0, 16)}.bin"`,
    )
    expect(response.headers.get('accept-ranges')).to.equal('bytes')
    expect(response.headers.get('cache-control')).to.equal('private, no-store')
    expect(await served()).to.deep.equal(['handovers.record'])
  })

  it('serves the envelope, exact octets', async () => {
    const response = await get(`/v1/packages/${sample.draft.package}/envelope`)
    expect(response.headers.get('content-type')).to.include('application/jose+json')
    expect(response.headers.get('content-disposition')).to.match(
      /^attachment; filename="envelope-[0-9a-f]{16}\.bin"$/,
    )
    expect((await octetsIn(response)).toString()).to.equal(sample.submission.envelope)
    const ranged = await get(`/v1/packages/${sample.draft.package}/envelope`, {
      range: 'bytes=2-5',
    })
    expect((await octetsIn(ranged)).toString()).to.equal(sample.submission.envelope.slice(2, 6))
  })

  it('states E.1 once everything was served', async () => {
    await get(`/v1/packages/${sample.draft.package}/envelope`).then(octetsIn)
    for (const { manifest } of sample.parts) {
      const path = `/v1/packages/${sample.draft.package}/parts/${manifest.part}`
      await get(path).then(octetsIn)
    }
    await served()
    expect(await steps(http.relay, sample.submission.header)).to.include('E.1/xb.pgo')
  })

  it('answers HEAD with everything but the octets, and notes nothing', async () => {
    const response = await get(part, {}, 'HEAD')
    expect(response.status).to.equal(200)
    expect(response.headers.get('content-length')).to.equal(String(length))
    expect((await octetsIn(response)).length).to.equal(0)
    expect(await served()).to.deep.equal([])
  })

  for (const [range, start, end] of [
    ['bytes=0-0', 0, 0],
    ['bytes=5-', 5, -1],
    ['bytes=-7', -7, -1],
    ['bytes=3-999999', 3, -1],
    ['bytes=-999999', 0, -1],
  ] as const) {
    it(`serves the range ${range}`, async () => {
      const response = await get(part, { range })
      const from = start < 0 ? length + start : start
      const to = end < 0 ? length + end : end
      expect(response.status).to.equal(206)
      expect(response.headers.get('content-range')).to.equal(`bytes ${from}-${to}/${length}`)
      const octets = octetsOf(length).subarray(from, to + 1)
      expect((await octetsIn(response)).equals(octets)).to.equal(true)
    })
  }

  it('answers 416 for what the part does not have', async () => {
    for (const range of [`bytes=${length}-`, 'bytes=-0', 'bytes=9999999999999999-']) {
      const response = await get(part, { range })
      expect(response.status, range).to.equal(416)
      expect(response.headers.get('content-range')).to.equal(`bytes */${length}`)
      expect(response.headers.get('content-type')).to.include('application/problem+json')
    }
    expect(await served()).to.deep.equal([])
  })

  it('serves the whole for ranges it does not understand, or of another representation', async () => {
    const headers = [
      { range: 'bytes=0-1,3-4' },
      { range: 'bytes=5-2' },
      { range: 'octets=0-1' },
      { range: 'bytes=a-b' },
      { range: `bytes=${'1'.repeat(400)}-` },
      { range: 'bytes=1-2', 'if-range': '"another"' },
    ]
    for (const each of headers) {
      const response = await get(part, each)
      expect(response.status, each.range).to.equal(200)
      expect((await octetsIn(response)).length).to.equal(length)
    }
  })

  it('counts a download in order, whole in the end, and no last octet alone', async () => {
    await get(part, { range: 'bytes=-1' }).then(octetsIn)
    expect(await served(), 'only the last').to.deep.equal([])
    await get(part, { range: 'bytes=0-9' }).then(octetsIn)
    await get(part, { range: 'bytes=20-' }).then(octetsIn)
    expect(await served(), 'with a gap').to.deep.equal([])
    await get(part, { range: 'bytes=10-' }).then(octetsIn)
    expect(await served()).to.deep.equal(['handovers.record'])
  })

  it('counts what a client resumes after the relay was restarted', async () => {
    await get(part, { range: 'bytes=10-', 'if-range': `"${digest}"` }).then(octetsIn)
    expect(await served()).to.deep.equal(['handovers.record'])
  })

  it('notes nothing when the client went away before the end', async () => {
    await http.close()
    // More than the kernel takes over from a process for one connection.
    const stuck = Buffer.alloc(64 * 1024 * 1024)
    http = await httpRelay({
      useCases: {
        openBlob: () =>
          Promise.resolve({
            facts: { header: sample.header },
            blob: 'envelope',
            length: stuck.length,
            digest,
            read: () => stuck,
          }),
        noteBlobServed: () => Promise.reject(new Error('must not be called')),
      } as never,
    })
    const officer = http.as(http.relay.registrar)
    const headers = await officer.headers('GET', part)
    const asked = request(http.url + part, { headers }).end()
    const [response] = (await once(asked, 'response')) as [NodeJS.EventEmitter]
    await once(response, 'data')
    asked.destroy()
    await new Promise((resolve) => setTimeout(resolve, 50))
    await http.after.settled()
    expect(http.lines.join('')).to.not.include('handover.unrecorded')
    const line = JSON.parse(http.lines.at(-1) ?? '{}') as Record<string, unknown>
    expect(line).to.include({ event: 'http.request', status: 499 })
  })
})
