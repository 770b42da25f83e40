import { expect } from 'chai'
import { issueAccessToken } from '#crypto/access/access-token.js'
import { signClientAssertion } from '#crypto/access/client-assertion.js'
import { signProof } from '#crypto/access/proof.js'
import { signRevocation } from '#crypto/directory/sign-revocation.js'
import { generateSigningKey } from '#crypto/keys/generate.js'
import type { SigningKey } from '#crypto/keys/key.js'
import { authenticate } from '#server/domain/access/authenticate.js'
import { giveNotice } from '#server/domain/notices/give-notice.js'
import { carrySession } from '#server/domain/sessions/carry-session.js'
import { type KnownSessions, knownSessions } from '#server/domain/sessions/known-sessions.js'
import { codeOf } from '#test/support/code-of.js'
import { SESSION_TERMS } from '#test/support/fake-use-cases.js'
import { type AuthoriseRequest, authoriseRequest } from '#server/domain/access/authorise-request.js'
import { callerOf, type FakeRelay, fakeRelay } from '#test/support/fake-relay.js'
import { rejection } from '#test/support/rejection.js'
import { after, NOW } from '#test/support/world/moments.js'

const tokenUrl = 'https://relay.example/v1/token'
const url = 'https://relay.example/v1/packages'

type Presented = Omit<Parameters<AuthoriseRequest>[0], 'operation'>

describe('access', () => {
  let relay: FakeRelay
  let authorise: (presented: Presented) => ReturnType<AuthoriseRequest>
  let logIn: ReturnType<typeof authenticate>
  let key: SigningKey
  let known: KnownSessions
  beforeEach(async () => {
    relay = await fakeRelay()
    const ports = { ...relay, relay: relay.identity, proofLifetimeSeconds: 60 }
    known = knownSessions(relay)
    const door = authoriseRequest({ ...ports, knownSessions: known })
    authorise = (presented) => door({ operation: 'listPackages', ...presented })
    const sessionAnnouncer = { sessionEnded: known.end }
    const terms = { sessionTerms: SESSION_TERMS, tokenLifetimeSeconds: 300 }
    const carried = { ...relay, ...terms, sessionAnnouncer, giveNotice: giveNotice(relay) }
    logIn = authenticate({ ...ports, carrySession: carrySession(carried) })
    key = relay.drafter.key
  })
  const assert = (by = key, at = NOW, audience = tokenUrl) =>
    signClientAssertion({ key: by, audience, at })
  const prove = (by = key, at = NOW) => signProof({ key: by, method: 'POST', url: tokenUrl, at })

  async function revoke() {
    const { authority, kid } = relay.drafter.claims
    const since = NOW.toISOString()
    const claims = { authority, kid, since, declared: since, reason: 'compromised' as const }
    const revocation = await signRevocation(claims, relay.xa.credentialsKey)
    await relay.publishRevocation({ revocation })
  }

  describe('logging in', () => {
    it('gives a token that opens the door to its holder', async () => {
      const { access_token, token_type, expires_in } = await logIn({
        assertion: await assert(),
        proof: await prove(),
      })
      expect({ token_type, expires_in }).to.deep.equal({ token_type: 'DPoP', expires_in: 300 })
      const proof = await signProof({ key, method: 'GET', url, at: NOW, token: access_token })
      const { caller, expires } = await authorise({
        token: access_token,
        proof,
        method: 'GET',
        url: `${url}?box=inbox`,
      })
      expect(caller).to.deep.equal(callerOf(relay.drafter))
      expect(expires).to.deep.equal(after(NOW, 300))
    })

    it('refuses a key that nobody vouches for', async () => {
      const stranger = await generateSigningKey('x25519')
      const attempt = { assertion: await assert(stranger), proof: await prove(stranger) }
      expect(await codeOf(logIn(attempt))).to.equal('unauthenticated')
    })

    it('refuses assertion and proof by two different keys', async () => {
      const attempt = { assertion: await assert(), proof: await prove(relay.approver.key) }
      expect(await codeOf(logIn(attempt))).to.equal('unauthenticated')
    })

    it('refuses an assertion or a proof that was used before', async () => {
      const assertion = await assert()
      const proof = await prove()
      await logIn({ assertion, proof })
      expect(await codeOf(logIn({ assertion, proof: await prove() }))).to.equal('proof-replayed')
      expect(await codeOf(logIn({ assertion: await assert(), proof }))).to.equal('proof-replayed')
    })

    it('refuses what is stale, malformed, or for another relay', async () => {
      const old = after(NOW, -120)
      const proof = await prove()
      expect(await codeOf(logIn({ assertion: await assert(key, old), proof }))).to.equal(
        'proof-stale',
      )
      expect(
        await codeOf(logIn({ assertion: await assert(), proof: await prove(key, old) })),
      ).to.equal('proof-stale')
      const elsewhere = await assert(key, NOW, 'https://other.example/v1/token')
      expect(await codeOf(logIn({ assertion: elsewhere, proof }))).to.equal('unauthenticated')
      expect(await codeOf(logIn({ assertion: 'x.y.z', proof }))).to.equal('unauthenticated')
      expect(await codeOf(logIn({ assertion: await assert(), proof: '' }))).to.equal(
        'unauthenticated',
      )
    })

    it('refuses a revoked key', async () => {
      await revoke()
      const attempt = { assertion: await assert(), proof: await prove() }
      expect(await codeOf(logIn(attempt))).to.equal('credential-revoked')
    })

    it('refuses a credential that has ended', async () => {
      relay.setClock(new Date('2028-01-01T00:00:00.000Z'))
      const at = relay.clock.now()
      const attempt = { assertion: await assert(key, at), proof: await prove(key, at) }
      expect(await codeOf(logIn(attempt))).to.equal('unauthenticated')
    })
  })

  describe('each request', () => {
    let token: string
    beforeEach(async () => {
      const attempt = { assertion: await assert(), proof: await prove() }
      token = (await logIn(attempt)).access_token
    })
    const request = async (changes: { at?: Date; by?: SigningKey; bound?: string } = {}) => ({
      token,
      method: 'GET',
      url,
      proof: await signProof({
        key: changes.by ?? key,
        method: 'GET',
        url,
        at: changes.at ?? NOW,
        token: changes.bound ?? token,
      }),
    })

    it('needs a fresh proof of its own', async () => {
      const first = await request()
      await authorise(first)
      expect(await codeOf(authorise(first))).to.equal('proof-replayed')
      await authorise(await request())
    })

    it('is refused with a proof for something else', async () => {
      const presented = await request()
      const wrong = [
        { ...presented, method: 'POST' },
        { ...presented, url: `${url}/x` },
        await request({ bound: 'other' }),
        await request({ by: relay.approver.key }),
        { ...presented, proof: 'x.y.z' },
      ]
      for (const one of wrong) expect(await codeOf(authorise(one))).to.equal('unauthenticated')
      expect(await codeOf(authorise(await request({ at: after(NOW, -62) })))).to.equal(
        'proof-stale',
      )
    })

    it('is refused with a token that has ended, or that another key signed', async () => {
      const ended = after(NOW, 300)
      relay.setClock(ended)
      expect(await codeOf(authorise(await request({ at: ended })))).to.equal('token-expired')
      relay.setClock(NOW)
      const { authority, officer, kid, roles } = relay.drafter.claims
      const forged = await issueAccessToken(
        { authority, officer, kid, roles: [...roles, 'admin'] },
        {
          key: await generateSigningKey('x25519'),
          origin: 'https://relay.example',
          session: 'A'.repeat(22),
          at: NOW,
          expires: after(NOW, 300),
        },
      )
      const attempt = { ...(await request({ bound: forged })), token: forged }
      expect(await codeOf(authorise(attempt))).to.equal('unauthenticated')
    })

    it('is refused with a token for the same key in another hand, also right after a good one', async () => {
      await authorise(await request())
      const { tokenKey, origin } = relay.identity
      const { session } = await authorise(await request())
      const terms = { key: tokenKey, origin, session, at: NOW, expires: after(NOW, 300) }
      const { authority, officer, kid, roles } = relay.drafter.claims
      for (const other of [
        { authority: relay.registrar.claims.authority, officer },
        { authority, officer: relay.approver.claims.officer },
      ]) {
        const issued = await issueAccessToken({ kid, roles, ...other }, terms)
        const attempt = { ...(await request({ bound: issued })), token: issued }
        expect(await codeOf(authorise(attempt))).to.equal('unauthenticated')
      }
    })

    it('is refused ten seconds after a revocation at the latest, also of another process', async () => {
      await authorise(await request())
      const { authority, kid } = relay.drafter.claims
      const since = NOW.toISOString()
      const claims = { authority, kid, since, declared: since, reason: 'left' as const }
      const other = await fakeRelay()
      const revocation = await signRevocation(claims, relay.xa.credentialsKey)
      await other.publishRevocation({ revocation })
      relay.state.directory.push(...other.state.directory.slice(-1))
      const later = after(NOW, 10)
      relay.setClock(later)
      expect(await codeOf(authorise(await request({ at: later })))).to.equal('credential-revoked')
    })

    it('fails, rather than letting through, when replays cannot be told', async () => {
      const presented = await request()
      const firstUse = () => Promise.reject(new Error('Redis is gone'))
      const blind = authoriseRequest({
        ...relay,
        relay: relay.identity,
        knownSessions: known,
        replays: { firstUse },
        proofLifetimeSeconds: 60,
      })
      expect(await rejection(blind({ ...presented, operation: 'listPackages' }))).to.include({
        message: 'Redis is gone',
      })
    })
  })
})
