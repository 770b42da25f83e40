import { expect } from 'chai'
import { signClientAssertion } from '#crypto/access/client-assertion.js'
import { signProof } from '#crypto/access/proof.js'
import type { SecurityKeyAssertion } from '#crypto/access/security-key-assertion.js'
import { toBase64Url } from '#crypto/bytes/bytes.js'
import type { SecurityKey } from '#crypto/directory/security-key.js'
import { signCredential } from '#crypto/directory/sign-credential.js'
import { generateSigningKey } from '#crypto/keys/generate.js'
import type { NamedSession } from '#server/contract/session-wire.js'
import { Refusal } from '#server/domain/errors.js'
import type { UseCases } from '#server/http/use-cases.js'
import { codeOf } from '#test/support/code-of.js'
import { callerOf, type FakeRelay, fakeRelay } from '#test/support/fake-relay.js'
import { fakeUseCases } from '#test/support/fake-use-cases.js'
import { rejection } from '#test/support/rejection.js'
import { softSecurityKey, type SoftSecurityKey } from '#test/support/soft-security-key.js'
import { after, NOW } from '#test/support/world/moments.js'
import type { Officer } from '#test/support/world/officers.js'

const tokenUrl = 'https://relay.example/v1/token'
const url = 'https://relay.example/v1/packages'

describe('an officer of whom a security key is demanded', () => {
  let relay: FakeRelay
  let uses: UseCases
  let main: SoftSecurityKey
  let spare: SoftSecurityKey
  beforeEach(async () => {
    relay = await fakeRelay()
    uses = (await fakeUseCases(relay)).useCases
    ;[main, spare] = [await softSecurityKey(), await softSecurityKey('relay.example', 'Ed25519')]
    await demand(main, spare)
  })
  const now = () => relay.clock.now()
  const wait = (seconds: number) => relay.setClock(after(now(), seconds))
  let made = 0
  const some = (client?: string): NamedSession => {
    const random = () => toBase64Url(new Uint8Array(16).fill((made += 1)))
    return { id: random(), client: client ?? random(), kind: 'browser' }
  }

  async function publish(securityKeys: readonly SecurityKey[], officer: Officer = relay.drafter) {
    wait(1)
    const validFrom = now().toISOString()
    const more = securityKeys.length === 0 ? {} : { securityKeys: [...securityKeys] }
    const claims = { ...officer.claims, ...more, validFrom }
    const credential = await signCredential(claims, relay.xa.credentialsKey)
    await relay.publishCredential({ credential })
    return credential
  }
  const demand = (...keys: SoftSecurityKey[]) => publish(keys.map(({ own }) => own))

  const begins = async (session: NamedSession) => ({
    audience: tokenUrl,
    kid: relay.drafter.key.kid,
    session: session.id,
    ...(await uses.issueNonce()),
  })
  async function logIn(
    session?: NamedSession,
    securityKey?: SecurityKeyAssertion,
    { key }: Pick<Officer, 'key'> = relay.drafter,
  ) {
    const [assertion, proof] = await Promise.all([
      signClientAssertion({ key, audience: tokenUrl, at: now() }),
      signProof({ key, method: 'POST', url: tokenUrl, at: now() }),
    ])
    return (await uses.authenticate({ assertion, proof, session, securityKey })).access_token
  }
  const touching = async (session: NamedSession, key = main) =>
    logIn(session, await key.touch(await begins(session)))
  async function ask(token: string) {
    const { key } = relay.drafter
    const proof = await signProof({ key, method: 'GET', url, at: now(), token })
    return uses.authoriseRequest({
      token,
      proof,
      method: 'GET',
      url,
      operation: 'listPackages',
    })
  }

  it('touches one of theirs to begin a session, and goes on with it without', async () => {
    for (const key of [main, spare]) {
      const session = some()
      await ask(await touching(session, key))
      wait(290)
      await ask(await logIn(session))
      // A second tab, or one that is loaded anew: whatever it has touched is not asked for.
      await ask(await logIn(session, await (await softSecurityKey()).touch(await begins(session))))
    }
    const { sessions } = await uses.listSessions(callerOf(relay.drafter), { of: 'key' })
    expect(sessions).to.have.length(2)
  })

  it('begins none without, and is told which ones do', async () => {
    const elsewhere = await softSecurityKey('other.example')
    await demand(main, spare, elsewhere)
    for (const session of [undefined, some()]) {
      const error = await rejection(logIn(session))
      expect(error).to.be.instanceOf(Refusal).with.property('code', 'security-key-required')
      expect((error as Refusal).securityKeys).to.deep.equal([
        ...[main.own.credential, spare.own.credential],
      ])
    }
    const session = some()
    const touched = await elsewhere.touch(await begins(session), {
      origin: 'https://relay.example',
    })
    expect(await codeOf(logIn(session, touched))).to.equal('security-key-refused')
    const { sessions } = await uses.listSessions(callerOf(relay.drafter), { of: 'key' })
    expect(sessions).to.deep.equal([])
  })

  it('begins none with a touch for another session, an old one, or of a stranger’s key', async () => {
    const session = some()
    const other = await main.touch(await begins(some()))
    const stranger = await (await softSecurityKey()).touch(await begins(session))
    const old = await main.touch(await begins(session))
    wait(302)
    const of = { ...(await begins(session)), kid: relay.approver.key.kid }
    for (const touched of [other, stranger, old, await main.touch(of)]) {
      expect(await codeOf(logIn(session, touched))).to.equal('security-key-refused')
    }
    await touching(session)
  })

  it('begins one session by one touch, and has it though the answer was lost', async () => {
    const session = some()
    const touched = await main.touch(await begins(session))
    await logIn(session, touched)
    await ask(await logIn(session, touched))
    expect(await codeOf(logIn(some(session.client), touched))).to.equal('security-key-refused')
    await uses.endSession(callerOf(relay.drafter), session.id)
    expect(await codeOf(logIn(session, touched))).to.equal('session-ended')
    const over = some()
    await touching(over)
    wait(300 + 15 * 60 + 1)
    expect(await codeOf(touching(over))).to.equal('session-expired')
  })

  it('is joined by another tab that begins the same session at once', async () => {
    const session = some()
    const touched = await Promise.all([
      main.touch(await begins(session)),
      main.touch(await begins(session), { signCount: 9 }),
    ])
    for (const token of await Promise.all(touched.map((one) => logIn(session, one))))
      await ask(token)
  })

  it('is refused by a counter that does not go on, where there is one', async () => {
    const counted = async (signCount: number, key = main) => {
      const session = some()
      return codeOf(
        logIn(session, await key.touch(await begins(session), { signCount })).then(() =>
          Promise.reject(new Refusal('unavailable', 'was let in')),
        ),
      )
    }
    expect(await counted(7)).to.equal('unavailable')
    for (const signCount of [7, 3, 0]) {
      expect(await counted(signCount), String(signCount)).to.equal('security-key-refused')
    }
    expect(await counted(8)).to.equal('unavailable')
    for (const round of [1, 2])
      expect(await counted(0, spare), String(round)).to.equal('unavailable')
  })

  it('loses what was begun by less, as soon as more is demanded', async () => {
    await publish([])
    const [plain, touched] = [some(), some()]
    const tokens = [await logIn(plain), await touching(touched)]
    for (const token of tokens) await ask(token)
    await demand(main)
    wait(6)
    for (const [index, session] of [plain, touched].entries()) {
      expect(await codeOf(ask(tokens[index] ?? ''))).to.equal('session-ended')
      expect(await codeOf(logIn(session))).to.equal('session-ended')
    }
  })

  it('begins nothing with a key that was removed, and loses what it has begun, and no more', async () => {
    const [lost, kept] = [some(), some()]
    const [token, other] = [await touching(lost), await touching(kept, spare)]
    await demand(spare)
    wait(6)
    expect(await codeOf(ask(token))).to.equal('session-ended')
    expect(await codeOf(logIn(lost))).to.equal('session-ended')
    expect(await codeOf(touching(some()))).to.equal('security-key-refused')
    await ask(other)
    await logIn(kept)
  })

  it('loses it though the process stopped before it was ended: no further token is given', async () => {
    const lost = some()
    await touching(lost)
    const { sessions } = relay
    const end = sessions.end.bind(sessions)
    sessions.end = () => Promise.reject(new Error('the process stopped'))
    const credential = await demand(spare).catch(() => undefined)
    expect(credential).to.equal(undefined)
    sessions.end = end
    expect(await codeOf(logIn(lost))).to.equal('session-ended')
  })

  it('keeps what is as demanded when an earlier credential comes again', async () => {
    const first = await demand(main)
    await demand(spare)
    const session = some()
    const token = await touching(session, spare)
    await relay.publishCredential({ credential: first })
    wait(6)
    await ask(token)
  })

  it('is not set free by a credential from before that comes late', async () => {
    const claims = { ...relay.drafter.claims, validFrom: NOW.toISOString() }
    const credential = await signCredential(claims, relay.xa.credentialsKey)
    expect(await codeOf(relay.publishCredential({ credential }))).to.equal('entry-conflict')
    expect(await codeOf(logIn(some()))).to.equal('security-key-required')
  })

  it('is nobody else: colleagues sign in as before', async () => {
    await logIn(some(), undefined, relay.approver)
    await publish([])
    await logIn(some())
  })

  it('is known as such to whoever holds the officer’s key alone', async () => {
    const thief = await generateSigningKey('x25519')
    const session = some()
    const named = { ...thief, kid: relay.drafter.key.kid }
    const assertion = await signClientAssertion({ key: named, audience: tokenUrl, at: NOW })
    const touched = await main.touch(await begins(session))
    for (const securityKey of [undefined, touched]) {
      const proof = await signProof({ key: thief, method: 'POST', url: tokenUrl, at: now() })
      const attempt = { assertion, proof, session, securityKey }
      expect(await codeOf(uses.authenticate(attempt))).to.equal('unauthenticated')
    }
  })
})
