import { expect } from 'chai'
import { toBase64Url } from '#crypto/bytes/bytes.js'
import { signClientAssertion } from '#crypto/access/client-assertion.js'
import { signProof } from '#crypto/access/proof.js'
import { signCredential } from '#crypto/directory/sign-credential.js'
import { signRevocation } from '#crypto/directory/sign-revocation.js'
import { generateSigningKey } from '#crypto/keys/generate.js'
import type { NamedSession } from '#server/contract/session-wire.js'
import { listNotices } from '#server/domain/notices/list-notices.js'
import { knownSessions } from '#server/domain/sessions/known-sessions.js'
import type { StoredSession } from '#server/domain/sessions/session-store.js'
import type { UseCases } from '#server/http/use-cases.js'
import { codeOf } from '#test/support/code-of.js'
import { callerOf, type FakeRelay, fakeRelay } from '#test/support/fake-relay.js'
import { fakeUseCases, SESSION_TERMS } from '#test/support/fake-use-cases.js'
import { rejection } from '#test/support/rejection.js'
import type { Officer } from '#test/support/world/officers.js'
import { after, NOW } from '#test/support/world/moments.js'

const tokenUrl = 'https://relay.example/v1/token'
const url = 'https://relay.example/v1/packages'
const HOUR = 3600

describe('sessions', () => {
  let relay: FakeRelay
  let uses: UseCases
  beforeEach(async () => {
    relay = await fakeRelay()
    uses = (await fakeUseCases(relay)).useCases
  })
  let made = 0
  const random = () => toBase64Url(new Uint8Array(16).fill((made += 1)))
  const some = (changes: Partial<NamedSession> = {}): NamedSession => ({
    id: random(),
    client: random(),
    kind: 'browser',
    ...changes,
  })
  const now = () => relay.clock.now()
  const wait = (seconds: number) => relay.setClock(after(now(), seconds))

  async function logIn(session?: NamedSession, { key }: Pick<Officer, 'key'> = relay.drafter) {
    const [assertion, proof] = await Promise.all([
      signClientAssertion({ key, audience: tokenUrl, at: now() }),
      signProof({ key, method: 'POST', url: tokenUrl, at: now() }),
    ])
    return (await uses.authenticate({ assertion, proof, session })).access_token
  }
  async function ask(token: string, { key }: Pick<Officer, 'key'> = relay.drafter) {
    const proof = await signProof({ key, method: 'GET', url, at: now(), token })
    const asked = { token, proof, method: 'GET', url, operation: 'listPackages' } as const
    return uses.authoriseRequest(asked)
  }
  const own = () => uses.listSessions(callerOf(relay.drafter), { of: 'key' })
  const told = async (officer: Officer) => {
    const { notices } = await listNotices(relay)(callerOf(officer), {
      kind: 'officer.access',
      limit: 9,
    })
    return notices.map((one) => one.kind === 'officer.access' && one.what)
  }

  it('go on from token to token, and show since when and when last', async () => {
    const session = some()
    await logIn(session)
    wait(290)
    await ask(await logIn(session))
    const { sessions } = await own()
    expect(sessions).to.have.length(1)
    expect(sessions[0]).to.deep.include({
      id: session.id,
      kind: 'browser',
      isNewClient: true,
      isLive: true,
      ended: null,
      began: NOW.toISOString(),
      renewed: after(NOW, 290).toISOString(),
      ends: after(NOW, 12 * HOUR).toISOString(),
    })
    expect(sessions[0]).to.not.have.property('client')
  })

  it('end after twelve hours whatever is done, the last token with them', async () => {
    const session = some()
    for (let at = 0; at < 12 * HOUR - 60; at += 600) {
      await logIn(session)
      wait(600)
    }
    relay.setClock(after(NOW, 12 * HOUR - 60))
    const { expires } = await ask(await logIn(session))
    expect(expires).to.deep.equal(after(NOW, 12 * HOUR))
    relay.setClock(expires)
    expect(await codeOf(logIn(session))).to.equal('session-expired')
    await ask(await logIn(some({ client: session.client })))
  })

  it('do not go on when nobody has used them for fifteen minutes', async () => {
    const session = some()
    await logIn(session)
    wait(300 + 15 * 60)
    await logIn(session)
    wait(300 + 15 * 60 + 1)
    expect(await codeOf(logIn(session))).to.equal('session-expired')
  })

  it('are ended by their officer: no token of them is taken from then on, and none given', async () => {
    const [session, other] = [some(), some()]
    const [token, another] = [await logIn(session), await logIn(other)]
    await ask(token)
    const ended = await uses.endSession(callerOf(relay.drafter), session.id)
    expect(ended).to.deep.include({ isLive: false })
    expect(ended.ended).to.deep.equal({ at: NOW.toISOString(), by: 'officer' })
    expect(await codeOf(ask(token))).to.equal('session-ended')
    expect(await codeOf(logIn(session))).to.equal('session-ended')
    await ask(another)
  })

  it('are seen and ended by the administrator of the same authority, and by no colleague', async () => {
    const session = some()
    const token = await logIn(session)
    const admin = callerOf(relay.approver, { roles: ['admin'] })
    const stranger = callerOf(relay.registrar, { roles: ['admin'] })
    const all = await uses.listSessions(admin, { of: 'authority' })
    expect(all.sessions.map(({ id }) => id)).to.deep.equal([session.id])
    for (const [who, code] of [
      [callerOf(relay.approver, { roles: ['case'] }), 'session-unknown'],
      [stranger, 'session-unknown'],
    ] as const) {
      expect(await codeOf(uses.endSession(who, session.id))).to.equal(code)
    }
    const colleague = callerOf(relay.approver, { roles: ['case'] })
    expect(await codeOf(uses.listSessions(colleague, { of: 'authority' }))).to.equal(
      'not-permitted',
    )
    expect((await uses.listSessions(stranger, { of: 'authority' })).sessions).to.deep.equal([])
    await ask(token)
    expect((await uses.endSession(admin, session.id)).ended?.by).to.equal('administrator')
    expect(await codeOf(ask(token))).to.equal('session-ended')
  })

  it('give way to the next session of the same client, and the least used one beyond four', async () => {
    const first = some()
    const token = await logIn(first)
    await logIn(some({ client: first.client }))
    expect(await codeOf(ask(token))).to.equal('session-ended')
    const tokens: string[] = []
    for (let count = 0; count < SESSION_TERMS.most; count += 1) {
      wait(1)
      tokens.push(await logIn(some()))
    }
    const live = (await own()).sessions.filter(({ isLive }) => isLive)
    expect(live).to.have.length(SESSION_TERMS.most)
    for (const one of tokens) await ask(one)
    const endings = (await own()).sessions.map(({ ended }) => ended?.by)
    expect(endings.slice(-2)).to.have.members(['limit', 'next'])
  })

  it('are joined by two that begin the same one at once', async () => {
    const session = some()
    const tokens = await Promise.all([logIn(session), logIn(session)])
    for (const token of tokens) await ask(token)
    expect((await own()).sessions).to.have.length(1)
  })

  it('are another’s for whoever only knows their name', async () => {
    const session = some()
    const token = await logIn(session)
    expect(await codeOf(logIn(session, relay.approver))).to.equal('session-ended')
    await ask(token)
  })

  it('last as long as one token where a client names none', async () => {
    const token = await logIn()
    await ask(token)
    const [record] = (await own()).sessions
    expect(record).to.include({ kind: null, isNewClient: false, isLive: true })
    expect(record?.ends).to.equal(after(NOW, 300).toISOString())
  })

  it('are known to be over by another process within five seconds, without a look for each request', async () => {
    let looks = 0
    let kept: Partial<StoredSession> | undefined = { ended: null }
    const find = () => {
      looks += 1
      return Promise.resolve(kept as StoredSession | undefined)
    }
    const known = knownSessions({ sessions: { find } })
    for (let count = 0; count < 9; count += 1) {
      expect(await known.isOver('some', after(NOW, count / 2))).to.equal(false)
    }
    expect(looks).to.equal(1)
    kept = { ended: { at: NOW, by: 'officer' } }
    expect(await known.isOver('some', after(NOW, 5))).to.equal(true)
    kept = undefined
    expect(await known.isOver('lost', NOW)).to.equal(true)
  })

  it('of a process that is told while it looks are over', async () => {
    let answer: (found: StoredSession) => void = () => undefined
    const find = () => new Promise<StoredSession>((resolve) => (answer = resolve))
    const known = knownSessions({ sessions: { find } })
    const looking = known.isOver('some', NOW)
    known.end('some')
    answer({ ended: null } as StoredSession)
    expect(await looking).to.equal(true)
  })

  it('of a client that was not known are told to the holder of the key, and to nobody else', async () => {
    const session = some()
    await logIn(session)
    await logIn(some({ client: session.client }))
    await logIn()
    expect(await told(relay.drafter)).to.deep.equal(['new-client'])
    expect(await told(relay.approver)).to.deep.equal([])
    const { notices } = await listNotices(relay)(callerOf(relay.approver), { limit: 9 })
    expect(notices).to.deep.equal([])
  })

  it('of a key: its officer is told of another credential for it, and of its revocation', async () => {
    const { authority, kid } = relay.drafter.claims
    const changed = { ...relay.drafter.claims, name: 'Ana Drafter-Other' }
    const credential = await signCredential(changed, relay.xa.credentialsKey)
    expect(await told(relay.drafter)).to.deep.equal([])
    await relay.publishCredential({ credential })
    await relay.publishCredential({ credential })
    expect(await told(relay.drafter)).to.deep.equal(['credential'])
    const since = NOW.toISOString()
    const claims = { authority, kid, since, declared: since, reason: 'compromised' as const }
    const revocation = await signRevocation(claims, relay.xa.credentialsKey)
    await relay.publishRevocation({ revocation })
    expect(await told(relay.drafter)).to.have.members(['credential', 'revocation'])
  })

  it('are refused in one way to whoever does not hold the key, be it good, revoked or nobody’s, and nobody is asked', async () => {
    const [stranger, thief] = [
      await generateSigningKey('x25519'),
      await generateSigningKey('x25519'),
    ]
    const { authority, kid } = relay.registrar.claims
    const since = NOW.toISOString()
    const claims = { authority, kid, since, declared: since, reason: 'compromised' as const }
    const revocation = await signRevocation(claims, relay.xb.credentialsKey)
    await relay.publishRevocation({ revocation })
    let looks = 0
    const counting = (of: string) => {
      looks += 1
      return relay.directory.findCredential(of)
    }
    const directory = { ...relay.directory, findCredential: counting }
    const { authenticate } = (await fakeUseCases({ ...relay, directory })).useCases
    const answers = new Set<string>()
    for (const key of [relay.drafter.key, relay.registrar.key, stranger]) {
      const named = { ...thief, kid: key.kid }
      const assertion = await signClientAssertion({ key: named, audience: tokenUrl, at: NOW })
      for (const [what, by] of Object.entries({ own: thief, theirs: { ...thief, jwk: key.jwk } })) {
        const proof = await signProof({ key: by, method: 'POST', url: tokenUrl, at: NOW })
        const { code, message } = (await rejection(authenticate({ assertion, proof }))) as Error & {
          readonly code?: string
        }
        answers.add(`${what} ${code ?? ''} ${message}`)
      }
    }
    expect(answers.size).to.equal(2)
    expect(looks).to.equal(0)
  })
})
