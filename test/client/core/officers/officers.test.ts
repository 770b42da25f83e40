import { expect } from 'chai'
import {
  addOfficer,
  changeRoles,
  type OfficerPublicKeys,
} from '#client/core/officers/add-officer.js'
import { createOfficerKeys } from '#client/core/officers/create-officer-keys.js'
import { removeOfficer } from '#client/core/officers/remove-officer.js'
import { revokeCompromised } from '#client/core/officers/revoke-compromised.js'
import { listOfficers } from '#client/core/officers/list-officers.js'
import { rotateKeys } from '#client/core/officers/rotate-keys.js'
import { entrySealingKey } from '#crypto/directory/entry-key.js'
import { openVault } from '#crypto/directory/vault.js'
import { composePackage } from '#client/core/packages/compose-package.js'
import { deliverPackage } from '#client/core/packages/deliver-package.js'
import { readPackage } from '#client/core/packages/open-package.js'
import { callerOf } from '#test/support/fake-relay.js'
import { readVault } from '#server/domain/directory/read-vault.js'
import { type Administered, administered } from '#test/support/client/administered.js'
import type { TestSession } from '#test/support/client/constellation.js'
import { memoryDocument } from '#test/support/client/memory-platform.js'
import { rejection } from '#test/support/rejection.js'
import { after } from '#test/support/world/moments.js'
import type { Officer } from '#test/support/world/officers.js'

const HOUR = 3_600_000

describe('officers who come and go', () => {
  let c: Administered
  let boss: Officer
  let admin: TestSession
  const keys = () => ({ credentialsKey: c.relay.xb.credentialsKey, identity: c.relay.xb.identity })

  beforeEach(async () => {
    c = await administered()
    ;({ boss, admin } = c)
  })
  async function newcomer(): Promise<OfficerPublicKeys> {
    const { public: half } = await createOfficerKeys(c.relay.xb.id, 'p256')
    return { authority: c.relay.xb.id, ...half } as OfficerPublicKeys
  }
  const vault = () => readVault(c.relay)(callerOf(boss))
  const keysOf = async (officer: Officer) =>
    (await openVault((await vault()).vault, officer.openingKey)).map(({ kid }) => kid)
  const names = async () =>
    (await listOfficers(admin)).map(({ claims, standing }) => `${claims.name} ${standing}`)
  const leave = (who = 'Berta Registrar', overlapMs = HOUR) =>
    removeOfficer(admin, keys(), { who, reason: 'left', overlapMs })

  /** Interrupts `act` before and after each of its effects in turn, and repeats it until it is done. */
  async function interrupted(act: () => Promise<unknown>) {
    for (let call = 0; ; call++) {
      c.crash.failAt({ call, when: call % 2 === 0 ? 'before' : 'after' })
      const failed = await act().then(
        () => false,
        (error: unknown) => {
          expect(error).to.include({ name: 'Outage' })
          return true
        },
      )
      c.crash.failAt(undefined)
      c.tick(31)
      if (!failed) break
    }
    await act()
  }

  it('join with credential and vault, whatever is cut off, and exist once', async () => {
    const half = await newcomer()
    await interrupted(() =>
      addOfficer(admin, keys().credentialsKey, {
        name: ' Nia\u200f New',
        roles: ['duty'],
        keys: half,
      }),
    )
    expect((await names()).filter((name) => name.startsWith('Nia'))).to.deep.equal([
      'Nia New active',
    ])
    expect(await keysOf(c.relay.registrar)).to.deep.equal([c.relay.xb.openingKey.kid])
    expect((await vault()).version).to.equal(3)
    expect((await vault()).vault).to.include(half.sealing.kid)
  })

  it('do not join with keys that were made for another authority', async () => {
    const half = { ...(await newcomer()), authority: c.relay.xa.id }
    const act = addOfficer(admin, keys().credentialsKey, { name: 'X', roles: ['case'], keys: half })
    expect(await rejection(act)).to.include({ code: 'usage' })
  })

  it('get on with a vault that another administrator has stored meanwhile', async () => {
    const half = await newcomer()
    let others = 0
    c.lies.answers.readVault = async (answer: never) => {
      if (others++ === 0) await c.reseal(c.relay.xb, 3, [boss])
      return answer
    }
    await addOfficer(admin, keys().credentialsKey, { name: 'N', roles: ['case'], keys: half })
    expect(await vault()).to.include({ version: 4 })
    expect((await vault()).vault).to.include(half.sealing.kid)
  })

  it('leave: key revoked, vault closed to them, new packages sealed to a key out of reach', async () => {
    const old = c.relay.xb.openingKey.kid
    await interrupted(() => leave())
    expect(await names()).to.include('Berta Registrar revoked')
    expect(await rejection(keysOf(c.relay.registrar))).to.include({ code: 'envelope/recipient' })
    const entry = await admin.directory.current(c.relay.xb.id)
    expect(entry.payload.version).to.equal(2)
    const sealing = (await entrySealingKey(entry, c.relay.clock.now())).kid
    expect(sealing).to.not.equal(old)
    expect(await keysOf(boss)).to.deep.equal([old, sealing])

    c.tick(60)
    const id = await c.sent()
    const mail = await readPackage(admin, id)
    expect(mail.manifest.form).to.deep.equal({ purpose: 'Service of a summons' })
  })

  it('leave without loss of what was sealed to the old entry, within the overlap and not after', async () => {
    const documents = [memoryDocument('a.pdf', Buffer.from('in flight'))]
    const [first, second] = [
      await composePackage(c.ana, c.draftOf({ documents })),
      await composePackage(c.ana, c.draftOf({ documents })),
    ]
    await leave()
    c.tick(60)
    expect((await deliverPackage(c.ana, first)).payload.code).to.equal('A.1')
    await c.relay.consign({ header: await c.headerOf(first) })
    await readPackage(admin, first)
    c.tick(3_600)
    const late = await deliverPackage(c.ana, second)
    expect(late.payload.code).to.equal('A.2')
    expect(late.payload.reasons.map(({ code }) => code)).to.include('recipient-entry-superseded')
  })

  it('cannot leave as the last administrator, nor by their own hand', async () => {
    expect(await rejection(leave('Bea Admin'))).to.include({ code: 'last-admin' })
    await changeRoles(admin, keys().credentialsKey, 'Berta Registrar', ['registrar', 'admin'])
    expect(await rejection(leave('Bea Admin'))).to.include({ code: 'usage' })
    expect(await rejection(leave('Nobody'))).to.include({ code: 'officer-unknown' })
  })

  it('lose a stolen key as of a moment, further back once more is known; of their own the vault is left', async () => {
    const { registrar } = c.relay
    const { kid } = registrar.key
    const ago = (seconds: number) => after(c.relay.clock.now(), -seconds)
    const [late, early] = [ago(10), ago(20)]
    expect(await revokeCompromised(admin, keys(), kid, late)).to.deep.equal({ vault: true })
    expect(await names()).to.include('Berta Registrar revoked')
    await rejection(keysOf(registrar))
    await revokeCompromised(admin, keys(), kid, early)
    const since = (await admin.directory.revocations(c.relay.xb.id)).map(
      ({ payload }) => payload.since,
    )
    expect(since).to.have.members([late, early].map((moment) => moment.toISOString()))

    const second = await c.relay.xb.officer('Bo Admin', ['admin'])
    await c.relay.publishCredential(second)
    const own = await revokeCompromised(admin, keys(), boss.key.kid, early)
    expect(own).to.deep.equal({ vault: false })
  })

  it('lose the vault with the last role that opens it', async () => {
    await interrupted(() =>
      changeRoles(admin, keys().credentialsKey, 'Berta Registrar', ['translator']),
    )
    expect(await rejection(keysOf(c.relay.registrar))).to.include({ code: 'envelope/recipient' })
  })

  it('are not believed because the relay lists them', async () => {
    const spy = await c.relay.xa.officer('Sly Spy', ['case'])
    c.lies.answers.listOfficers = (answer: { officers: object[] }) => ({
      officers: [...answer.officers, { ...answer.officers[0], statement: spy.credential }],
    })
    await leave()
    expect(await names()).to.include('Sly Spy unverified')
    expect((await vault()).vault).to.not.include(spy.openingKey.kid)
  })

  it('keep working while the authority’s keys are rotated, whatever is cut off', async () => {
    const { content: next } = await createOfficerKeys(c.relay.xb.id, 'p256')
    const waiting = await composePackage(c.ana, c.draftOf())
    await interrupted(() =>
      rotateKeys(admin, { next, identity: c.relay.xb.identity, overlapMs: HOUR }),
    )
    const entry = await admin.directory.current(c.relay.xb.id)
    expect(entry.payload.version).to.equal(2)
    expect(entry.payload.keys).to.have.length(4)
    const active = (await listOfficers(admin)).filter(({ standing }) => standing === 'active')
    const vouchers = new Set(active.map(({ vouchedBy }) => vouchedBy))
    expect(active).to.have.length(2)
    expect(vouchers.has(c.relay.xb.credentialsKey.kid)).to.equal(false)

    expect((await deliverPackage(c.ana, waiting)).payload.code).to.equal('A.1')
    await c.relay.consign({ header: await c.headerOf(waiting) })
    await readPackage(admin, waiting)
    const fresh = await c.sent()
    await readPackage(admin, fresh)
  })

  it('keep their credentials when stolen keys of the authority end at once, whatever is cut off', async () => {
    const { content: next } = await createOfficerKeys(c.relay.xb.id, 'p256')
    const { xb, registrar } = c.relay
    await interrupted(() => rotateKeys(admin, { next, identity: xb.identity, overlapMs: 0 }))
    const { payload } = await admin.directory.current(xb.id)
    expect(payload.keys.map(({ purpose }) => purpose)).to.deep.equal(['credentials', 'envelopes'])
    expect(payload.keys.map(({ kid }) => kid)).to.not.include(xb.credentialsKey.kid)
    expect(await names()).to.have.members(['Bea Admin active', 'Berta Registrar active'])
    for (const officer of [boss, registrar]) {
      expect(await c.relay.judgeStanding(callerOf(officer))).to.equal(true)
    }
    expect((await readPackage(admin, await c.sent())).record.submitted).to.be.a('string')
  })
})
