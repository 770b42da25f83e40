import { expect } from 'chai'
import type { DirectoryAudit, DirectoryStore } from '#server/domain/ports.js'
import { anyDigest, at, kid, someCredential, someEntry, xa, xb } from './fixtures.js'

/** What every DirectoryAudit promises, of a store that is empty at first. */
export function directoryAuditContract(store: () => DirectoryAudit & DirectoryStore): void {
  it('lists statements of all authorities from the newest to the oldest, those of one moment by digest', async () => {
    const added = [
      someEntry(xa, 1, { keptAt: at(1) }),
      someCredential(xb, kid(), { keptAt: at(3) }),
      someCredential(xa, kid(), { keptAt: at(2) }),
      someEntry(xb, 1, { keptAt: at(2) }),
      someCredential(xb, kid(), { keptAt: at(2) }),
    ]
    for (const one of added) await store().keep(one)
    await store().keepEvidence({
      digest: anyDigest(),
      typ: 'rogatory-evidence',
      statement: 'e30.e30.e30',
      keptAt: at(9),
      subject: added[0]?.digest ?? '',
    })
    const order = added
      .toSorted((a, b) => b.keptAt.getTime() - a.keptAt.getTime() || (a.digest < b.digest ? 1 : -1))
      .map(({ digest }) => digest)
    const all = await store().newest({}, undefined, 10)
    expect(all.map(({ digest }) => digest)).to.deep.equal(order)
    expect(all[0]).to.deep.equal({ ...added[1], index: null })
    // From every place on, also between two of one moment.
    for (const [place, after] of all.entries()) {
      const rest = await store().newest({}, after, 2)
      expect(rest.map(({ digest }) => digest)).to.deep.equal(order.slice(place + 1, place + 3))
    }
    const shown = async (only: Parameters<DirectoryAudit['newest']>[0]) =>
      (await store().newest(only, all[0], 10)).map(({ keptAt, typ, authority }) => [
        ...[keptAt.getTime() - at(0).getTime(), typ, authority],
      ])
    expect(await shown({ authority: xa })).to.deep.equal([
      [2, 'rogatory-officer', xa],
      [1, 'rogatory-entry', xa],
    ])
    expect(await shown({ typ: 'rogatory-entry', since: at(2) })).to.deep.equal([
      [2, 'rogatory-entry', xb],
    ])
    expect(await shown({ until: at(2) })).to.deep.equal([[1, 'rogatory-entry', xa]])
    expect(await shown({ authority: xb, typ: 'rogatory-hold' })).to.deep.equal([])
  })
}
