import { expect } from 'chai'
import { fromBase64Url, fromUtf8 } from '#crypto/bytes/bytes.js'
import { OfficerCredential } from '#crypto/directory/officer-credential.js'
import type { SigningKey } from '#crypto/keys/key.js'
import { liftDemand } from '#client/core/officers/lift-demand.js'
import type { SessionMeans } from '#client/core/session/open-session.js'
import { interruptions } from '#test/support/client/interruptions.js'
import { memoryPlatform } from '#test/support/client/memory-platform.js'
import { changeRoles } from '#client/core/officers/add-officer.js'
import { demandSecurityKey } from '#client/core/officers/demand-security-key.js'
import { listOfficers } from '#client/core/officers/list-officers.js'
import { rotateKeys } from '#client/core/officers/rotate-keys.js'
import { withdrawSecurityKey } from '#client/core/officers/withdraw-security-key.js'
import { createOfficerKeys } from '#client/core/officers/create-officer-keys.js'
import { signSecurityKeyClaim } from '#crypto/directory/sign-security-key-claim.js'
import { type Administered, administered } from '#test/support/client/administered.js'
import type { TestSession } from '#test/support/client/constellation.js'
import { codeOf } from '#test/support/code-of.js'
import { softSecurityKey, type SoftSecurityKey } from '#test/support/soft-security-key.js'
import type { Officer } from '#test/support/world/officers.js'

const ORIGIN = 'https://relay.example'

describe('security keys that an authority demands', () => {
  let c: Administered
  let admin: TestSession
  let main: SoftSecurityKey
  let spare: SoftSecurityKey
  let first: string
  let second: string
  before(async () => {
    ;[main, spare] = [await softSecurityKey(), await softSecurityKey('relay.example', 'Ed25519')]
    ;[first, second] = [main.own.credential, spare.own.credential]
  })
  beforeEach(async () => {
    c = await administered()
    ;({ admin } = c)
  })
  const vouch = () => c.relay.xb.credentialsKey
  const claim = ({ own }: SoftSecurityKey, { key }: Officer = c.relay.registrar) => {
    const declared = c.relay.clock.now().toISOString()
    return signSecurityKeyClaim({ authority: c.relay.xb.id, securityKey: own, declared }, key)
  }
  async function demand(key: SoftSecurityKey, origin = ORIGIN) {
    c.tick()
    return demandSecurityKey(admin, vouch(), await claim(key), origin)
  }
  async function withdraw(credential: string, endsDemand = false) {
    c.tick()
    const who = 'Berta Registrar'
    return withdrawSecurityKey(admin, vouch(), { who, credential, endsDemand })
  }
  const entered = async () => {
    const all = await listOfficers(admin)
    const found = all.find(({ claims }) => claims.name === 'Berta Registrar')
    return found?.claims.securityKeys?.map(({ credential }) => credential)
  }

  it('are entered one after another, each once, and stay through other changes', async () => {
    expect((await demand(main)).officer.name).to.equal('Berta Registrar')
    await demand(spare)
    await demand(main)
    expect(await entered()).to.deep.equal([first, second])
    c.tick()
    await changeRoles(admin, vouch(), 'Berta Registrar', ['case'])
    expect(await entered()).to.deep.equal([first, second])
    const { content: next } = await createOfficerKeys(c.relay.xb.id, 'x25519')
    c.tick()
    await rotateKeys(admin, { next, identity: c.relay.xb.identity, overlapMs: 3_600_000 })
    expect(await entered()).to.deep.equal([first, second])
  })

  it('stay through what another administrator changes at the same time', async () => {
    let others = 0
    c.lies.answers.listOfficers = async (answer: never) => {
      if (others++ === 0) await demand(main)
      return answer
    }
    await changeRoles(admin, vouch(), 'Berta Registrar', ['case'])
    expect(await entered()).to.deep.equal([first])
    // Two administrators who remove one of two each leave one.
    await demand(spare)
    others = 0
    c.lies.answers.listOfficers = async (answer: never) => {
      if (others++ === 0) await withdraw(first)
      return answer
    }
    expect(await codeOf(() => withdraw(second))).to.equal('usage')
    expect(await entered()).to.deep.equal([second])
  })

  it('are taken from their holder alone, and for this relay alone', async () => {
    const { drafter } = c.relay
    const stranger = await claim(main, drafter)
    const byStranger = () => demandSecurityKey(admin, vouch(), stranger, ORIGIN)
    expect(await codeOf(byStranger)).to.equal('directory/security-key')
    expect(await codeOf(() => demand(main, 'https://other.example'))).to.equal('usage')
    const elsewhere = await softSecurityKey('other.example')
    expect(await codeOf(() => demand(elsewhere))).to.equal('usage')
    const none = () => demandSecurityKey(admin, vouch(), 'nothing', ORIGIN)
    expect(await codeOf(none)).to.equal('statement/malformed')
    expect(await entered()).to.equal(undefined)
  })

  it('are removed by how they begin, the last one only when that is meant', async () => {
    await demand(main)
    expect(await codeOf(() => withdraw('', true))).to.equal('usage')
    await demand(spare)
    for (const wanted of ['nobody', '']) {
      expect(await codeOf(() => withdraw(wanted))).to.equal('usage')
    }
    expect(await withdraw(first.slice(0, 12))).to.deep.equal({ name: 'Berta Registrar', left: 1 })
    expect(await entered()).to.deep.equal([second])
    expect(await codeOf(() => withdraw(second))).to.equal('usage')
    expect((await withdraw(second, true)).left).to.equal(0)
    expect(await entered()).to.equal(undefined)
  })

  it('are removed though another begins with all of its name', async () => {
    const credential = `${first}A`
    await demand(main)
    await demand(await softSecurityKey('relay.example', 'P-256', { credential }))
    await withdraw(first)
    expect(await entered()).to.deep.equal([credential])
  })

  it('are demanded no more, without a sign-in, by the authority’s own keys alone', async () => {
    await demand(main)
    await demand(spare)
    c.tick()
    const { id: authority, credentialsKey } = c.relay.xb
    const lift = (key = credentialsKey) =>
      liftDemand(means(), { authority, credentialsKey: key }, 'Berta Registrar')
    expect(await codeOf(() => lift(c.relay.xa.credentialsKey))).to.equal('statement-invalid')
    expect(await entered()).to.deep.equal([first, second])
    expect(await lift()).to.equal('Berta Registrar')
    expect(await entered()).to.equal(undefined)
    expect(await codeOf(lift)).to.equal('usage')
    // What was made for it is revoked, done or not.
    admin.directory.forget(authority)
    const helpers = (await listOfficers(admin)).filter(
      ({ claims }) => claims.name === 'Recovery of access',
    )
    expect(helpers.map(({ standing }) => standing)).to.deep.equal(['revoked', 'revoked'])
  })

  /** A home of the authority, in which nobody has signed in. */
  const means = (): SessionMeans => ({
    profile: { origin: ORIGIN, relayId: c.relay.relay.id },
    trust: admin.trust,
    platform: memoryPlatform(() => c.relay.clock.now(), interruptions()),
    relay: (_origin, key) => c.port(holderOf(key)),
  })
  /** Whoever the relay knows as the holder of a key by the time that it is asked. */
  const holderOf = (key: SigningKey) =>
    ({
      get claims() {
        const held = c.relay.state.directory.find((one) => one.key.includes(key.kid))
        const [, payload = ''] = (held?.statement ?? '').split('.')
        return OfficerCredential.parse(JSON.parse(fromUtf8(fromBase64Url(payload))))
      },
    }) as Officer
})
