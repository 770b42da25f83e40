import { expect } from 'chai'
import type { DirectoryStore } from '#server/domain/ports.js'
import { anyDigest, at, kid, someCredential, someEntry, xa, xb, xc } from './fixtures.js'

/** What every DirectoryStore promises. */
export function directoryStoreContract(store: () => DirectoryStore): void {
  const evidence = (subject: string) => ({
    digest: anyDigest(),
    typ: 'rogatory-evidence' as const,
    statement: 'e30.e30.e30',
    keptAt: at(0),
    subject,
  })

  it('gives back exactly what it keeps', async () => {
    const entry = someEntry(xa, 1)
    const kept = { ...entry, index: null }
    expect(await store().keep(entry)).to.deep.equal(kept)
    expect(await store().findByDigest(entry.digest)).to.deep.equal(kept)
    expect(await store().findByDigest(anyDigest())).to.equal(undefined)
    expect(await store().history(xa, 'rogatory-entry')).to.deep.equal([kept])
    expect(await store().history(xa, 'rogatory-officer')).to.deep.equal([])
    expect(await store().history(xb, 'rogatory-entry')).to.deep.equal([])
  })

  it('keeps the first under a key, and tells all of fifty which', async () => {
    const kept = await Promise.all(Array.from({ length: 50 }, () => store().keep(someEntry(xa, 1))))
    const [only, ...others] = await store().history(xa, 'rogatory-entry')
    expect(others).to.deep.equal([])
    for (const one of kept) expect(one).to.deep.equal(only)
    const other = someEntry(xb, 1)
    expect(await store().keep(other)).to.include({ digest: other.digest })
  })

  it('orders versions by number, and lists the newest of each authority', async () => {
    for (const authority of [xc, xa, xb]) {
      for (let version = 1; version <= 11; version++) {
        await store().keep(someEntry(authority, version, { keptAt: at(-version) }))
      }
    }
    const versions = (await store().history(xb, 'rogatory-entry')).map(({ key }) => key)
    expect(versions).to.deep.equal(Array.from({ length: 11 }, (_, i) => `entry/${i + 1}`))
    const all = await store().currentEntries(undefined, 10)
    expect(all.map(({ authority, key }) => [authority, key])).to.deep.equal([
      [xa, 'entry/11'],
      [xb, 'entry/11'],
      [xc, 'entry/11'],
    ])
    const [next, ...others] = await store().currentEntries(xa, 1)
    expect(next?.authority).to.equal(xb)
    expect(others).to.deep.equal([])
    expect(await store().currentEntries(xc, 10)).to.deep.equal([])
  })

  it('finds the credential of a key that was kept last, whatever the clocks said, and of no key that begins alike', async () => {
    const [one, other] = [kid(), kid()]
    const first = await store().keep(someCredential(xa, one, { keptAt: at(4) }))
    const kept = [first]
    // The clock of the process that kept the first is ahead of the others; two share a moment.
    for (const minute of [3, 1, 2, 2]) {
      kept.push(await store().keep(someCredential(xa, one, { keptAt: at(minute) })))
      expect(await store().findCredential(one)).to.deep.equal(kept.at(-1))
    }
    await store().keep(someCredential(xb, other, { keptAt: at(9) }))
    expect(await store().findCredential(one)).to.deep.equal(kept.at(-1))
    expect(await store().history(xa, 'rogatory-officer')).to.deep.equal(kept)
    // Kept before: it does not become the newest.
    expect(await store().keep(first)).to.deep.equal(first)
    expect(await store().findCredential(one)).to.deep.equal(kept.at(-1))
    expect(await store().findCredential(kid())).to.equal(undefined)
    expect(await store().findCredential(one.slice(0, -1))).to.equal(undefined)
  })

  it('keeps one acceptance of each statement', async () => {
    const subject = anyDigest()
    const kept = await Promise.all(
      Array.from({ length: 50 }, () => store().keepEvidence(evidence(subject))),
    )
    expect(new Set(kept.map(({ digest }) => digest)).size).to.equal(1)
    const other = anyDigest()
    await store().keepEvidence(evidence(other))
    const found = await store().evidenceFor([subject, other, anyDigest()])
    expect([...found.keys()]).to.have.members([subject, other])
    expect(found.get(subject)).to.deep.include({ digest: kept[0]?.digest, index: null })
    expect(await store().evidenceFor([])).to.deep.equal(new Map())
  })
}
