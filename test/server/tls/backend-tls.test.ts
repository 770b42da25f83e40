import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { SMTPServer } from 'smtp-server'
import { loadBackendTls } from '#config/backends/load-backend-tls.js'
import { loadConfig } from '#config/load.js'
import type { Backend, Config } from '#config/schema.js'
import { describeError } from '#server/observability/describe-error.js'
import { connectRedis } from '#server/messaging/redis.js'
import { smtpMail } from '#server/messaging/smtp-mail.js'
import { openBlobs } from '#server/open-blobs.js'
import { renewableContext } from '#server/tls/renewable-context.js'
import { connectStorage } from '#server/storage/connect-storage.js'
import { type S3Server, s3Server } from '#test/support/s3/s3-server.js'
import { testMongodbUri } from '#test/support/test-services.js'
import { tlsAuthority } from '#test/support/tls/tls-authority.js'
import { tlsDoor } from '#test/support/tls/tls-door.js'
import { tlsRedis } from '#test/support/tls/tls-redis.js'

/**
 * Each backend shows a certificate of an authority of the operator's, and demands one of another. Redis speaks TLS itself;
 * before the others, which speak none here, stands a door that does.
 */
describe('connections to backends over TLS', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rogatory-backends-'))
  const servers = tlsAuthority(folder, 'servers')
  const clients = tlsAuthority(folder, 'clients')
  const strangers = tlsAuthority(folder, 'strangers')
  const server = servers.issue('server', 'serverAuth')
  const [ours, foreign] = [clients.issue('relay', 'clientAuth'), strangers.issue('x', 'clientAuth')]
  const closing: (() => unknown)[] = []
  const coded = (code: string) => Object.assign(new Error('away'), { code })
  let bucket: S3Server

  before(async () => {
    bucket = await s3Server()
    closing.push(() => bucket.close())
    writeFileSync(join(folder, 'secret'), bucket.access.secretAccessKey, { mode: 0o600 })
  })
  after(async () => {
    for (const close of closing.toReversed()) await close()
    rmSync(folder, { recursive: true })
  })

  /** Where it is, and a question that only an open connection answers. */
  type Behind = {
    readonly variables: () => Promise<Record<string, string> | undefined>
    readonly ask: (config: Config) => Promise<unknown>
  }
  const door = async (url: string) => {
    const opened = await tlsDoor(new URL(url), server, clients)
    closing.push(() => opened.close())
    return opened.host
  }

  const towards = (config: Config, backend: Backend) =>
    renewableContext(loadBackendTls(config, backend)).options

  const backends: Record<Backend, Behind> = {
    MONGODB: {
      async variables() {
        const host = await door(testMongodbUri())
        return { MONGODB_URI: `mongodb://${host}/?directConnection=true&tls=true` }
      },
      async ask(config) {
        const tls = towards(config, 'MONGODB')
        const options = { database: 'rogatory-tls', patienceMs: 2_000, tls }
        const storage = await connectStorage(config.mongodb.reveal(), options)
        await storage.ping().finally(() => storage.close())
      },
    },
    REDIS: {
      async variables() {
        const redis = await tlsRedis(folder, server, clients)
        if (redis === undefined) return undefined
        closing.push(() => redis.close())
        return { REDIS_URL: `rediss://${redis.host}` }
      },
      async ask(config) {
        let code = 'hung up'
        const redis = connectRedis(config.redis.reveal(), 'impatient', {
          tls: towards(config, 'REDIS'),
          onLost: (why) => (code = why),
        })
        // A certificate that it does not accept it answers after the handshake, by hanging up.
        const lost = once(redis, 'close').then(() => Promise.reject(coded(code)))
        const answered = once(redis, 'ready').then(() => redis.ping())
        await Promise.race([answered, lost]).finally(() => {
          lost.catch(() => undefined)
          redis.disconnect()
        })
      },
    },
    S3: {
      async variables() {
        return {
          S3_ENDPOINT: `https://${await door(bucket.access.endpoint)}`,
          S3_BUCKET: bucket.access.bucket,
          S3_REGION: bucket.access.region,
          S3_ACCESS_KEY_ID: bucket.access.accessKeyId,
          S3_SECRET_ACCESS_KEY_FILE: join(folder, 'secret'),
          MAX_PART_BYTES: '5368709120',
        }
      },
      async ask(config) {
        const { blobs } = await openBlobs(config, { now: () => new Date() })
        await blobs.check()
      },
    },
    SMTP: {
      async variables() {
        const smtp = new SMTPServer({ disabledCommands: ['AUTH', 'STARTTLS'] })
        smtp.listen(0, '127.0.0.1')
        await once(smtp.server, 'listening')
        closing.push(() => new Promise<void>((resolve) => smtp.close(resolve)))
        const { port } = smtp.server.address() as AddressInfo
        return { SMTP_URL: `smtps://${await door(`smtp://127.0.0.1:${port}`)}` }
      },
      async ask(config) {
        const tls = towards(config, 'SMTP')
        const mail = smtpMail(config.mail?.server.reveal() ?? '', 'relay@zz.example', tls)
        const sent = mail.send({ to: ['a@b.example'], subject: 's', text: 't', id: '1' })
        await sent.finally(() => mail.close())
      },
    },
  }

  for (const [backend, { variables, ask }] of Object.entries(backends)) {
    it(`${backend}: the authority that is named is trusted alone, and the certificate lets in`, async function () {
      const where = await variables()
      if (where === undefined) this.skip()
      const outcome = async (authority: string, certificate: string, key: string) => {
        const config = loadConfig({
          RELAY_ID: 'zz.relay',
          RELAY_ORIGIN: 'https://relay.example',
          DATA_DIR: folder,
          MONGODB_URI: 'mongodb://db',
          REDIS_URL: 'redis://cache',
          ...where,
          [`${backend}_TLS_AUTHORITIES`]: authority,
          [`${backend}_TLS_CERTIFICATE`]: certificate,
          [`${backend}_TLS_KEY`]: key,
        })
        return ask(config).then(
          () => 'answered',
          (error: unknown) => `refused ${JSON.stringify(describeError(error))}`,
        )
      }
      // What a log may hold of it says that TLS failed, and of what.
      const UNTRUSTED = /^refused .*(SELF_SIGNED|UNABLE_TO_(VERIFY|GET)|CERT_SIGNATURE)/
      const { certificate, key } = ours
      expect(await outcome(servers.certificate, certificate, key)).to.equal('answered')
      expect(await outcome(strangers.certificate, certificate, key)).to.match(UNTRUSTED)
      expect(await outcome('', certificate, key)).to.match(UNTRUSTED)
      expect(await outcome(servers.certificate, '', '')).to.match(/^refused/)
      const other = await outcome(servers.certificate, foreign.certificate, foreign.key)
      expect(other).to.match(/^refused/)
    })
  }
})
