import { expect } from 'chai'
import { ClientError } from '#client/core/client-error.js'
import { chooseSealed } from '#client/core/resealing/choose-sealed.js'
import { listSealed } from '#client/core/resealing/list-sealed.js'
import { type NotResealed, resealMany } from '#client/core/resealing/reseal-many.js'
import type { Resealed } from '#client/core/resealing/reseal-package.js'
import { PackageId } from '#crypto/fields/fields.js'
import { type Administered, administered } from '#test/support/client/administered.js'
import { changeKeys } from '#test/support/client/change-keys.js'
import { codeOf } from '#test/support/code-of.js'

const UNKNOWN = PackageId.parse('01890a5d-ac96-774b-bcce-b302099a8057')

describe('sealing many copies anew', () => {
  let net: Administered
  let ids: readonly PackageId[]
  let old: string
  beforeEach(async () => {
    net = await administered()
    old = net.relay.xb.openingKey.kid
    ids = [await net.sent(), await net.sent()]
    await changeKeys(net, net.admin)
  })

  async function all(chosen: readonly PackageId[], turns: number[] = []) {
    const outcomes: (Resealed | NotResealed)[] = []
    const onTurn = (_: PackageId, turn: number) => turns.push(turn)
    for await (const one of resealMany(net.berta, chosen, { again: true, onTurn })) {
      outcomes.push(one)
    }
    return outcomes
  }

  it('chooses by the key, by when it was sealed, or by both, and each package once', async () => {
    expect(await chooseSealed(net.berta, { sealedUnder: old })).to.have.members([...ids])
    expect(await chooseSealed(net.berta, { sealedUnder: 'another' })).to.deep.equal([])
    const moments: Date[] = []
    for await (const { sealedAt } of listSealed(net.berta)) moments.push(new Date(sealedAt))
    const [last = new Date(0)] = moments.sort((a, b) => b.getTime() - a.getTime())
    const afterwards = new Date(last.getTime() + 1)
    expect(await chooseSealed(net.berta, { before: afterwards })).to.have.members([...ids])
    const earliest = moments.at(-1)
    expect(await chooseSealed(net.berta, { sealedUnder: old, before: earliest })).to.deep.equal([])
  })

  it('goes through them in their order, and one that fails keeps no other from its turn', async () => {
    const turns: number[] = []
    const [first, second] = ids
    if (first === undefined || second === undefined) throw new TypeError('two were sent')
    const outcomes = await all([first, UNKNOWN, second], turns)
    expect(turns).to.deep.equal([1, 2, 3])
    expect(outcomes.map((one) => one.package)).to.deep.equal([first, UNKNOWN, second])
    expect(outcomes.map((one) => 'error' in one && one.error.code)).to.deep.equal([
      ...[false, 'package-unknown', false],
    ])
    expect(await chooseSealed(net.berta, { sealedUnder: old })).to.deep.equal([])
  })

  it('is stopped after any of them; what is left is done by the same again', async () => {
    for await (const one of resealMany(net.berta, ids)) {
      expect(one).to.include({ package: ids[0] })
      break
    }
    const left = await chooseSealed(net.berta, { sealedUnder: old })
    expect(left).to.deep.equal(ids.slice(1))
    expect(await all(left)).to.have.length(1)
    expect(await chooseSealed(net.berta, { sealedUnder: old })).to.deep.equal([])
  })

  it('ends where the relay is not reached, and with whatever is not understood', async () => {
    const fails = (error: Error) => {
      net.lies.answers.readResealing = () => {
        throw error
      }
    }
    fails(new ClientError('relay-unreachable', 'no answer', 'Try again.'))
    expect(await codeOf(() => all(ids))).to.equal('relay-unreachable')
    fails(new TypeError('a bug'))
    await all(ids).then(
      () => expect.fail('it went on'),
      (error: unknown) => expect(error).to.be.instanceOf(TypeError),
    )
  })
})
