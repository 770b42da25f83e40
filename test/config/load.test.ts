import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { expect } from 'chai'
import { ConfigurationError } from '#config/configuration-error.js'
import { loadConfig } from '#config/load.js'
import { temporaryFolder } from '#test/support/temporary-folder.js'

const good = {
  RELAY_ID: 'zz.relay',
  RELAY_ORIGIN: 'https://relay.example',
  MONGODB_URI: 'mongodb://relay:hunter2@db.example/rogatory?replicaSet=rs0',
  REDIS_URL: 'redis://:hunter2@cache.example:6379',
}

function problemsOf(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    loadConfig(env)
    return []
  } catch (error) {
    expect(error).to.be.instanceOf(ConfigurationError)
    return (error as ConfigurationError).problems
  }
}

describe('the configuration', () => {
  const folder = temporaryFolder()

  it('needs four variables and has a default for every other', () => {
    const config = loadConfig(good)
    expect(config.limits.partBytes).to.equal(64 * 1024 ** 3)
    expect(config.log.checkpointIntervalMs).to.equal(1000)
    expect(config.nonDelivery.routineMs).to.equal(7 * 24 * 3_600_000)
    expect(config.folders).to.deep.equal({ blobs: '.rogatory/blobs', relay: '.rogatory/relay' })
    expect(config.timestamps.urls).to.deep.equal([])
  })

  describe('with REQUIRE_TLS', () => {
    const encrypted = {
      ...good,
      REQUIRE_TLS: 'true',
      TLS_CERTIFICATE: 'c.pem',
      TLS_KEY: 'k.pem',
      MONGODB_URI: 'mongodb://relay:hunter2@db.example/rogatory?replicaSet=rs0&tls=true',
      REDIS_URL: 'rediss://:hunter2@cache.example:6380',
    }

    it('starts where every connection is encrypted and verified', () => {
      expect(problemsOf(encrypted)).to.deep.equal([])
      const srv = { ...encrypted, MONGODB_URI: 'mongodb+srv://u:hunter2@db.example/rogatory' }
      expect(problemsOf({ ...srv, METRICS_PORT: '9100' })).to.deep.equal([])
    })

    const plain = {
      TLS_CERTIFICATE: { TLS_CERTIFICATE: '', TLS_KEY: '' },
      REDIS_URL: { REDIS_URL: good.REDIS_URL },
      S3_ENDPOINT: {
        S3_ENDPOINT: 'http://127.0.0.1:9000',
        S3_BUCKET: 'parts',
        S3_ACCESS_KEY_ID: 'x',
        S3_SECRET_ACCESS_KEY_FILE: 'secret',
        MAX_PART_BYTES: '1000',
      },
      SMTP_URL: { SMTP_URL: 'smtp://mail.example' },
      TIMESTAMP_URLS: { TIMESTAMP_URLS: 'https://a.example,http://b.example' },
      WITNESS_URLS: { WITNESS_URLS: 'HTTP://w.example' },
      OTEL_EXPORTER_OTLP_ENDPOINT: { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' },
      WEBHOOK_HOSTS: { WEBHOOK_HOSTS: 'pager.internal' },
      METRICS_HOST: { METRICS_PORT: '9100', METRICS_HOST: '10.0.0.1' },
      BOARD_HOST: { BOARD_PORT: '9480', BOARD_HOST: '10.0.0.1' },
    }
    for (const [name, changes] of Object.entries(plain)) {
      it(`refuses a plain connection by ${name}`, () => {
        const problems = problemsOf({ ...encrypted, ...changes })
        expect(problems).to.have.length(1)
        expect(problems[0]).to.match(new RegExp(`^with REQUIRE_TLS: ${name}`))
        expect(problemsOf({ ...encrypted, ...changes, REQUIRE_TLS: 'false' })).to.deep.equal([])
      })
    }

    it('refuses a database that is plain, or whose certificate is not verified', () => {
      for (const options of [
        ...['', '?tls=false', '?tls=true&tlsInsecure=true', '?ssl=true&tls=false'],
        ...['?tls=true&tlsAllowInvalidCertificates=true', '?tls=true&tlsAllowInvalidHostnames=0'],
      ]) {
        const MONGODB_URI = `mongodb://u:hunter2@db.example/rogatory${options}`
        const problems = problemsOf({ ...encrypted, MONGODB_URI })
        expect(problems, options).to.have.length(1)
        expect(problems[0]).to.include('MONGODB_URI').and.not.include('hunter2')
      }
      const MONGODB_URI = 'mongodb+srv://u:hunter2@db.example/rogatory?tls=false'
      expect(problemsOf({ ...encrypted, MONGODB_URI })).to.have.length(1)
    })
  })

  it('binds the board to its port on this machine, or to an origin that is safe', () => {
    expect(loadConfig(good).board.port).to.equal(0)
    const given = { ...good, BOARD_PORT: '9480' }
    expect(loadConfig(given).board).to.deep.equal({
      host: '127.0.0.1',
      port: 9480,
      origin: 'http://127.0.0.1:9480',
    })
    const named = loadConfig({ ...given, BOARD_ORIGIN: 'https://board.example' })
    expect(named.board.origin).to.equal('https://board.example')
    for (const wrong of ['http://board.example', 'https://board.example/', 'board.example']) {
      const problems = problemsOf({ ...given, BOARD_ORIGIN: wrong })
      expect(problems.length, wrong).to.be.at.least(1)
      expect(problems.every((one) => one.startsWith('BOARD_ORIGIN: '))).to.equal(true)
    }
  })

  it('says everything that is wrong at once', () => {
    const problems = problemsOf({ RELAY_ID: 'Zz', RELAY_PORT: '70000', LOG_LEVEL: 'loud' })
    const names = problems.map((problem) => /^[A-Z_]+/.exec(problem)?.[0])
    expect(names).to.have.members([
      'RELAY_ID',
      'RELAY_ORIGIN',
      'RELAY_PORT',
      'MONGODB_URI',
      'REDIS_URL',
      'LOG_LEVEL',
    ])
  })

  it('tells what is not set from what is wrong, and counts empty as not set', () => {
    expect(problemsOf({ ...good, RELAY_ID: ' ', RELAY_PORT: '' })).to.deep.equal([
      'RELAY_ID is not set',
    ])
  })

  it('never repeats a value, which may be a password', () => {
    const wrong = { ...good, MONGODB_URI: 'http://relay:hunter2@db', REDIS_URL: 'hunter2' }
    expect(problemsOf(wrong)).to.have.length(2)
    expect(problemsOf(wrong).join()).not.to.contain('hunter2')
  })

  it('takes no address of MongoDB that reads from secondaries', () => {
    const at = (options: string) => ({ ...good, MONGODB_URI: `${good.MONGODB_URI}&${options}` })
    for (const options of [
      'readPreference=secondaryPreferred',
      'readpreference=nearest',
      'readPreferenceTags=dc:east',
      'maxStalenessSeconds=120',
    ]) {
      expect(problemsOf(at(options)).join(), options).to.contain('must not ask for reads')
    }
    expect(loadConfig(at('readPreference=primary')).mongodb.reveal()).to.contain('primary')
  })

  it('can be logged: addresses show no password, and reveal it to the driver only', () => {
    const config = loadConfig(good)
    for (const text of [JSON.stringify(config), inspect(config, { depth: 9 })]) {
      expect(text).not.to.contain('hunter2')
      expect(text).to.contain('db.example')
    }
    expect(config.mongodb.reveal()).to.equal(good.MONGODB_URI)
  })

  it('hides a password that itself holds an at-sign or a slash', () => {
    for (const password of ['p@hunter2', 'p/hunter2', 'p@/hunter2', 'p?hunter2']) {
      const config = loadConfig({ ...good, MONGODB_URI: `mongodb://u:${password}@db.example/x` })
      expect(config.mongodb.shown, password).not.to.contain('hunter2')
    }
  })

  it('takes addresses with passwords from files as well, and says which file is wrong', async () => {
    const { MONGODB_URI, REDIS_URL, ...rest } = good
    const at = (name: string) => join(folder.path, name)
    await writeFile(at('mongodb'), `${MONGODB_URI}\n`, { mode: 0o600 })
    await writeFile(at('redis'), REDIS_URL, { mode: 0o640 })
    await writeFile(at('smtp'), 'smtps://relay:hunter2@mail.example', { mode: 0o600 })
    const files = { MONGODB_URI_FILE: at('mongodb'), REDIS_URL_FILE: at('redis') }
    const config = loadConfig({ ...rest, ...files, SMTP_URL_FILE: at('smtp') })
    expect(config.mongodb.reveal()).to.equal(MONGODB_URI)
    expect(config.redis.reveal()).to.equal(REDIS_URL)
    expect(config.mail?.server.reveal()).to.contain('mail.example')
    expect(inspect(config, { depth: 9 })).not.to.contain('hunter2')

    expect(problemsOf({ ...good, MONGODB_URI_FILE: at('mongodb') })).to.deep.equal([
      'MONGODB_URI and MONGODB_URI_FILE are both set: leave one of them out',
    ])
    const wrong = problemsOf({ ...rest, ...files, REDIS_URL_FILE: at('absent') })
    expect(wrong.join()).to.match(/^REDIS_URL_FILE: \S+ is not a file that can be read$/)
    await writeFile(at('redis'), 'hunter2')
    expect(problemsOf({ ...rest, ...files }).join()).to.equal('REDIS_URL: Invalid URL')
  })

  it('with TLS needs certificate, key and an origin of https', () => {
    expect(loadConfig(good).tls).to.equal(undefined)
    expect(problemsOf({ ...good, TLS_CERTIFICATE: 'c.pem' })).to.deep.equal([
      'TLS_CERTIFICATE needs TLS_KEY',
    ])
    for (const alone of ['TLS_KEY', 'TLS_CLIENT_AUTHORITIES']) {
      expect(problemsOf({ ...good, [alone]: 'a.pem' }), alone).to.contain(
        'TLS_KEY and TLS_CLIENT_AUTHORITIES need TLS_CERTIFICATE',
      )
    }
    const whole = { ...good, TLS_CERTIFICATE: 'c.pem', TLS_KEY: 'c.key' }
    expect(loadConfig(whole).tls).to.include({ least: '1.3', clientAuthorities: undefined })
    expect(problemsOf({ ...whole, RELAY_ORIGIN: 'http://127.0.0.1:1' })).to.have.length(1)
    expect(problemsOf({ ...whole, TLS_LEAST_VERSION: '1.1' })).to.have.length(1)
  })

  it('with a bucket needs all that belongs to it, and parts that S3 takes in one request', () => {
    expect(loadConfig(good).s3).to.equal(undefined)
    const endpoint = { ...good, S3_ENDPOINT: 'https://s3.example' }
    expect(problemsOf(endpoint)).to.have.length(4)
    const whole = {
      ...endpoint,
      S3_BUCKET: 'parts',
      S3_ACCESS_KEY_ID: 'KEY',
      S3_SECRET_ACCESS_KEY_FILE: '/run/secret',
    }
    expect(problemsOf(whole)).to.deep.equal([
      'with S3_ENDPOINT, MAX_PART_BYTES must be at most 5368709120 (5 GiB)',
    ])
    const { s3 } = loadConfig({ ...whole, MAX_PART_BYTES: '5368709120' })
    expect(s3).to.include({ bucket: 'parts', region: 'us-east-1' })
    for (const wrong of ['http://s3.example', 'https://s3.example/path', 'https://s3.example/']) {
      expect(problemsOf({ ...good, S3_ENDPOINT: wrong }), wrong).to.have.length(1)
    }
  })

  it('is frozen to the last level', () => {
    const config = loadConfig({ ...good, TIMESTAMP_URLS: 'https://tsa.example' })
    expect(() => Object.assign(config.timestamps.urls, { 0: 'https://other.example' })).to.throw(
      TypeError,
    )
    expect(() => Object.assign(config.relay, { id: 'zz.other' })).to.throw(TypeError)
  })

  it('refuses an origin that tokens could not be bound to', () => {
    for (const origin of ['https://relay.example/', 'https://relay.example/api', 'relay.example']) {
      expect(problemsOf({ ...good, RELAY_ORIGIN: origin }), origin).to.have.length.at.least(1)
    }
  })

  it('refuses unencrypted origins, except on loopback', () => {
    expect(problemsOf({ ...good, RELAY_ORIGIN: 'http://relay.example' })).to.have.length(1)
    for (const origin of ['http://127.0.0.1:8080', 'http://localhost:8080', 'http://[::1]:8080']) {
      expect(problemsOf({ ...good, RELAY_ORIGIN: origin }), origin).to.deep.equal([])
    }
  })

  it('refuses times of non-delivery that contradict each other', () => {
    const wrong = { ...good, NON_DELIVERY_URGENT_PROVISIONAL_HOURS: '24' }
    expect(problemsOf(wrong).join()).to.contain('must be less than')
  })

  it('takes several time-stamping authorities and judges each', () => {
    const urls = 'https://a.example/tsa, http://b.example'
    expect(loadConfig({ ...good, TIMESTAMP_URLS: urls }).timestamps.urls).to.deep.equal([
      'https://a.example/tsa',
      'http://b.example',
    ])
    expect(problemsOf({ ...good, TIMESTAMP_URLS: 'https://a.example, ftp://b' })).to.have.length(1)
  })
})
