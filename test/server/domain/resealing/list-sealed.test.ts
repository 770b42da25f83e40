import { expect } from 'chai'
import { SealedPage } from '#server/contract/resealing-wire.js'
import { callerOf, type FakeRelay, fakeRelay } from '#test/support/fake-relay.js'
import { retained } from '#test/support/retained.js'
import { after, NOW } from '#test/support/world/moments.js'

const HOUR = 3600

describe('the keys of packages that are still to come', () => {
  let relay: FakeRelay
  beforeEach(async () => {
    relay = await fakeRelay()
  })
  const page = async (by = relay.registrar, box: 'inbox' | 'sent' = 'inbox', after?: string) => {
    const asked = { box, limit: 1, ...(after !== undefined && { after }) }
    return SealedPage.parse(await relay.listSealed(callerOf(by), asked))
  }
  const coming = async (by = relay.registrar, box: 'inbox' | 'sent' = 'inbox') =>
    (await page(by, box)).coming
  const submitted = (changes = {}) => retained(relay).submitted(changes)
  const one = () => [{ kid: relay.xb.openingKey.kid, packages: 1 }]

  it('are counted for their recipient until they are consigned, and nothing else is told of them', async () => {
    const notBefore = after(NOW, HOUR)
    const sample = await submitted({ notBefore })
    await relay.consign(sample)
    expect(await page()).to.deep.equal({ packages: [], coming: one(), next: null })
    // The sender is shown the package, under all its keys; who is no party, nothing.
    expect(await coming(relay.drafter, 'sent')).to.deep.equal([])
    expect(await coming(relay.registrar, 'sent')).to.deep.equal([])
    relay.setClock(notBefore)
    await relay.consign(sample)
    const { packages, coming: none } = await page()
    expect([packages.length, none]).to.deep.equal([1, []])
  })

  it('are counted once, whatever pages there are', async () => {
    await submitted({ notBefore: after(NOW, HOUR) })
    for (const seconds of [1, 2]) {
      relay.setClock(after(NOW, seconds))
      await relay.consign(await submitted())
    }
    relay.setClock(after(NOW, 3))
    await submitted({ notBefore: after(NOW, 2 * HOUR) })
    let counted = 0
    let cursor: string | undefined
    do {
      const { coming: some, next } = await page(relay.registrar, 'inbox', cursor)
      for (const { packages } of some ?? []) counted += packages
      cursor = next ?? undefined
    } while (cursor !== undefined)
    expect(counted).to.equal(2)
  })

  it('are counted before A.1, which is stated of whatever is kept, and not after A.2 or the end', async () => {
    const sample = await submitted()
    const kept = relay.evidence.chains.bind(relay.evidence)
    relay.evidence.chains = () => Promise.resolve(new Map())
    expect(await coming()).to.deep.equal(one())
    relay.evidence.chains = async (headers) =>
      new Map(
        [...(await kept(headers))].map(([header, chain]) => [
          header,
          chain.map((item) => ({ ...item, code: 'A.2' as const })),
        ]),
      )
    expect(await coming()).to.deep.equal([])
    // Nor once its content is gone, or it has expired, while it was held back.
    for (const code of ['R.1', 'C.5'] as const) {
      const recipient = code === 'C.5' ? relay.xb.id : null
      relay.evidence.chains = async (headers) =>
        new Map(
          [...(await kept(headers))].map(([header, chain]) => [
            header,
            chain.flatMap((item) => [item, { ...item, code, recipient }]),
          ]),
        )
      expect(await coming(), code).to.deep.equal([])
    }
    relay.evidence.chains = kept
    expect(await coming()).to.deep.equal(one())
    await relay.consign(sample)
    expect(await coming()).to.deep.equal([])
  })

  it('are not guessed: of an envelope that is gone, and for whom the directory has no key, there are none', async () => {
    const sample = await submitted()
    const { authorities } = relay
    const known = authorities.of.bind(authorities)
    authorities.of = () => Promise.resolve(undefined)
    expect(await coming()).to.deep.equal([])
    authorities.of = known
    expect(await coming()).to.deep.equal(one())
    // A crash kept R.1 from being stated.
    await relay.packages.removeEnvelope(sample.header, NOW)
    expect(await coming()).to.deep.equal([])
  })
})
