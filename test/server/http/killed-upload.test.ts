import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { fileURLToPath } from 'node:url'
import { expect } from 'chai'
import { temporaryFolder } from '#test/support/temporary-folder.js'
import { announced, octetsOf, openStores } from '../blobs/fixtures.js'

const script = fileURLToPath(new URL('upload-process.ts', import.meta.url))
const HEADERS = { 'tus-resumable': '1.0.0', authorization: 'DPoP token', dpop: 'proof' }
const OCTETS = { 'content-type': 'application/offset+octet-stream' }

describe('an upload whose relay is killed', function () {
  this.timeout(300_000)
  const folder = temporaryFolder()
  const children: ChildProcess[] = []
  afterEach(() => children.splice(0).forEach((child) => child.kill('SIGKILL')))

  async function startRelay() {
    const args = ['--import=tsx', '--conditions=source', script, folder.path]
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    children.push(child)
    const [line] = (await once(child.stdout, 'data')) as [Buffer]
    return { child, url: `http://127.0.0.1:${Number(line.toString())}` }
  }

  it('is resumed at another relay, and is whole as sha256sum judges', async () => {
    const octets = octetsOf(20_000_000)
    const blob = announced(octets)
    const metadata = (['package', 'part', 'digest'] as const)
      .map((name) => `${name} ${Buffer.from(blob[name]).toString('base64')}`)
      .join(',')
    const first = await startRelay()
    const created = await fetch(`${first.url}/v1/uploads`, {
      method: 'POST',
      headers: { ...HEADERS, 'upload-length': '20000000', 'upload-metadata': metadata },
    })
    const location = created.headers.get('location') ?? ''
    const acknowledged = await fetch(first.url + location, {
      method: 'PATCH',
      headers: { ...HEADERS, ...OCTETS, 'upload-offset': '0' },
      body: octets.subarray(0, 3_000_000),
    })
    expect(acknowledged.status).to.equal(204)
    const dying = request(first.url + location, {
      method: 'PATCH',
      headers: { ...HEADERS, ...OCTETS, 'upload-offset': '3000000', 'content-length': '17000000' },
    })
    dying.on('error', () => undefined)
    dying.write(octets.subarray(3_000_000, 12_000_000))
    await new Promise((resolve) => setTimeout(resolve, 100))
    first.child.kill('SIGKILL')
    await once(first.child, 'exit')

    const second = await startRelay()
    const head = await fetch(second.url + location, { method: 'HEAD', headers: HEADERS })
    const offset = Number(head.headers.get('upload-offset'))
    expect(offset, 'what was acknowledged').to.be.within(3_000_000, 12_000_000)
    const rest = await fetch(second.url + location, {
      method: 'PATCH',
      headers: { ...HEADERS, ...OCTETS, 'upload-offset': String(offset) },
      body: octets.subarray(offset),
    })
    expect(rest.status).to.equal(204)
    const { path } = openStores(folder.path).layout.blob(blob)
    expect(execFileSync('sha256sum', [path], { encoding: 'utf8' }).split(' ')[0]).to.equal(
      blob.digest,
    )
  })
})
