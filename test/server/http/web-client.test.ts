import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { expect } from 'chai'
import { listWebClient } from '#server/web-client.js'
import { type HttpRelay, httpRelay } from '#test/support/http-relay.js'

const SCRIPT = 'console.log("here")\n'

describe('the web client, served', () => {
  let folder = ''
  let relay: HttpRelay
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rogatory-web-'))
    await mkdir(join(folder, 'assets'))
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>Rogatory</title>')
    await writeFile(join(folder, 'assets', 'main-1a2b.js'), SCRIPT)
    await writeFile(join(folder, 'assets', 'main-1a2b.js.gz'), gzipSync(SCRIPT))
    await writeFile(join(folder, 'notes.private'), 'of no known type')
    const files = await listWebClient(folder)
    const its = { id: 'zz.relay', origin: 'https://relay.example' }
    relay = await httpRelay({ site: { files, relay: its, example: undefined } })
  })
  after(async () => {
    await relay.close()
    await rm(folder, { recursive: true, force: true })
  })
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(relay.url + path, { headers: { 'accept-encoding': 'identity', ...headers } })

  it('gives the page without any inline script or style, and asks for it anew each time', async () => {
    const response = await get('/')
    expect(response.status).to.equal(200)
    expect(response.headers.get('content-type')).to.match(/^text\/html/)
    expect(response.headers.get('cache-control')).to.equal('no-cache')
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).to.include("script-src 'self' 'wasm-unsafe-eval';")
    expect(policy).to.include("style-src 'self';")
    expect(policy).to.include("connect-src 'self' wss://relay.example;")
    expect(policy).not.to.match(/unsafe-inline|'unsafe-eval'|\*|https:/)
    const permissions = response.headers.get('permissions-policy')?.split(', ')
    expect(permissions).to.include.members([
      'publickey-credentials-create=(self)',
      'publickey-credentials-get=(self)',
      'camera=()',
    ])
    const again = await get('/', { 'if-none-match': response.headers.get('etag') ?? '' })
    expect(again.status).to.equal(304)
  })

  it('gives assets for good, compressed for whoever takes that', async () => {
    const plain = await get('/assets/main-1a2b.js')
    expect(await plain.text()).to.equal(SCRIPT)
    expect(plain.headers.get('cache-control')).to.equal('public, max-age=31536000, immutable')
    const { body, headers } = await rawGet(`${relay.url}/assets/main-1a2b.js`)
    expect(headers['content-encoding']).to.equal('gzip')
    expect(gunzipSync(body).toString()).to.equal(SCRIPT)
  })

  it('reads a file when it is first asked for, keeps it, and asks the disk again after a failure', async () => {
    const path = join(folder, 'assets', 'late-3c4d.js')
    await writeFile(path, SCRIPT)
    const late = (await listWebClient(folder)).get('/assets/late-3c4d.js')
    await rm(path)
    const failed = await late?.read().catch((error: unknown) => error)
    expect(failed).to.have.property('code', 'ENOENT')
    await writeFile(path, SCRIPT)
    const read = await late?.read()
    expect(String(read?.octets.identity)).to.equal(SCRIPT)
    await rm(path)
    expect(await late?.read()).to.equal(read)
  })

  it('says which relay it is, and offers no example', async () => {
    const site = await get('/site.json')
    expect(await site.json()).to.deep.equal({
      relay: 'zz.relay',
      origin: 'https://relay.example',
      example: false,
    })
    expect((await get('/example/identities.json')).status).to.equal(404)
  })

  it('gives nothing else', async () => {
    for (const path of [
      '/notes.private',
      '/index.html',
      '/assets/../index.html',
      '/assets/main-1a2b.js.gz',
      '/%2e%2e/package.json',
      '//etc/passwd',
    ]) {
      const response = await get(path)
      expect(response.status, path).to.equal(404)
      expect(response.headers.get('content-security-policy'), path).to.include("default-src 'none'")
    }
    expect((await fetch(relay.url, { method: 'POST' })).status).to.equal(404)
  })
})

async function rawGet(url: string) {
  const { get } = await import('node:http')
  return new Promise<{ body: Buffer; headers: Record<string, unknown> }>((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ body: Buffer.concat(chunks), headers: response.headers }))
    }).on('error', reject)
  })
}
