import { expect } from 'chai'
import type { ConfigurationError } from '#config/configuration-error.js'
import { loadConfig } from '#config/load.js'

const good = {
  RELAY_ID: 'zz.relay',
  RELAY_ORIGIN: 'https://relay.example',
  MONGODB_URI: 'mongodb://relay:hunter2@db.example/rogatory?tls=true',
  REDIS_URL: 'rediss://relay:hunter2@cache.example:6380',
}

function problemsOf(changes: NodeJS.ProcessEnv): readonly string[] {
  try {
    loadConfig({ ...good, ...changes })
    return []
  } catch (error) {
    const { problems } = error as ConfigurationError
    expect(problems.join()).not.to.contain('hunter2')
    return problems
  }
}

describe('what is said of backends', () => {
  it('is paths of files, for each backend its own, and nothing by default', () => {
    const nothing = { authorities: '', certificate: '', key: '' }
    const { backendTls } = loadConfig({ ...good, REDIS_TLS_AUTHORITIES: '/etc/redis-ca.pem' })
    expect(backendTls.REDIS).to.deep.equal({ ...nothing, authorities: '/etc/redis-ca.pem' })
    for (const backend of ['MONGODB', 'S3', 'SMTP'] as const) {
      expect(backendTls[backend]).to.deep.equal(nothing)
    }
  })

  it('names certificate and key together', () => {
    for (const backend of ['MONGODB', 'REDIS']) {
      const [certificate, key] = [`${backend}_TLS_CERTIFICATE`, `${backend}_TLS_KEY`]
      expect(problemsOf({ [certificate]: 'c.pem' })).to.deep.equal([`${certificate} needs ${key}`])
      expect(problemsOf({ [key]: 'c.key' })).to.deep.equal([`${key} needs ${certificate}`])
      expect(problemsOf({ [certificate]: 'c.pem', [key]: 'c.key' })).to.deep.equal([])
    }
  })

  it('is refused where no TLS would be spoken, or where the other side would not be verified', () => {
    const s3 = {
      S3_BUCKET: 'parts',
      S3_ACCESS_KEY_ID: 'x',
      S3_SECRET_ACCESS_KEY_FILE: 'secret',
      MAX_PART_BYTES: '1000',
    }
    const unfit: Record<string, NodeJS.ProcessEnv> = {
      MONGODB: { MONGODB_URI: 'mongodb://db.example' },
      REDIS: { REDIS_URL: 'redis://cache.example' },
      S3: { ...s3, S3_ENDPOINT: 'http://127.0.0.1:9000' },
      SMTP: {},
    }
    for (const [backend, changes] of Object.entries(unfit)) {
      const [problem, ...more] = problemsOf({ ...changes, [`${backend}_TLS_AUTHORITIES`]: 'ca' })
      expect(problem).to.match(new RegExp(`^${backend}_TLS_… needs `))
      expect(more).to.deep.equal([])
    }
    expect(problemsOf({ S3_TLS_AUTHORITIES: 'ca' })).to.have.length(1)
    const insecure = `${good.MONGODB_URI}&tlsInsecure=true`
    expect(problemsOf({ MONGODB_URI: insecure, MONGODB_TLS_AUTHORITIES: 'ca' })).to.have.length(1)
    expect(problemsOf({ ...s3, S3_ENDPOINT: 'https://s3', S3_TLS_AUTHORITIES: 'ca' })).to.be.empty
    expect(problemsOf({ SMTP_URL: 'smtp://mail', SMTP_TLS_AUTHORITIES: 'ca' })).to.be.empty
  })

  it('is refused for mail to this machine that goes out without TLS', () => {
    for (const [SMTP_URL, count] of [
      ['smtp://127.0.0.1:25', 1],
      ['smtps://127.0.0.1', 0],
    ] as const) {
      expect(problemsOf({ SMTP_URL, SMTP_TLS_AUTHORITIES: 'ca' }), SMTP_URL).to.have.length(count)
      expect(problemsOf({ SMTP_URL }), SMTP_URL).to.deep.equal([])
    }
  })

  it('is undone by nothing in an address: no options, and no spelling that a driver takes for plain', () => {
    for (const changes of [
      { REDIS_URL: `${good.REDIS_URL}?tls=` },
      { REDIS_URL: `${good.REDIS_URL}?commandTimeout=0` },
      { REDIS_URL: good.REDIS_URL.replace('rediss', 'REDISS') },
      { SMTP_URL: 'smtps://mail.example?tls.rejectUnauthorized=false' },
      { SMTP_URL: 'smtp://mail.example?ignoreTLS=true' },
    ]) {
      const [name = ''] = Object.keys(changes)
      const problems = problemsOf(changes)
      expect(problems, JSON.stringify(changes)).to.have.length(1)
      expect(problems[0]).to.match(new RegExp(`^${name}: must `))
    }
  })

  it('is not said a second time in the address of MongoDB', () => {
    for (const option of ['tlsCAFile', 'tlsCertificateKeyFile']) {
      const MONGODB_URI = `${good.MONGODB_URI}&${option}=other.pem`
      expect(problemsOf({ MONGODB_URI })).to.deep.equal([])
      expect(problemsOf({ MONGODB_URI, MONGODB_TLS_AUTHORITIES: 'ca.pem' })).to.have.length(1)
    }
  })

  it('lists hosts of the public Internet without ports', () => {
    const { publicHosts } = loadConfig({ ...good, PUBLIC_HOSTS: 'Pager.example, ocsp.example' })
    expect(publicHosts).to.deep.equal(['pager.example', 'ocsp.example'])
    expect(problemsOf({ PUBLIC_HOSTS: 'pager.example:443' })).to.have.length(1)
  })

  describe('with REQUIRE_TLS', () => {
    const required = { REQUIRE_TLS: 'true', TLS_CERTIFICATE: 'c.pem', TLS_KEY: 'c.key' }
    const pair = (backend: string) => ({
      [`${backend}_TLS_CERTIFICATE`]: 'c.pem',
      [`${backend}_TLS_KEY`]: 'c.key',
    })
    const x509 = 'mongodb://db.example/rogatory?tls=true&authMechanism=MONGODB-X509'

    it('says who asks: by a user with a password, or by a certificate', () => {
      for (const changes of [
        {},
        { MONGODB_URI: x509, ...pair('MONGODB') },
        { MONGODB_URI: `${x509}&tlsCertificateKeyFile=both.pem` },
        { MONGODB_URI: 'mongodb://db.example/?tls=true&authMechanism=MONGODB-AWS' },
        { REDIS_URL: 'rediss://cache.example', ...pair('REDIS') },
        { REDIS_URL: 'rediss://:hunter2@cache.example' },
      ]) {
        expect(problemsOf({ ...required, ...changes })).to.deep.equal([])
      }
    })

    it('refuses an address of MongoDB or Redis with which nobody is told who asks', () => {
      for (const changes of [
        { MONGODB_URI: 'mongodb://db.example/rogatory?tls=true' },
        { MONGODB_URI: 'mongodb://relay@db.example/rogatory?tls=true' },
        // At the door of the server, and for no account of it.
        { MONGODB_URI: 'mongodb://db.example/rogatory?tls=true', ...pair('MONGODB') },
        { MONGODB_URI: x509 },
        { MONGODB_URI: 'mongodb://db.example/rogatory?tls=true&authMechanism=DEFAULT' },
        { REDIS_URL: 'rediss://cache.example' },
        { REDIS_URL: 'rediss://relay@cache.example' },
      ]) {
        const [name = ''] = Object.keys(changes)
        expect(problemsOf(changes)).to.deep.equal([])
        const problems = problemsOf({ ...required, ...changes })
        expect(problems).to.have.length(1)
        expect(problems[0]).to.match(new RegExp(`^with REQUIRE_TLS: ${name} has no `))
      }
    })
  })
})
