import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { createPublicKey, type JsonWebKeyInput } from 'node:crypto'
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect } from 'chai'
import { generateSigningKey } from '#crypto/keys/generate.js'
import type { Suite } from '#crypto/keys/algorithms.js'
import { signWebhook } from '#crypto/webhook/sign-webhook.js'
import { WebhookRefused } from '#server/domain/duty/webhooks.js'
import { httpWebhooks } from '#server/messaging/http-webhooks.js'
import { rejection } from '#test/support/rejection.js'
import { temporaryFolder } from '#test/support/temporary-folder.js'

const run = promisify(execFile)
const PAGE = readFileSync(new URL('../../../docs/webhooks.md', import.meta.url), 'utf8')
/** What the page tells receivers to do. */
const SCRIPT = /```sh\n([^]*?)```/.exec(PAGE)?.[1] ?? ''

describe('webhooks over HTTP', () => {
  const folder = temporaryFolder()
  const servers: Server[] = []
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections()
      server.close()
    }
  })

  async function serve(answer: RequestListener) {
    const server = createServer(answer).listen(0, '127.0.0.1')
    servers.push(server)
    await once(server, 'listening')
    return `127.0.0.1:${(server.address() as AddressInfo).port}`
  }
  async function call(
    url: string,
    hosts: readonly string[] = [],
    suite: Suite = 'x25519',
    publicHosts: readonly string[] = [],
  ) {
    const key = await generateSigningKey(suite)
    const timestamp = Math.floor(Date.now() / 1000)
    const message = { id: 'a'.repeat(64), timestamp, body: '{"type":"duty.alert"}' }
    const signature = await signWebhook(message, key)
    await httpWebhooks({ hosts, publicHosts, timeLimitMs: 500 }).call({
      ...message,
      url,
      signature,
      kid: key.kid,
    })
    return key
  }
  const status = (code: number, headers = {}) =>
    serve((_, response) => response.writeHead(code, headers).end())

  for (const [suite, verify] of [
    ['x25519', undefined],
    ['p256', 'openssl dgst -sha256 -verify relay.pem -signature signature signed'],
    ['p384', 'openssl dgst -sha384 -verify relay.pem -signature signature signed'],
  ] as const) {
    it(`carry a signature (${suite}) that OpenSSL verifies as the page says, of what came alone`, async () => {
      let seen: { headers: IncomingMessage['headers']; body: string } | undefined
      const host = await serve((request, response) => {
        let body = ''
        request.on('data', (chunk: Buffer) => (body += chunk.toString()))
        request.on('end', () => {
          seen = { headers: request.headers, body }
          response.end()
        })
      })
      const key = await call(`http://${host}/hook`, [host], suite)
      if (seen === undefined) throw new Error('it came')
      const { headers, body } = seen
      expect(headers['rogatory-key']).to.equal(key.kid)
      const pem = createPublicKey({
        key: { ...key.jwk } as JsonWebKeyInput['key'],
        format: 'jwk',
      }).export({
        type: 'spki',
        format: 'pem',
      })
      const cwd = folder.path
      await writeFile(join(cwd, 'relay.pem'), pem)
      const env = {
        ...process.env,
        webhook_id: String(headers['webhook-id']),
        webhook_timestamp: String(headers['webhook-timestamp']),
        webhook_signature: String(headers['webhook-signature']),
      }
      const script =
        verify === undefined
          ? SCRIPT
          : SCRIPT.replace('#v1a,', '#*,').replace(/openssl pkeyutl.*\n/, `${verify}\n`)
      const verified = async (octets: string, more = {}) => {
        await writeFile(join(cwd, 'body'), octets)
        return run('sh', ['-c', script], { cwd, env: { ...env, ...more } }).then(
          () => true,
          () => false,
        )
      }
      expect(await verified(body)).to.equal(true)
      expect(await verified(`${body} `)).to.equal(false)
      expect(await verified(body, { webhook_id: 'b'.repeat(64) })).to.equal(false)
      const old = String(Number(headers['webhook-timestamp']) - 301)
      expect(await verified(body, { webhook_timestamp: old })).to.equal(false)
    })
  }

  it('never reach into our own network, by address, name, port or scheme, unless it is named', async () => {
    let isCalled = false
    const host = await serve((_, response) => {
      isCalled = true
      response.end()
    })
    const port = host.split(':')[1] ?? ''
    for (const url of [
      ...[`http://${host}/`, `https://${host}/`, `https://localhost:${port}/`],
      ...['https://localhost/', 'https://127.0.0.1/', 'https://[::1]/', 'https://169.254.169.254/'],
      ...['https://2130706433/', 'https://[::ffff:127.0.0.1]/', 'https://10.0.0.1/', 'nothing'],
      ...['https://user:word@pager.example/', 'http://pager.example/', 'file:///etc/passwd'],
    ]) {
      expect(await rejection(call(url)), url).to.be.instanceOf(WebhookRefused)
    }
    const other = await rejection(call(`http://user:word@${host}/`, [host]))
    expect(other).to.be.instanceOf(WebhookRefused)
    expect(isCalled).to.equal(false)
    await call(`http://${host}/`, [host])
    expect(isCalled).to.equal(true)
  })

  it('reach those hosts of the public Internet alone that are listed, where any is', async () => {
    const listed = ['pager.invalid']
    const refused = await rejection(call('https://other.invalid/', [], 'x25519', listed))
    expect(refused).to.be.instanceOf(WebhookRefused).and.include({ code: 'not-listed' })
    // It leads nowhere, and was looked for.
    const away = await rejection(call('https://pager.invalid/', [], 'x25519', listed))
    expect(away).to.not.be.instanceOf(WebhookRefused)
    const own = await status(204)
    await call(`http://${own}/`, [own], 'x25519', listed)
  })

  it('are refused for good by 410 and by a redirect, which nobody follows', async () => {
    let isFollowed = false
    const inner = await serve((_, response) => {
      isFollowed = true
      response.end()
    })
    const away = await status(302, { location: `http://${inner}/` })
    for (const host of [away, await status(410)]) {
      expect(await rejection(call(`http://${host}/`, [host, inner]))).to.be.instanceOf(
        WebhookRefused,
      )
    }
    expect(isFollowed).to.equal(false)
  })

  it('may be tried again where the receiver fails, is late, or is not there', async () => {
    const silent = await serve(() => undefined)
    const closed = await status(200)
    servers.at(-1)?.close()
    for (const host of [await status(500), await status(429), await status(404), silent, closed]) {
      const error = await rejection(call(`http://${host}/`, [host]))
      expect(error).to.be.instanceOf(Error).and.not.instanceOf(WebhookRefused)
    }
  })

  it('take a yes without reading on, however much is said after it', async () => {
    const host = await serve((_, response) => {
      response.writeHead(200)
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      }
      response.on('drain', more)
      more()
    })
    await call(`http://${host}/`, [host])
  })
})
