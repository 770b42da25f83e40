import { expect } from 'chai'
import fc from 'fast-check'
import { mergeDrafts } from '#client/core/drafting/merge-drafts.js'
import { DraftContent } from '#crypto/drafts/draft-version.js'

const contentOf = (form: object, title = 'T', names: readonly string[] = []): DraftContent =>
  DraftContent.parse({
    title,
    to: ['xb.pgo'],
    template: null,
    form,
    urgency: 'routine',
    documents: names.map((name) => ({
      name,
      mediaType: 'text/plain',
      length: 1,
      digest: '0'.repeat(64),
    })),
    case: null,
    inReplyTo: null,
    notBefore: null,
    expires: null,
    marks: { tlp: null, classification: null },
  })
const json = fc.dictionary(
  fc.constantFrom('a', 'b', 'c'),
  fc.oneof(fc.string(), fc.dictionary(fc.constantFrom('x', 'y'), fc.integer())),
)

describe('bringing two versions of a draft together', () => {
  it('takes from each side what only that side has changed', () => {
    const base = contentOf({ a: 1, deep: { x: 1, y: [1] } }, 'Old', ['1.pdf', '2.pdf'])
    const yours = contentOf({ a: 1, deep: { x: 2, y: [1] }, new: 'n' }, 'Old', ['1.pdf'])
    const theirs = contentOf({ deep: { x: 1, y: [1, 2] } }, 'New', ['1.pdf', '2.pdf', '3.pdf'])
    const { content, conflicts } = mergeDrafts(base, yours, theirs, 'theirs')
    expect(conflicts).to.deep.equal([])
    expect(content).to.deep.equal(
      contentOf({ deep: { x: 2, y: [1, 2] }, new: 'n' }, 'New', ['1.pdf', '3.pdf']),
    )
  })

  it('names every place where both have changed the same, and goes by who is preferred', () => {
    const base = contentOf({ a: 1, b: { x: 1 } })
    const yours = contentOf({ a: 2, b: { x: 2 } })
    const theirs = contentOf({ a: 3 })
    for (const [prefer, form] of [
      ['yours', { a: 2, b: { x: 2 } }],
      ['theirs', { a: 3 }],
    ] as const) {
      const { content, conflicts } = mergeDrafts(base, yours, theirs, prefer)
      expect(content.form).to.deep.equal(form)
      expect(conflicts.map(({ at }) => at).sort()).to.deep.equal(['form.a', 'form.b'])
    }
  })

  it('does not take what an object inherits for a member of a form', () => {
    const base = contentOf({})
    const yours = contentOf(JSON.parse('{"constructor":"mine"}') as object)
    const { content } = mergeDrafts(base, yours, contentOf({ other: 1 }), 'theirs')
    expect(Object.keys(content.form).sort()).to.deep.equal(['constructor', 'other'])
  })

  it('is the one side where the other has changed nothing, and the same from both sides', () => {
    fc.assert(
      fc.property(json, json, json, (a, b, c) => {
        const [base, yours, theirs] = [contentOf(a), contentOf(b), contentOf(c)]
        expect(mergeDrafts(base, yours, base, 'theirs')).to.deep.equal({
          content: yours,
          conflicts: [],
        })
        expect(mergeDrafts(base, base, theirs, 'yours').content).to.deep.equal(theirs)
        expect(mergeDrafts(base, yours, yours, 'yours').conflicts).to.deep.equal([])
        const one = mergeDrafts(base, yours, theirs, 'yours')
        const other = mergeDrafts(base, theirs, yours, 'theirs')
        expect(one.content).to.deep.equal(other.content)
        expect(one.conflicts.length).to.equal(other.conflicts.length)
      }),
      { numRuns: 300 },
    )
  })
})
