import { expect } from 'chai'
import { changeRoles } from '#client/core/officers/add-officer.js'
import { demandSecurityKey } from '#client/core/officers/demand-security-key.js'
import { listOfficers } from '#client/core/officers/list-officers.js'
import { rotateKeys } from '#client/core/officers/rotate-keys.js'
import { withdrawSecurityKey } from '#client/core/officers/withdraw-security-key.js'
import { createOfficerKeys } from '#client/core/officers/create-officer-keys.js'
import { signSecurityKeyClaim } from '#crypto/directory/sign-security-key-claim.js'
import {
  type Constellation,
  constellation,
  type TestSession,
} from '#test/support/client/constellation.js'
import { codeOf } from '#test/support/code-of.js'
import { softSecurityKey, type SoftSecurityKey } from '#test/support/soft-security-key.js'
import { after } from '#test/support/world/moments.js'
import type { Officer } from '#test/support/world/officers.js'

const ORIGIN = 'https://relay.example'

describe('security keys that an authority demands', () => {
  let c: Constellation
  let boss: Officer
  let admin: TestSession
  const [main, spare] = [softSecurityKey(), softSecurityKey('relay.example', 'Ed25519')]
  beforeEach(async () => {
    c = await constellation()
    const { xb, registrar } = c.relay
    boss = await xb.officer('Bea Admin', ['admin', 'case'])
    await c.relay.publishCredential(boss)
    await c.reseal(xb, 2, [registrar, boss])
    admin = await c.session(boss, xb)
    tick()
  })
  const tick = () => c.relay.setClock(after(c.relay.clock.now(), 1))
  const vouch = () => c.relay.xb.credentialsKey
  const claim = ({ own }: SoftSecurityKey, { key }: Officer = c.relay.registrar) => {
    const declared = c.relay.clock.now().toISOString()
    return signSecurityKeyClaim({ authority: c.relay.xb.id, securityKey: own, declared }, key)
  }
  async function demand(key: SoftSecurityKey, origin = ORIGIN) {
    tick()
    return demandSecurityKey(admin, vouch(), await claim(key), origin)
  }
  async function withdraw(credential: string, endsDemand = false) {
    tick()
    const who = 'Berta Registrar'
    return withdrawSecurityKey(admin, vouch(), { who, credential, endsDemand })
  }
  const entered = async () => {
    const all = await listOfficers(admin)
    const found = all.find(({ claims }) => claims.name === 'Berta Registrar')
    return found?.claims.securityKeys?.map(({ credential }) => credential)
  }
  const [first, second] = [main.own.credential, spare.own.credential]

  it('are entered one after another, each once, and stay through other changes', async () => {
    expect((await demand(main)).officer.name).to.equal('Berta Registrar')
    await demand(spare)
    await demand(main)
    expect(await entered()).to.deep.equal([first, second])
    tick()
    await changeRoles(admin, vouch(), 'Berta Registrar', ['case'])
    expect(await entered()).to.deep.equal([first, second])
    const { content: next } = await createOfficerKeys(c.relay.xb.id, 'x25519')
    tick()
    await rotateKeys(admin, { next, identity: c.relay.xb.identity, overlapMs: 3_600_000 })
    expect(await entered()).to.deep.equal([first, second])
  })

  it('are taken from their holder alone, and for this relay alone', async () => {
    const { drafter } = c.relay
    const stranger = await claim(main, drafter)
    const byStranger = () => demandSecurityKey(admin, vouch(), stranger, ORIGIN)
    expect(await codeOf(byStranger)).to.equal('directory/security-key')
    expect(await codeOf(() => demand(main, 'https://other.example'))).to.equal('usage')
    expect(await codeOf(() => demand(softSecurityKey('other.example')))).to.equal('usage')
    const none = () => demandSecurityKey(admin, vouch(), 'nothing', ORIGIN)
    expect(await codeOf(none)).to.equal('statement/malformed')
    expect(await entered()).to.equal(undefined)
  })

  it('are removed by how they begin, the last one only when that is meant', async () => {
    await demand(main)
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
})
