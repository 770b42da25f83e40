import { expect } from 'chai'
import { z } from 'zod'
import { passOverUnknown } from '#client/transport/pass-over-unknown.js'

const Item = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('one'), text: z.string() }),
  z.strictObject({ kind: z.literal('two'), inner: z.strictObject({ count: z.number() }) }),
])
const Page = z.strictObject({ items: z.array(Item).max(8), next: z.string().nullable() })
const item = { kind: 'one', text: 'a' }
const deep = { kind: 'two', inner: { count: 1 } }
const page = { items: [item, deep], next: null }

describe('what a relay of a later version says', () => {
  it('is taken as it is where nothing is new', () => {
    expect(passOverUnknown(Page, page)).to.deep.equal(page)
  })

  it('loses the members that are new, wherever they stand, and is not changed itself', () => {
    const later = {
      items: [
        { ...item, more: 1 },
        { ...deep, inner: { count: 1, unit: 'days' } },
      ],
      next: null,
      total: 2,
    }
    const before = structuredClone(later)
    expect(passOverUnknown(Page, later)).to.deep.equal(page)
    expect(later).to.deep.equal(before)
  })

  it('loses the elements of a list whose kind is new', () => {
    const other = { kind: 'three', whatever: true }
    const later = { items: [other, { ...item, more: 1 }, other, deep, other], next: null }
    expect(passOverUnknown(Page, later)).to.deep.equal(page)
  })

  it('is refused where anything that is promised is otherwise', () => {
    for (const wrong of [
      { ...page, next: 1 },
      { items: page.items },
      { ...page, more: 1, items: [{ kind: 'one' }] },
      { ...page, items: [{ text: 'a' }] },
      { ...page, items: [null] },
      { ...page, items: 'none' },
      { ...page, items: new Array(9).fill(item) },
      'text',
      null,
    ]) {
      expect(passOverUnknown(Page, wrong), JSON.stringify(wrong)).to.equal(undefined)
    }
    // By itself, and not one of many.
    expect(passOverUnknown(Item, { kind: 'three' })).to.equal(undefined)
  })
})
