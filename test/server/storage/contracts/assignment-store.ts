import { expect } from 'chai'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { CaseId } from '#crypto/fields/fields.js'
import type {
  AssignmentStore,
  StoredAssignment,
} from '#server/domain/assignments/assignment-store.js'
import { after, NOW } from '#test/support/world/moments.js'
import { xa, xb } from './fixtures.js'

const anyCase = (at = NOW) => CaseId.parse(uuidV7(at))
const assigned = (id: CaseId, version: number, sealed = `v${version}`): StoredAssignment => ({
  case: id,
  version,
  sealed,
  keptAt: NOW,
})

/** What every AssignmentStore promises. */
export function assignmentStoreContract(store: () => AssignmentStore): void {
  it('puts each in the place of the one before, for one authority', async () => {
    const id = anyCase()
    expect(await store().find(xa, id)).to.equal(undefined)
    expect(await store().replace(xa, assigned(id, 2))).to.equal(false)
    expect(await store().replace(xa, assigned(id, 1))).to.equal(true)
    expect(await store().replace(xa, assigned(id, 1, 'other'))).to.equal(false)
    expect(await store().replace(xb, assigned(id, 1, 'theirs'))).to.equal(true)
    expect(await store().replace(xa, assigned(id, 2))).to.equal(true)
    expect(await store().replace(xa, assigned(id, 2, 'other'))).to.equal(false)
    expect(await store().replace(xa, assigned(id, 4))).to.equal(false)
    expect(await store().find(xa, id)).to.deep.equal(assigned(id, 2))
    expect(await store().find(xb, id)).to.deep.equal(assigned(id, 1, 'theirs'))
  })

  it('lets one of fifty win', async () => {
    const id = anyCase()
    for (const version of [1, 2]) {
      const results = await Promise.all(
        Array.from({ length: 50 }, (_, i) =>
          store().replace(xa, assigned(id, version, `officer ${i}`)),
        ),
      )
      expect(results.filter((kept) => kept)).to.have.length(1)
      expect((await store().find(xa, id))?.sealed).to.equal(`officer ${results.indexOf(true)}`)
    }
  })

  it('lists by the id of the case', async () => {
    // Later than what other tests keep.
    const [before, ...ids] = [1, 2, 3, 4, 5].map((hour) => anyCase(after(NOW, hour * 3600)))
    for (const id of [...ids].reverse()) await store().replace(xa, assigned(id, 1))
    const page = async (last: CaseId | undefined) =>
      (await store().page(xa, last, 2)).map((one) => ids.indexOf(one.case))
    expect(await page(before)).to.deep.equal([0, 1])
    expect(await page(ids[1])).to.deep.equal([2, 3])
    expect(await store().page(xb, ids[3], 2)).to.deep.equal([])
  })
}
