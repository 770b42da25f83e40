import { expect } from 'chai'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { PackageId } from '#crypto/fields/fields.js'
import type { ResealingStore, StoredResealing } from '#server/domain/resealing/resealing-store.js'
import { anyDigest, at, kid, NOON, xa, xb } from './fixtures.js'

const some = (changes: Partial<StoredResealing> = {}): StoredResealing => ({
  digest: anyDigest(),
  package: PackageId.parse(uuidV7(NOON)),
  header: anyDigest(),
  authority: xb,
  version: 1,
  kid: kid(),
  keptAt: NOON,
  replaced: 'kept',
  statement: 'statement',
  credential: 'credential',
  envelope: '{"ciphertext":"żółć"}',
  ...changes,
})

function known({ envelope, ...rest }: StoredResealing) {
  expect(envelope).to.not.equal(undefined)
  return rest
}

/** What every ResealingStore promises. */
export function resealingStoreContract(store: () => ResealingStore): void {
  it('gives back exactly what it keeps, the envelope apart', async () => {
    const one = some()
    await store().keep(one)
    expect(await store().find(one.digest)).to.deep.equal(known(one))
    expect(await store().envelope(one.digest)).to.equal(one.envelope)
    expect(await store().find(anyDigest())).to.equal(undefined)
    expect(await store().envelope(anyDigest())).to.equal(undefined)
  })

  it('keeps one of each version, and answers with it', async () => {
    const one = some()
    await store().keep(one)
    expect((await store().keep(one)).digest).to.equal(one.digest)
    const other = some({ header: one.header })
    expect((await store().keep(other)).digest).to.equal(one.digest)
    expect(await store().find(other.digest)).to.equal(undefined)
    const theirs = some({ header: one.header, authority: xa })
    expect((await store().keep(theirs)).digest).to.equal(theirs.digest)
  })

  it('lets one of fifty win, and tells all of them which', async () => {
    const { header } = some()
    const kept = await Promise.all(Array.from({ length: 50 }, () => store().keep(some({ header }))))
    expect(new Set(kept.map(({ digest }) => digest)).size).to.equal(1)
    expect(await store().ofHeader(header)).to.have.length(1)
  })

  it('lists those of one header by authority, then version', async () => {
    const { header } = some()
    for (const [authority, version] of [
      [xb, 1],
      [xa, 1],
      [xb, 2],
      [xb, 10],
    ] as const) {
      await store().keep(some({ header, authority, version }))
    }
    await store().keep(some())
    const found = (await store().ofHeader(header)).map((one) => [one.authority, one.version])
    expect(found).to.deep.equal([
      [xa, 1],
      [xb, 1],
      [xb, 2],
      [xb, 10],
    ])
  })

  it('pages those whose predecessor is here, and forgets those whose is gone', async () => {
    const all = Array.from({ length: 5 }, () => some()).sort((a, b) =>
      a.digest < b.digest ? -1 : 1,
    )
    for (const one of all) await store().keep(one)
    const digests = all.map(({ digest }) => digest)
    const page = async (after?: string) =>
      (await store().withReplaced(after, 2)).map(({ digest }) => digest)
    expect(await page()).to.deep.equal(digests.slice(0, 2))
    expect(await page(digests[1])).to.deep.equal(digests.slice(2, 4))
    expect(await page(digests[3])).to.deep.equal(digests.slice(4))
    await store().noteReplacedDeleted(digests[0] ?? '')
    expect(await page()).to.deep.equal(digests.slice(1, 3))
    expect((await store().find(digests[0] ?? ''))?.replaced).to.equal('deleted')
  })

  it('empties an envelope once', async () => {
    const one = some()
    await store().keep(one)
    await store().removeEnvelope(one.digest, at(1))
    await store().removeEnvelope(one.digest, at(2))
    expect(await store().envelope(one.digest)).to.equal('')
    expect((await store().find(one.digest))?.deletedAt).to.deep.equal(at(1))
  })
}
