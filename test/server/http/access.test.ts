import { expect } from 'chai'
import { signClientAssertion } from '#crypto/access/client-assertion.js'
import { signProof } from '#crypto/access/proof.js'
import { signCredential } from '#crypto/directory/sign-credential.js'
import { signRevocation } from '#crypto/directory/sign-revocation.js'
import { generateSigningKey } from '#crypto/keys/generate.js'
import { CLIENT_ASSERTION_TYPE } from '#server/contract/client-assertion-type.js'
import { endpoints } from '#server/contract/endpoints.js'
import { type HttpRelay, httpRelay } from '#test/support/http-relay.js'
import { softSecurityKey } from '#test/support/soft-security-key.js'
import { after, NOW } from '#test/support/world/moments.js'

describe('access over HTTP', () => {
  let http: HttpRelay
  const path = '/v1/events'
  const drafter = () => http.as(http.relay.drafter)
  const withHeaders = (headers: Record<string, string>, to = path) =>
    fetch(http.url + to, { headers })
  const proofFor = async (changes: object) => {
    const officer = drafter()
    const token = await officer.token()
    const url = http.relay.relay.origin + path
    const claims = { key: http.relay.drafter.key, method: 'GET', url, at: NOW, token, ...changes }
    return { authorization: `DPoP ${token}`, dpop: await signProof(claims) }
  }

  async function expectRefused(response: Response, code: string, error: string): Promise<void> {
    expect(response.status).to.equal(401)
    expect(response.headers.get('www-authenticate')).to.include(`DPoP error="${error}"`)
    expect(await response.json()).to.include({ code })
  }

  beforeEach(async () => {
    http = await httpRelay()
  })
  afterEach(() => http.close())

  it('issues a short-lived token that is never cached', async () => {
    const response = await drafter().logIn()
    expect(response.status).to.equal(200)
    expect(response.headers.get('cache-control')).to.equal('no-store')
    const reply = endpoints.issueToken.reply.parse(await response.json())
    expect(reply).to.include({ token_type: 'DPoP', expires_in: 300 })
  })

  it('refuses to log in a key that nobody vouches for', async () => {
    const unknown = await http.relay.xa.officer('Uma Unknown', ['case'])
    await expectRefused(await http.as(unknown).logIn(), 'unauthenticated', 'invalid_token')
  })

  it('says which security keys do where one is demanded, and takes the touch of one', async () => {
    const { key, claims } = http.relay.drafter
    const securityKey = await softSecurityKey()
    const demanding = { ...claims, securityKeys: [securityKey.own] }
    const credential = await signCredential(demanding, http.relay.xa.credentialsKey)
    await http.relay.publishCredential({ credential })
    const audience = http.relay.relay.origin + endpoints.issueToken.path
    const session = { id: 'S'.repeat(21) + 'A', client: 'C'.repeat(21) + 'A', kind: 'browser' }
    const logIn = async (more: object) =>
      fetch(http.url + endpoints.issueToken.path, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          dpop: await signProof({ key, method: 'POST', url: audience, at: NOW }),
        },
        body: JSON.stringify({
          grant_type: 'client_credentials',
          client_assertion_type: CLIENT_ASSERTION_TYPE,
          client_assertion: await signClientAssertion({ key, audience, at: NOW }),
          session,
          ...more,
        }),
      })
    const refused = await logIn({})
    expect(refused.status).to.equal(401)
    expect(await refused.json()).to.deep.include({
      code: 'security-key-required',
      securityKeys: [securityKey.own.credential],
    })
    const asked = await fetch(http.url + endpoints.issueNonce.path)
    expect(asked.headers.get('cache-control')).to.equal('no-store')
    const { nonce } = endpoints.issueNonce.reply.parse(await asked.json())
    const begins = { audience, kid: key.kid, session: session.id, nonce }
    const touched = await securityKey.touch(begins)
    expect((await logIn({ security_key: { ...touched, more: 1 } })).status).to.equal(400)
    const other = { ...touched, signature: touched.clientDataJSON.slice(0, 90) }
    const wrong = await logIn({ security_key: other })
    await expectRefused(wrong, 'security-key-refused', 'invalid_token')
    expect((await logIn({ security_key: touched })).status).to.equal(200)
    expect((await logIn({})).status).to.equal(200)
  })

  it('refuses a request without token, without proof, or with another scheme', async () => {
    const { authorization, dpop } = await drafter().headers('GET', path)
    const all: Record<string, string>[] = [
      {},
      { dpop: String(dpop) },
      { authorization: String(authorization) },
      { authorization: String(authorization).replace('DPoP', 'Bearer'), dpop: String(dpop) },
      { authorization: 'DPoP not-a-token', dpop: String(dpop) },
    ]
    for (const headers of all) {
      await expectRefused(await withHeaders(headers), 'unauthenticated', 'invalid_token')
    }
  })

  it('refuses a proof that was used before', async () => {
    const headers = await drafter().headers('GET', path)
    expect((await withHeaders(headers)).status).to.equal(200)
    await expectRefused(await withHeaders(headers), 'proof-replayed', 'invalid_dpop_proof')
  })

  it('refuses a proof that is old or from the future', async () => {
    for (const seconds of [-120, 120]) {
      const headers = await proofFor({ at: after(NOW, seconds) })
      await expectRefused(await withHeaders(headers), 'proof-stale', 'invalid_dpop_proof')
    }
  })

  it('refuses a proof for another method, path, host or token', async () => {
    for (const changes of [
      { method: 'POST' },
      { url: `${http.relay.relay.origin}/v1/vault` },
      { url: `http://127.0.0.1:${http.port}${path}` },
      { token: 'another-token' },
      { token: undefined },
    ]) {
      const response = await withHeaders(await proofFor(changes))
      await expectRefused(response, 'unauthenticated', 'invalid_token')
    }
  })

  it('refuses a stolen token under the thief’s own proof', async () => {
    for (const key of [http.relay.registrar.key, await generateSigningKey('x25519')]) {
      const response = await withHeaders(await proofFor({ key }))
      await expectRefused(response, 'unauthenticated', 'invalid_token')
    }
  })

  it('tells a token that has ended from one that never was', async () => {
    const officer = drafter()
    await officer.token()
    http.relay.setClock(after(NOW, 301))
    await expectRefused(await officer.send(path), 'token-expired', 'invalid_token')
  })

  it('shuts out a revoked key although its token still lives', async () => {
    const officer = drafter()
    expect((await officer.send(path)).status).to.equal(200)
    const { kid, authority } = http.relay.drafter.claims
    const since = NOW.toISOString()
    const revocation = { authority, kid, since, declared: since, reason: 'compromised' as const }
    const statement = await signRevocation(revocation, http.relay.xa.credentialsKey)
    await http.relay.publishRevocation({ revocation: statement })
    http.relay.setClock(after(NOW, 11))
    await expectRefused(await officer.send(path), 'credential-revoked', 'invalid_token')
  })

  it('logs who called, and neither token nor proof', async () => {
    const officer = drafter()
    const headers = await officer.headers('GET', path)
    await withHeaders(headers)
    const line = http.lines.map((text) => JSON.parse(text) as Record<string, unknown>).at(-1)
    expect(line).to.include({ route: path, status: 200, authority: 'xa.moj' })
    const said = http.lines.join('')
    for (const secret of [await officer.token(), String(headers['dpop'])]) {
      for (const piece of secret.split('.')) expect(said).to.not.include(piece)
    }
  })
})
