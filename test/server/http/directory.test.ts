import { expect } from 'chai'
import { endpoints } from '#server/contract/endpoints.js'
import { signInquiry } from '#crypto/directory/inquiry.js'
import { signRevocation } from '#crypto/directory/sign-revocation.js'
import { signSuspension } from '#crypto/directory/sign-suspension.js'
import { type HttpRelay, httpRelay } from '#test/support/http-relay.js'
import { NOW } from '#test/support/world/moments.js'

describe('the directory and the log over HTTP', () => {
  let http: HttpRelay
  const declared = NOW.toISOString()
  const get = (path: string) => fetch(http.url + path)
  const post = (path: string, body: unknown) =>
    fetch(http.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
    })

  beforeEach(async () => {
    http = await httpRelay()
  })
  afterEach(() => http.close())

  it('is open to everybody', async () => {
    const all = endpoints.listAuthorities.reply.parse(
      await (await get('/v1/directory?limit=2')).json(),
    )
    expect(all.entries).to.have.length(2)
    const rest = endpoints.listAuthorities.reply.parse(
      await (await get(`/v1/directory?limit=200&after=${all.next ?? ''}`)).json(),
    )
    expect(rest).to.deep.include({ next: null })
    const one = await get('/v1/directory/xa.moj')
    expect(endpoints.readAuthority.reply.parse(await one.json()).entries).to.have.length(1)
  })

  it('does not know an authority that is not there', async () => {
    const response = await get('/v1/directory/xz.nobody')
    expect(response.status).to.equal(404)
    expect(await response.json()).to.include({ code: 'authority-unknown' })
    expect((await get('/v1/directory/NOT-AN-ID')).status).to.equal(400)
    expect((await get('/v1/directory?after=!')).status).to.equal(400)
  })

  it('takes entries, credentials, revocations and suspensions that speak for themselves', async () => {
    const { relay } = http
    const officer = await relay.xa.officer('Nora New', ['case'])
    const about = { authority: relay.xa.id, since: declared, declared }
    const revocation = { ...about, kid: officer.claims.kid, reason: 'left' as const }
    const suspension = { ...about, standing: 'suspended' as const, reason: 'Fees.' }
    const all = [
      ['/v1/directory', { entry: relay.xa.entry.statement }],
      ['/v1/officers', { credential: officer.credential }],
      [
        '/v1/revocations',
        { revocation: await signRevocation(revocation, relay.xa.credentialsKey) },
      ],
      ['/v1/suspensions', { suspension: await signSuspension(suspension, relay.operatorKey) }],
    ] as const
    for (const [path, body] of all) {
      const response = await post(path, body)
      expect(response.status, path).to.equal(200)
      endpoints.publishEntry.reply.parse(await response.json())
    }
  })

  it('shows the operator who stated what, and nobody else', async () => {
    const { relay } = http
    const inquire = (key = relay.operatorKey) =>
      signInquiry({ relay: relay.identity.id, declared }, key)
    const body = { inquiry: await inquire(), limit: 3, authority: relay.xa.id }
    const response = await post('/v1/audit/inquiries', body)
    expect(response.status).to.equal(200)
    const page = endpoints.readAudit.reply.parse(await response.json())
    expect(page.statements).to.have.length(3)
    const rest = await post('/v1/audit/inquiries', { ...body, after: page.next })
    expect(await rest.json()).to.deep.equal({ statements: [], next: null })
    const others: readonly [object, number][] = [
      [{ inquiry: await inquire(relay.xa.credentialsKey) }, 422],
      [{ limit: 101 }, 400],
      [{ limit: 0 }, 400],
      [{ code: 'X.9' }, 400],
      [{ since: 'yesterday' }, 400],
      [{ after: '!' }, 400],
      [{ after: 'none-of-ours' }, 400],
    ]
    for (const [changes, status] of others) {
      const refused = await post('/v1/audit/inquiries', { ...body, ...changes })
      expect(refused.status, JSON.stringify(changes).slice(0, 40)).to.equal(status)
    }
  })

  it('refuses what is signed by somebody else, and keeps nothing of it', async () => {
    const { relay } = http
    const officer = await relay.xa.officer('Nora New', ['case'])
    const foreign = { ...officer.claims, authority: relay.xb.id }
    const { signCredential } = await import('#crypto/directory/sign-credential.js')
    const credential = await signCredential(foreign, relay.xa.credentialsKey)
    const suspension = await signSuspension(
      { authority: relay.xa.id, since: declared, declared, standing: 'suspended', reason: 'x' },
      relay.xb.credentialsKey,
    )
    const before = relay.state.directory.length
    for (const [path, body] of [
      ['/v1/officers', { credential }],
      ['/v1/suspensions', { suspension }],
      ['/v1/directory', { entry: 'not.a.statement.at.all' }],
    ] as const) {
      const response = await post(path, body)
      expect(response.status, path).to.equal(422)
      expect(await response.json()).to.include({ code: 'statement-invalid' })
    }
    expect(relay.state.directory).to.have.length(before)
  })

  it('shows a credential to officers', async () => {
    const { kid } = http.relay.drafter.claims
    expect((await get(`/v1/officers/${kid}`)).status).to.equal(401)
    const shown = await http.as(http.relay.registrar).send(`/v1/officers/${kid}`)
    const record = endpoints.readCredential.reply.parse(await shown.json())
    expect(record.statement).to.equal(http.relay.drafter.credential)
  })

  it('publishes the log as static files, and proofs from it', async () => {
    expect((await get('/log/checkpoint')).status).to.equal(404)
    await http.sequence()
    const checkpoint = await get('/log/checkpoint')
    expect(checkpoint.headers.get('content-type')).to.include('text/plain')
    expect(checkpoint.headers.get('cache-control')).to.equal('no-cache')
    const [origin, size = '0'] = (await checkpoint.text()).split('\n')
    expect(origin).to.equal('relay.example/log')

    const tile = await get(`/log/tile/0/000.p/${size}`)
    expect(tile.headers.get('cache-control')).to.include('immutable')
    expect((await tile.arrayBuffer()).byteLength).to.equal(32 * Number(size))

    const [first] = http.relay.state.directory
    const inclusion = await get(`/v1/log/inclusion/${first?.digest ?? ''}`)
    expect(endpoints.readInclusion.reply.parse(await inclusion.json()).index).to.equal(0)
    const consistency = await get(`/v1/log/consistency?from=1&to=${size}`)
    expect(endpoints.readConsistency.reply.parse(await consistency.json()).path).to.not.be.empty
  })

  it('knows no tile by a second spelling, and no proof of what is not there', async () => {
    await http.sequence()
    for (const path of [
      '/log/tile/0/0',
      '/log/tile/00/000.p/1',
      '/log/tile/0/000.p/256',
      '/log/tile/0/x000/000',
      '/log/tile/0/..%2f..%2fetc',
      '/log/tile/9/000',
      `/v1/log/inclusion/${'0'.repeat(64)}`,
      '/v1/log/consistency?from=1&to=99999',
    ]) {
      expect((await get(path)).status, path).to.equal(404)
    }
    expect((await get('/v1/log/consistency?from=2&to=1')).status).to.equal(400)
  })

  it('says that it lives, and whether it is ready', async () => {
    expect(await (await get('/health/live')).json()).to.deep.equal({ status: 'live' })
    expect(await (await get('/health/ready')).json()).to.deep.equal({
      status: 'ready',
      checks: { mongodb: true },
    })
  })

  it('names the service that does not answer', async () => {
    const away = await httpRelay({
      ready: { mongodb: () => Promise.resolve(), redis: () => Promise.reject(new Error('gone')) },
    })
    const response = await fetch(`${away.url}/health/ready`)
    expect(response.status).to.equal(503)
    expect(await response.json()).to.deep.equal({
      status: 'unavailable',
      checks: { mongodb: true, redis: false },
    })
    await away.close()
  })
})
