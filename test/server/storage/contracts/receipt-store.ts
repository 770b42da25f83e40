import { expect } from 'chai'
import type { ReceiptStore } from '#server/domain/ports.js'
import { anyDigest, at, someReceipt, xb, xc } from './fixtures.js'

/** What every ReceiptStore promises. */
export function receiptStoreContract(store: () => ReceiptStore): void {
  it('gives back exactly what it keeps', async () => {
    const receipt = someReceipt()
    const kept = { ...receipt, index: null }
    expect(await store().keep(receipt)).to.deep.equal(kept)
    expect(await store().forPackage(receipt.header)).to.deep.equal([kept])
    expect(await store().forPackage(anyDigest())).to.deep.equal([])
  })

  it('keeps the first receipt of each recipient', async () => {
    const first = await store().keep(someReceipt())
    const { header } = first
    expect(await store().keep(someReceipt({ header, keptAt: at(1) }))).to.deep.equal(first)
    const other = await store().keep(someReceipt({ header, recipient: xc, keptAt: at(2) }))
    expect(await store().forPackage(header)).to.deep.equal([first, other])
  })

  it('lets one of fifty win, and tells all of them which', async () => {
    const header = anyDigest()
    const kept = await Promise.all(
      Array.from({ length: 50 }, () => store().keep(someReceipt({ header, recipient: xb }))),
    )
    const [only, ...others] = await store().forPackage(header)
    expect(others).to.deep.equal([])
    for (const one of kept) expect(one).to.deep.equal(only)
  })
}
