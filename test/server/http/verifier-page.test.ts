import { createHash } from 'node:crypto'
import { expect } from 'chai'
import { verifierPage } from '#client/files/verifier-page.js'
import { Refusal } from '#server/domain/errors.js'
import { type HttpRelay, httpRelay, octetsIn } from '#test/support/http-relay.js'

const sha256 = (octets: Uint8Array) => createHash('sha256').update(octets).digest('hex')

describe('the verification page over HTTP', () => {
  let http: HttpRelay
  before(async () => {
    http = await httpRelay()
  })
  after(() => http.close())
  const get = (path: string, headers = {}) => fetch(`${http.url}${path}`, { headers })

  it('is octet by octet what the command writes', async () => {
    const response = await get('/verifier')
    expect(response.status).to.equal(200)
    const digest = sha256(await octetsIn(response))
    expect(digest).to.equal(sha256(await verifierPage()))
    expect(response.headers.get('etag')).to.equal(`"${digest}"`)
    expect(response.headers.get('content-type')).to.equal('text/html; charset=utf-8')
    expect(response.headers.get('content-disposition')).to.match(/^inline; filename="rogatory-/)
  })

  it('runs its own script and nothing else, is framed by nobody, and is cached', async () => {
    const { headers } = await get('/verifier')
    const policy = headers.get('content-security-policy')
    expect(policy).to.match(/^default-src 'none'; script-src 'sha256-[^;]+; style-src 'sha256-/)
    expect(policy).to.include("frame-ancestors 'none'").and.not.include('unsafe-inline')
    expect(headers.get('cache-control')).to.equal('public, max-age=3600')
    expect(headers.get('x-content-type-options')).to.equal('nosniff')
    // As a browser asks; fetch of its own would add `no-cache`.
    const asked = { 'if-none-match': headers.get('etag') ?? '', 'cache-control': 'max-age=0' }
    const again = await get('/verifier', asked)
    expect([again.status, await again.text()]).to.deep.equal([304, ''])
  })

  it('is a file to keep for whoever asks for one', async () => {
    const { headers } = await get('/verifier?download=1')
    expect(headers.get('content-disposition')).to.match(/^attachment; filename="rogatory-/)
    expect((await get('/verifier?download=no')).status).to.equal(400)
  })

  it('is missed in words where nothing was built', async () => {
    const readVerifier = () => Promise.reject(new Refusal('unavailable', 'not built'))
    const bare = await httpRelay({ useCases: { ...http.useCases, readVerifier } })
    const response = await fetch(`${bare.url}/verifier`)
    expect(response.status).to.equal(503)
    expect(await response.json()).to.include({ code: 'unavailable' })
    await bare.close()
  })
})
