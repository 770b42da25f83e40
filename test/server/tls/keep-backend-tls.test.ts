import { once } from 'node:events'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'chai'
import { SMTPServer } from 'smtp-server'
import { loadConfig } from '#config/load.js'
import type { Backend } from '#config/schema.js'
import { type KeptBackendTls, keepBackendTls } from '#server/tls/keep-backend-tls.js'
import { connectRedis } from '#server/messaging/redis.js'
import { smtpMail } from '#server/messaging/smtp-mail.js'
import { openBlobs } from '#server/open-blobs.js'
import type { TlsTowards } from '#server/tls/renewable-context.js'
import { connectStorage } from '#server/storage/connect-storage.js'
import { s3Server } from '#test/support/s3/s3-server.js'
import { testMongodbUri, testRedisUrl } from '#test/support/test-services.js'
import { type Issued, tlsAuthority } from '#test/support/tls/tls-authority.js'
import { tlsDoor } from '#test/support/tls/tls-door.js'

/** Somebody who is connected, and asks again and again. */
type Client = { readonly ask: () => Promise<unknown>; readonly close: () => unknown }

/**
 * Before each backend stands a door that demands a certificate; then it demands one of another authority. Whoever was
 * connected is connected again once the files are renewed, without having been made anew.
 */
describe('TLS towards backends while a process runs', function () {
  this.timeout(300_000)
  const folder = mkdtempSync(join(tmpdir(), 'rogatory-renewed-'))
  const servers = tlsAuthority(folder, 'servers')
  const [before, later] = [tlsAuthority(folder, 'before'), tlsAuthority(folder, 'later')]
  const server = servers.issue('server', 'serverAuth')
  const [old, renewed] = [
    before.issue('relay', 'clientAuth', 5),
    later.issue('relay', 'clientAuth', 20),
  ]
  const closing: (() => unknown)[] = []
  let kept: KeptBackendTls | undefined
  afterEach(async () => {
    kept?.stop()
    for (const close of closing.splice(0).toReversed()) await close()
  })
  after(() => rmSync(folder, { recursive: true }))

  async function doorBefore(url: string) {
    const door = await tlsDoor(new URL(url), server, before)
    closing.push(() => door.close())
    return door
  }
  const write = ({ certificate, key }: Issued) => {
    copyFileSync(certificate, join(folder, 'shown.pem'))
    copyFileSync(key, join(folder, 'shown.key'))
  }
  const config = (backend: Backend, variables: Readonly<Record<string, string>>) =>
    loadConfig({
      RELAY_ID: 'zz.relay',
      RELAY_ORIGIN: 'https://relay.example',
      DATA_DIR: folder,
      MONGODB_URI: 'mongodb://db',
      REDIS_URL: 'redis://cache',
      ...variables,
      [`${backend}_TLS_AUTHORITIES`]: servers.certificate,
      [`${backend}_TLS_CERTIFICATE`]: join(folder, 'shown.pem'),
      [`${backend}_TLS_KEY`]: join(folder, 'shown.key'),
    })

  type Opened = Awaited<ReturnType<typeof doorBefore>>
  const backends: Record<
    Backend,
    () => Promise<{
      readonly door: Opened
      readonly variables: Readonly<Record<string, string>>
      readonly connect: (tls: TlsTowards, by: ReturnType<typeof loadConfig>) => Promise<Client>
    }>
  > = {
    async MONGODB() {
      const door = await doorBefore(testMongodbUri())
      const uri = `mongodb://${door.host}/?directConnection=true&tls=true`
      return {
        door,
        variables: { MONGODB_URI: uri },
        async connect(tls) {
          const storage = await connectStorage(uri, { database: 'x', patienceMs: 2_000, tls })
          return { ask: () => storage.ping(), close: () => storage.close() }
        },
      }
    },
    async REDIS() {
      const door = await doorBefore(testRedisUrl())
      const { username, password } = new URL(testRedisUrl())
      const url = `rediss://${username}${password === '' ? '' : `:${password}@`}${door.host}`
      return {
        door,
        variables: { REDIS_URL: url },
        async connect(tls) {
          const redis = connectRedis(url, 'impatient', { tls })
          await once(redis, 'ready')
          return { ask: () => redis.ping(), close: () => redis.disconnect() }
        },
      }
    },
    async S3() {
      const bucket = await s3Server()
      closing.push(() => bucket.close())
      const door = await doorBefore(bucket.access.endpoint)
      writeFileSync(join(folder, 'secret'), bucket.access.secretAccessKey, { mode: 0o600 })
      return {
        door,
        variables: {
          S3_ENDPOINT: `https://${door.host}`,
          S3_BUCKET: bucket.access.bucket,
          S3_REGION: bucket.access.region,
          S3_ACCESS_KEY_ID: bucket.access.accessKeyId,
          S3_SECRET_ACCESS_KEY_FILE: join(folder, 'secret'),
          MAX_PART_BYTES: '5368709120',
        },
        async connect(tls, by) {
          const { blobs } = await openBlobs(by, { now: () => new Date() }, tls)
          return { ask: () => blobs.check(), close: () => undefined }
        },
      }
    },
    async SMTP() {
      const smtp = new SMTPServer({ disabledCommands: ['AUTH', 'STARTTLS'] })
      smtp.listen(0, '127.0.0.1')
      await once(smtp.server, 'listening')
      closing.push(() => new Promise<void>((resolve) => smtp.close(resolve)))
      const { port } = smtp.server.address() as AddressInfo
      const door = await doorBefore(`smtp://127.0.0.1:${String(port)}`)
      const url = `smtps://${door.host}`
      return {
        door,
        variables: { SMTP_URL: url },
        connect(tls) {
          const mail = smtpMail(url, 'relay@zz.example', tls)
          const letter = { to: ['a@b.example'], subject: 's', text: 't', id: '1' }
          return Promise.resolve({ ask: () => mail.send(letter), close: () => mail.close() })
        },
      }
    },
  }

  const isAnswered = ({ ask }: Client) =>
    ask().then(
      () => true,
      () => false,
    )

  for (const [name, open] of Object.entries(backends)) {
    const backend = name as Backend
    it(`${backend}: what is renewed is shown from the next connection on`, async () => {
      const { door, variables, connect } = await open()
      write(old)
      const by = config(backend, variables)
      const said: string[] = []
      const log = {
        info: (event: string, fields?: object) => said.push(`${event} ${JSON.stringify(fields)}`),
        error: (event: string, fields?: object) => said.push(`${event} ${JSON.stringify(fields)}`),
      }
      kept = keepBackendTls(by, log)
      const client = await connect(kept.options[backend], by)
      closing.push(() => client.close())
      await client.ask()

      door.turn(later)
      expect(await isAnswered(client), 'with the certificate from before').to.equal(false)
      copyFileSync(renewed.certificate, join(folder, 'shown.pem'))
      kept.renew()
      const service = backend.toLowerCase()
      const unusable = { service, reason: `${backend}_TLS_KEY` }
      expect(said).to.deep.equal([`tls.unusable ${JSON.stringify(unusable)}`])
      expect(daysLeft(kept), 'still').to.be.within(4, 5)

      write(renewed)
      kept.renew()
      expect(said[1]).to.equal(`tls.renewed ${JSON.stringify({ service })}`)
      while (!(await isAnswered(client))) await sleep(50)
      expect(daysLeft(kept)).to.be.within(19, 20)
      expect(kept.shown().map((one) => one.backend)).to.deep.equal([service])
    })
  }

  const daysLeft = ({ shown }: KeptBackendTls): number =>
    ((shown()[0]?.ends.getTime() ?? 0) - Date.now()) / 86_400_000

  it('is left to the drivers where nothing was named', () => {
    const variables = { RELAY_ID: 'zz.relay', RELAY_ORIGIN: 'https://relay.example' }
    const services = { MONGODB_URI: 'mongodb://db', REDIS_URL: 'redis://cache' }
    kept = keepBackendTls(loadConfig({ ...variables, ...services }), {} as never)
    expect(kept.options).to.deep.equal({ MONGODB: {}, REDIS: {}, S3: {}, SMTP: {} })
    expect(kept.shown()).to.deep.equal([])
  })
})
