import { expect } from 'chai'
import { readPackage } from '#client/core/packages/open-package.js'
import { resealPackage } from '#client/core/resealing/reseal-package.js'
import { actOnHandoff } from '#client/core/translation/act-on-handoff.js'
import { handOff, type HandoffOrder } from '#client/core/translation/hand-off.js'
import { openHandoff, openSources } from '#client/core/translation/open-handoff.js'
import { readHandoff } from '#client/core/translation/read-handoff.js'
import { uuidV7 } from '#crypto/bytes/uuid-v7.js'
import { type PackageId, PartId } from '#crypto/fields/fields.js'
import { UNDER_WAY_MS } from '#server/domain/resealing/is-replaced-due.js'
import {
  type Constellation,
  constellation,
  type TestSession,
} from '#test/support/client/constellation.js'
import { memoryFolder } from '#test/support/client/memory-platform.js'
import { codeOf } from '#test/support/code-of.js'
import { after, NOW } from '#test/support/world/moments.js'

const DAY = 24 * 3600

describe('a hand-off of what was sealed anew', () => {
  let net: Constellation
  let tariq: TestSession
  let id: PackageId
  beforeEach(async () => {
    net = await constellation()
    const officer = await net.relay.xa.officer('Tariq Translator', ['translator'])
    await net.relay.publishCredential({ credential: officer.credential })
    tariq = await net.session(officer, net.relay.xa)
    id = await net.sent()
    await net.settle()
  })
  const later = async () => {
    net.relay.setClock(after(net.relay.clock.now(), UNDER_WAY_MS / 1000))
    return net.relay.deleteContents()
  }
  async function orderOf(): Promise<HandoffOrder> {
    const from = await readPackage(net.ana, id)
    const [first] = from.manifest.parts
    if (first === undefined) throw new TypeError('the package has parts')
    const turn = {
      translator: tariq.officer.signingKey.kid,
      acceptBy: after(NOW, DAY),
      due: after(NOW, 9 * DAY),
    }
    return {
      from,
      parts: [first.part],
      purpose: 'Service abroad',
      pair: { from: 'en', to: 'fr' },
      turns: [turn],
    }
  }
  async function sourceOf(open: Awaited<ReturnType<typeof handOff>>) {
    const shown = await readHandoff(tariq, open.handoff.payload.handoff)
    const folder = memoryFolder()
    await openSources(tariq, shown, await openHandoff(tariq, shown), folder.sinkFor)
    return folder.files.get('summons.pdf')?.toString()
  }

  it('is an upload of its own, so that nothing of what was sent is needed', async () => {
    await resealPackage(net.ana, id)
    await resealPackage(net.berta, id)
    expect(await later()).to.equal(2)
    net.relay.setClock(NOW)
    const order = await orderOf()
    const open = await handOff(net.ana, order)
    expect(open.handoff.payload.source.header).to.equal(null)
    expect(await sourceOf(open)).to.equal('summons '.repeat(50_000))
    const strange = { ...order, parts: [PartId.parse(uuidV7(NOW))] }
    expect(await codeOf(() => handOff(net.ana, strange))).to.equal('part-unknown')
  })

  it('that was begun before keeps what was sent until it has ended', async () => {
    const order = await orderOf()
    const open = await handOff(net.ana, order)
    await resealPackage(net.ana, id)
    await resealPackage(net.berta, id)
    expect(await later()).to.equal(0)
    net.relay.setClock(NOW)
    expect(await sourceOf(open)).to.equal('summons '.repeat(50_000))
    const shown = await readHandoff(net.ana, open.handoff.payload.handoff)
    await actOnHandoff(net.ana, shown, { act: 'recall', ground: 'no-longer-needed', detail: null })
    expect(await later()).to.equal(2)
  })

  it('is refused where it names what was sent, once the copy is served', async () => {
    const order = await orderOf()
    await resealPackage(net.ana, id)
    expect(await codeOf(() => handOff(net.ana, order))).to.equal('content-resealed')
  })
})
