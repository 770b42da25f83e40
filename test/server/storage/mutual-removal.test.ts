import { randomBytes } from 'node:crypto'
import { expect } from 'chai'
import mongoose from 'mongoose'
import { signCredential } from '#crypto/directory/sign-credential.js'
import { signRevocation } from '#crypto/directory/sign-revocation.js'
import { knownAuthorities } from '#server/domain/directory/known-authorities.js'
import { giveNotice } from '#server/domain/notices/give-notice.js'
import { publishCredential } from '#server/domain/directory/publish-credential.js'
import { publishRevocation } from '#server/domain/directory/publish-revocation.js'
import { connectStorage, type Storage } from '#server/storage/connect-storage.js'
import { type FakeRelay, fakeRelay } from '#test/support/fake-relay.js'
import { codeOf } from '#test/support/code-of.js'
import { testMongodbUri } from '#test/support/test-services.js'
import { after as afterwards, NOW } from '#test/support/world/moments.js'
import type { Officer } from '#test/support/world/officers.js'

const ROUNDS = 40

/** Each through a relay process of its own, over one MongoDB: neither sees the other's memory. */
describe('administrators who remove each other at once', () => {
  const database = `t${randomBytes(8).toString('hex')}`
  let relay: FakeRelay
  let storages: Storage[]

  before(async () => {
    relay = await fakeRelay()
    storages = await Promise.all([1, 2].map(() => connectStorage(testMongodbUri(), { database })))
    await storages[0]?.ensureIndexes()
    const { id, entry } = relay.xa
    const { digest, typ, statement } = entry
    const kept = { digest, typ, statement, authority: id, key: 'entry/1', keptAt: NOW }
    await storages[0]?.directory.keep(kept)
  })
  after(async () => {
    const raw = await mongoose.createConnection(testMongodbUri(), { dbName: database }).asPromise()
    await raw.dropDatabase()
    await Promise.all([...storages, raw].map((one) => one.close()))
  })

  const processes = () =>
    // Their clocks differ by an hour: whose word came later is no matter of clocks.
    storages.map((storage, index) => {
      const clock = { now: () => afterwards(NOW, index * 3600) }
      const ports = { ...storage, relay: relay.identity, clock }
      const announcer = { tell: () => undefined, sessionEnded: () => undefined }
      const tell = giveNotice({ ...ports, announcer })
      const all = {
        ...ports,
        authorities: knownAuthorities(ports),
        giveNotice: tell,
        sessionAnnouncer: announcer,
      }
      return { credential: publishCredential(all), revocation: publishRevocation(all) }
    })
  const since = NOW.toISOString()
  const leaving = ({ claims: { authority, kid } }: Officer) =>
    signRevocation(
      { authority, kid, since, declared: since, reason: 'left' },
      relay.xa.credentialsKey,
    )
  const demoted = ({ claims }: Officer) =>
    signCredential({ ...claims, roles: ['case'] }, relay.xa.credentialsKey)

  it(`in ${ROUNDS} rounds, always leave exactly one`, async () => {
    const [one, two] = processes()
    if (one === undefined || two === undefined) throw new Error('two processes')
    let survivor = await relay.xa.officer('Ada Admin', ['case', 'admin'])
    await one.credential({ credential: survivor.credential })
    for (let round = 1; round <= ROUNDS; round++) {
      const other = await relay.xa.officer(`Admin ${round}`, ['case', 'admin'])
      await one.credential({ credential: other.credential })
      const [revocation, credential] = await Promise.all([leaving(survivor), demoted(other)])
      const outcomes = await Promise.all([
        codeOf(() => one.revocation({ revocation })),
        // Every other time both are revoked.
        round % 2 === 0
          ? codeOf(() => two.credential({ credential }))
          : leaving(other).then((statement) =>
              codeOf(() => two.revocation({ revocation: statement })),
            ),
      ])
      expect(outcomes, `round ${round}`).to.have.members(['nothing was refused', 'last-admin'])
      if (outcomes[0] === 'nothing was refused') survivor = other
    }
  })
})
