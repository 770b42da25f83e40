import { expect } from 'chai'
import { fakeRelay } from '#test/support/fake-relay.js'
import { retained } from '#test/support/retained.js'
import { after, NOW } from '#test/support/world/moments.js'

describe('a deletion', () => {
  it('ends the same whichever call fails, before or after its effect', async () => {
    const scene = async () => {
      const relay = await fakeRelay()
      const on = retained(relay)
      const sample = await on.accepted()
      await on.schedule({ routine: 1 })
      relay.setClock(after(NOW, 2 * 24 * 3600))
      return { relay, on, sample }
    }
    const plain = await scene()
    plain.relay.failAt(undefined)
    await plain.relay.deleteContents()
    const calls = plain.relay.calls()
    for (let call = 0; call < calls; call++) {
      for (const when of ['before', 'after'] as const) {
        const { relay, on, sample } = await scene()
        relay.failAt({ call, when })
        await relay.deleteContents().catch(() => undefined)
        relay.failAt(undefined)
        await relay.deleteContents()
        expect(await on.chain(sample), `call ${call}, ${when}`).to.deep.equal([
          ...['A.1', 'D.1/xb.pgo', 'C.3/xb.pgo', 'R.1'],
        ])
        expect(await on.partsLeft(sample)).to.equal(0)
        expect(await relay.deletions.begun()).to.deep.equal([])
      }
    }
  }).timeout(60_000)
})
