import { expect } from 'chai'
import type {
  PackageContents,
  PackageCursor,
  PackageStore,
  StoredPackage,
} from '#server/domain/ports.js'
import { anyDigest, at, somePackage, xa, xb, xc } from './fixtures.js'

/** What every PackageStore promises. */
export function packageStoreContract(store: () => PackageContents & PackageStore): void {
  it('gives back exactly what it keeps, by id and, without the envelope, by header', async () => {
    const pkg = somePackage()
    expect(await store().keep(pkg)).to.deep.equal(pkg)
    expect(await store().find(pkg.package)).to.deep.equal(pkg)
    const { envelope, ...known } = pkg
    expect(envelope).not.to.equal('')
    expect(await store().findByHeader(pkg.digest)).to.deep.equal(known)
  })

  it('knows nothing else', async () => {
    const { package: id } = somePackage()
    expect(await store().find(id)).to.equal(undefined)
    expect(await store().findByHeader(anyDigest())).to.equal(undefined)
  })

  it('keeps the first package of an id, and answers with it', async () => {
    const first = await store().keep(somePackage())
    expect(await store().keep(first)).to.deep.equal(first)
    const second = somePackage({ package: first.package, keptAt: at(1) })
    expect(await store().keep(second)).to.deep.equal(first)
    expect(await store().findByHeader(second.digest)).to.equal(undefined)
  })

  it('lets one of fifty packages of an id win, and tells all of them which', async () => {
    const { package: id } = somePackage()
    const kept = await Promise.all(
      Array.from({ length: 50 }, () => store().keep(somePackage({ package: id }))),
    )
    const winner = await store().find(id)
    for (const one of kept) expect(one).to.deep.equal(winner)
  })

  it('pages each mailbox newest first, each package once, among equal times too', async () => {
    const kept: StoredPackage[] = []
    for (let i = 0; i < 11; i++) {
      const recipients = i % 4 === 0 ? [xb, xc] : [xb]
      kept.push(await store().keep(somePackage({ recipients, keptAt: at(Math.floor(i / 3)) })))
    }
    await store().keep(somePackage({ sender: xc, recipients: [xa] }))
    const order = (a: StoredPackage, b: StoredPackage) =>
      b.keptAt.getTime() - a.keptAt.getTime() || (a.package < b.package ? 1 : -1)
    const expected = [...kept].sort(order).map((pkg) => pkg.package)

    for (const [box, authority] of [
      ['inbox', xb],
      ['sent', xa],
    ] as const) {
      const seen: string[] = []
      let cursor: PackageCursor | undefined
      for (;;) {
        const page = await store().page(box, authority, cursor, 4)
        expect(page.length).to.be.at.most(4)
        seen.push(...page.map((pkg) => pkg.package))
        cursor = page.at(-1)
        if (page.length < 4) break
      }
      expect(seen).to.deep.equal(expected)
    }
    expect(await store().page('inbox', xc, undefined, 50)).to.have.length(3)
    expect(await store().page('sent', xb, undefined, 50)).to.deep.equal([])
  })

  it('pages those of a case, and those of an urgency, and no others', async () => {
    const [one, other] = [somePackage(), somePackage({ urgency: 'emergency', keptAt: at(1) })]
    for (const pkg of [one, other]) await store().keep(pkg)
    for (const [box, authority] of [
      ['inbox', xb],
      ['sent', xa],
    ] as const) {
      const ids = async (only: Parameters<PackageStore['page']>[4]) =>
        (await store().page(box, authority, undefined, 9, only)).map((pkg) => pkg.package)
      expect(await ids({ case: one.case })).to.deep.equal([one.package])
      expect(await ids({ urgency: ['urgent', 'emergency'] })).to.deep.equal([other.package])
      expect(await ids({ case: one.case, urgency: ['urgent'] })).to.deep.equal([])
      expect(await ids({})).to.deep.equal([other.package, one.package])
    }
    expect(await store().page('inbox', xc, undefined, 9, { case: one.case })).to.deep.equal([])
  })

  it('finds what has content, oldest first and in pages, until that is removed', async () => {
    const kept: StoredPackage[] = []
    for (const seconds of [3, 1, 1, 2, 9]) {
      kept.push(await store().keep(somePackage({ keptAt: at(seconds) })))
    }
    const order = (a: StoredPackage, b: StoredPackage) =>
      a.keptAt.getTime() - b.keptAt.getTime() || (a.package < b.package ? -1 : 1)
    const expected = kept.slice(0, 4).sort(order)
    const first = await store().withContent(at(3), undefined, 3)
    const rest = await store().withContent(at(3), first.at(-1), 3)
    const ids = (some: readonly Pick<StoredPackage, 'package'>[]) => some.map((one) => one.package)
    expect(ids([...first, ...rest])).to.deep.equal(ids(expected))

    const [gone] = expected
    if (gone === undefined) throw new TypeError('there are four')
    await store().removeEnvelope(gone.digest, at(10))
    await store().removeEnvelope(gone.digest, at(11))
    const without = { ...gone, envelope: '', contentDeletedAt: at(10) }
    expect(await store().find(gone.package)).to.deep.equal(without)
    expect((await store().findByHeader(gone.digest))?.contentDeletedAt).to.deep.equal(at(10))
    expect(ids(await store().withContent(at(3), undefined, 9))).to.deep.equal(
      ids(expected.slice(1)),
    )
    const [row] = await store().page('sent', xa, undefined, 9)
    expect(row?.package).to.equal(kept.at(-1)?.package)
  })

  it('notes who has sealed anew, each once, and when what was sent went', async () => {
    const pkg = await store().keep(somePackage())
    for (const authority of [xb, xa, xb]) await store().noteResealed(pkg.digest, authority)
    expect(await store().find(pkg.package)).to.deep.equal({ ...pkg, resealedBy: [xb, xa] })
    await store().removeOriginal(pkg.digest, at(10))
    await store().removeOriginal(pkg.digest, at(11))
    const without = { ...pkg, resealedBy: [xb, xa], envelope: '', originalDeletedAt: at(10) }
    expect(await store().find(pkg.package)).to.deep.equal(without)
    const { envelope, ...known } = without
    expect(envelope).to.equal('')
    expect(await store().findByHeader(pkg.digest)).to.deep.equal(known)
    const { approvals, ...row } = known
    expect(approvals).to.deep.equal(pkg.approvals)
    expect(await store().page('sent', xa, undefined, 1)).to.deep.equal([row])
    // Its content is here still, in the copies.
    expect(await store().withContent(at(20), undefined, 9)).to.have.length(1)
  })

  it('lists without envelope and approvals', async () => {
    const { envelope, approvals, ...row } = await store().keep(somePackage())
    expect([envelope, approvals]).to.not.include(undefined)
    expect(await store().page('sent', xa, undefined, 1)).to.deep.equal([row])
  })
}
