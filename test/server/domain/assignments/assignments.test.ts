import { expect } from 'chai'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { CaseId } from '#crypto/fields/fields.js'
import { keepAssignment } from '#server/domain/assignments/keep-assignment.js'
import { listAssignments } from '#server/domain/assignments/list-assignments.js'
import { codeOf } from '#test/support/code-of.js'
import { type Constellation, constellation } from '#test/support/client/constellation.js'
import { callerOf } from '#test/support/fake-relay.js'
import { NOW } from '#test/support/world/moments.js'

describe('assignments of cases, as the relay keeps them', () => {
  let net: Constellation
  let id: CaseId
  before(async () => {
    net = await constellation()
  })
  beforeEach(async () => {
    id = CaseId.parse(uuidV7(NOW))
    await net.sent({ case: id })
    net.relay.trace.length = 0
  })
  const berta = () => callerOf(net.relay.registrar)
  const ana = () => callerOf(net.relay.drafter)
  const keep = (version: number, sealed = `version ${version}`, by = berta(), of = id) =>
    keepAssignment(net.relay)(by, of, { version, sealed })
  const list = (by = berta(), query = {}) =>
    listAssignments(net.relay)(by, { limit: 200, ...query })

  it('follow each other, the newest in the place of the others, told to the own authority', async () => {
    const kept = { case: id, version: 1, sealed: 'version 1', keptAt: NOW.toISOString() }
    expect(await keep(1)).to.deep.equal(kept)
    await keep(2)
    expect((await list(berta(), { case: id })).assignments).to.deep.equal([
      { ...kept, version: 2, sealed: 'version 2' },
    ])
    expect(net.relay.trace).to.deep.equal([
      'assignments.replace 1',
      'announce assignment 1 to xb.pgo',
      'assignments.replace 2',
      'announce assignment 2 to xb.pgo',
    ])
  })

  it('are each authority’s own', async () => {
    await keep(1)
    expect((await list(ana(), { case: id })).assignments).to.deep.equal([])
    expect((await list(ana())).assignments).to.deep.equal([])
    await keep(1, 'of Ana', ana())
    expect((await list(berta(), { case: id })).assignments[0]?.sealed).to.equal('version 1')
  })

  it('are kept once: the same again is no error, another is', async () => {
    await keep(1)
    net.relay.trace.length = 0
    expect(await keep(1)).to.include({ version: 1 })
    expect(net.relay.trace).to.deep.equal([])
    for (const [version, sealed] of [
      [1, 'other'],
      [3, 'ahead'],
    ] as const) {
      expect(await codeOf(keep(version, sealed))).to.equal('assignment-conflict')
    }
    await keep(2)
    expect(await codeOf(keep(1))).to.equal('assignment-conflict')
  })

  it('made by two at once are of one of them', async () => {
    const codes = await Promise.all(
      ['a', 'b', 'c'].map((sealed) =>
        keep(1, sealed).then(
          () => 'kept',
          () => 'refused',
        ),
      ),
    )
    expect(codes.filter((one) => one === 'kept')).to.have.length(1)
  })

  it('are of a case of which the authority is shown a package', async () => {
    const other = CaseId.parse(uuidV7(NOW))
    expect(await codeOf(keep(1, 'x', berta(), other))).to.equal('case-unknown')
    expect((await list(berta(), { case: other })).assignments).to.deep.equal([])
  })

  it('are for officers who correspond', async () => {
    const translator = { ...berta(), roles: ['translator' as const] }
    expect(await codeOf(keep(1, 'x', translator))).to.equal('not-permitted')
  })

  it('are listed page by page', async () => {
    await keep(1)
    const other = CaseId.parse(uuidV7(NOW))
    await net.sent({ case: other })
    await keep(1, 'x', berta(), other)
    const all = (await list()).assignments.map((one) => one.case)
    expect(all).to.include.members([id, other])
    const found: string[] = []
    for (let after: string | undefined; ;) {
      const page = await list(berta(), { limit: 1, after })
      found.push(...page.assignments.map((one) => one.case))
      if (page.next === null) break
      after = page.next
    }
    expect(found).to.deep.equal(all)
    expect(await codeOf(list(berta(), { after: 'x' }))).to.equal('malformed-request')
  })
})
