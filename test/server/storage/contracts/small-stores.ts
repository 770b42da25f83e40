import { expect } from 'chai'
import type { DepartureStore } from '#server/domain/directory/departure-store.js'
import type { KeyClaims } from '#server/domain/directory/key-claims.js'
import type { DeletionStore } from '#server/domain/retention/deletion-store.js'
import type { HandoverStore, VaultStore } from '#server/domain/ports.js'
import type { StatusStore } from '#server/domain/directory/certificate-status.js'
import { anyDigest, at, kid, somePackage, xa, xb, xc } from './fixtures.js'

/** What every DepartureStore promises. */
export function departureStoreContract(store: () => DepartureStore): void {
  const departure = (turn: number, key = `officer/${turn}`) => ({
    turn,
    digest: anyDigest(),
    key,
    statement: `statement ${turn}`,
    typ: 'rogatory-officer' as const,
  })

  it('knows the last turn, and gives out only the one after it', async () => {
    expect(await store().last(xa)).to.equal(undefined)
    const [one, two] = [departure(1), departure(2)]
    expect(await store().reserve(xa, two)).to.equal(false)
    expect(await store().reserve(xa, one)).to.equal(true)
    expect(await store().reserve(xa, departure(1))).to.equal(false)
    expect(await store().reserve(xa, departure(3))).to.equal(false)
    expect(await store().last(xa)).to.deep.equal(one)
    expect(await store().reserve(xa, two)).to.equal(true)
    expect(await store().last(xa)).to.deep.equal(two)
    expect(await store().last(xb)).to.equal(undefined)
  })

  it('gives each turn to one of fifty', async () => {
    for (const turn of [1, 2, 3]) {
      const all = Array.from({ length: 50 }, (_, i) => departure(turn, `officer/${i}`))
      const results = await Promise.all(all.map((one) => store().reserve(xa, one)))
      expect(results.filter((reserved) => reserved)).to.have.length(1)
      expect(await store().last(xa)).to.deep.equal(all[results.indexOf(true)])
    }
  })
}

/** What every KeyClaims promises. */
export function keyClaimsContract(store: () => KeyClaims): void {
  it('gives each key to one of those who claim it at once, and keeps it there', async () => {
    const claimants = Array.from({ length: 30 }, (_, i) => [xa, xb, xc][i % 3] ?? xa)
    const [one, other] = [kid(), kid()]
    const told = await Promise.all(claimants.map((authority) => store().claim(one, authority)))
    expect(new Set(told).size).to.equal(1)
    for (const authority of [xa, xb, xc]) {
      expect(await store().claim(one, authority)).to.equal(told[0])
    }
    expect(await store().claim(other, xc)).to.equal(xc)
  })
}

/** What every DeletionStore promises. */
export function deletionStoreContract(store: () => DeletionStore): void {
  const deletion = () => ({
    header: anyDigest(),
    package: somePackage().package,
    rule: anyDigest(),
    text: 'routine: 30 days',
  })

  it('begins what the same process intends, once', async () => {
    const one = deletion()
    expect(await store().begin(one.header, 'a')).to.equal(false)
    expect(await store().intend(one, 'a')).to.equal(true)
    expect(await store().begun()).to.deep.equal([])
    expect(await store().begin(one.header, 'b')).to.equal(false)
    expect(await store().begin(one.header, 'a')).to.equal(true)
    expect(await store().begin(one.header, 'a')).to.equal(false)
    expect(await store().begun()).to.deep.equal([one])
    expect(await store().intend(one, 'b')).to.equal(false)
    await store().done(one.header)
    expect(await store().begun()).to.deep.equal([])
  })

  it('lets the last that intends begin', async () => {
    const one = deletion()
    await store().intend(one, 'a')
    expect(await store().intend({ ...one, text: 'by another rule' }, 'b')).to.equal(true)
    expect(await store().begin(one.header, 'a')).to.equal(false)
    expect(await store().begin(one.header, 'b')).to.equal(true)
    expect((await store().begun()).map(({ text }) => text)).to.deep.equal(['by another rule'])
  })

  it('withdraws what is intended, and nothing that is begun', async () => {
    const [intended, begun] = [deletion(), deletion()]
    await store().intend(intended, 'a')
    await store().intend(begun, 'a')
    await store().begin(begun.header, 'a')
    await store().withdrawIntended()
    expect(await store().begin(intended.header, 'a')).to.equal(false)
    expect(await store().begun()).to.deep.equal([begun])
  })
}

/** What every VaultStore promises. */
export function vaultStoreContract(store: () => VaultStore): void {
  it('keeps each version once, and knows the newest', async () => {
    expect(await store().current(xa)).to.equal(undefined)
    expect(await store().keep(xa, 1, 'one')).to.equal(true)
    expect(await store().keep(xa, 1, 'one')).to.equal(true)
    expect(await store().keep(xa, 1, 'other')).to.equal(false)
    expect(await store().keep(xa, 2, 'two')).to.equal(true)
    expect(await store().current(xa)).to.deep.equal({ version: 2, vault: 'two' })
    expect(await store().current(xb)).to.equal(undefined)
  })

  it('removes what came before a version, of one authority', async () => {
    for (const version of [1, 2, 3]) await store().keep(xa, version, `vault ${version}`)
    await store().keep(xb, 1, 'theirs')
    await store().removeBefore(xa, 3)
    await store().removeBefore(xa, 3)
    expect(await store().current(xa)).to.deep.equal({ version: 3, vault: 'vault 3' })
    expect(await store().current(xb)).to.deep.equal({ version: 1, vault: 'theirs' })
    // What is removed is compared with nothing any more.
    expect(await store().keep(xa, 2, 'other')).to.equal(true)
  })

  it('lets one of fifty win', async () => {
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, i) => store().keep(xa, 1, `vault ${i}`)),
    )
    expect(results.filter((kept) => kept)).to.have.length(1)
    expect(await store().current(xa)).to.deep.equal({
      version: 1,
      vault: `vault ${results.indexOf(true)}`,
    })
  })
}

/** What every HandoverStore promises. */
export function handoverStoreContract(store: () => HandoverStore): void {
  it('adds up what one recipient of one package was served', async () => {
    const [one, two] = [anyDigest(), anyDigest()]
    expect(await store().record(one, xb, 'envelope')).to.have.members(['envelope'])
    expect(await store().record(one, xb, 'part')).to.have.members(['envelope', 'part'])
    expect(await store().record(one, xb, 'part')).to.have.members(['envelope', 'part'])
    expect(await store().record(one, xc, 'part')).to.have.members(['part'])
    expect(await store().record(two, xb, 'part')).to.have.members(['part'])
  })

  it('loses none of fifty at once', async () => {
    const header = anyDigest()
    const blobs = Array.from({ length: 50 }, (_, i) => `part ${i}`)
    await Promise.all(blobs.map((blob) => store().record(header, xb, blob)))
    const all = await store().record(header, xb, 'envelope')
    expect(all).to.have.members(['envelope', ...blobs])
  })
}

/** What every StatusStore promises. */
export function statusStoreContract(store: () => StatusStore): void {
  it('keeps the newest answer about each certificate, in whatever order they come', async () => {
    const [certificate, other] = [anyDigest(), anyDigest()]
    const status = (hours: number) => ({
      certificate,
      response: `answer ${hours}`,
      thisUpdate: at(hours),
      nextUpdate: at(hours + 24),
    })
    expect(await store().find([certificate])).to.deep.equal([])
    await Promise.all([2, 3, 1].map((hours) => store().keep(status(hours))))
    await store().keep(status(3))
    await store().keep(status(2))
    expect(await store().find([other, certificate])).to.deep.equal([status(3)])
    expect(await store().find([])).to.deep.equal([])
  })
}
