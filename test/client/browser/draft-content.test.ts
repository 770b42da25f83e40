import { expect } from 'chai'
import { draftContent } from '#client/browser/compose/draft-content.js'
import { writtenMoments } from '#client/browser/compose/written-moments.js'
import type { Session } from '#client/core/session/session.js'
import { currentTemplate } from '#client/templates/catalogue.js'

const DRAFT = {
  title: 'Statements',
  to: 'xb.pgo',
  also: [],
  urgency: 'routine' as const,
  marks: { tlp: null, classification: null },
  form: {},
  files: [],
  translated: [],
  named: [],
}
const mlaRequest = currentTemplate('mla-request')
if (mlaRequest === undefined) throw new TypeError('no template')
const saved = (moments: { readonly notBefore: string; readonly expires: string }) =>
  draftContent({} as Session, {
    template: mlaRequest,
    draft: { ...DRAFT, ...moments },
    to: ['xb.pgo'],
    plan: undefined,
    before: undefined,
  })

describe('what is on the page for new requests, as the content of a draft', () => {
  it('says when it is delivered at the earliest and when it expires, as one moment everywhere', async () => {
    const moments = {
      notBefore: '2026-12-31T23:00:00+01:00',
      expires: '2027-01-10T00:00:00-05:00',
    }
    expect(await saved(moments)).to.deep.include({
      notBefore: '2026-12-31T22:00:00.000Z',
      expires: '2027-01-10T05:00:00.000Z',
    })
    expect(writtenMoments(moments)).to.deep.equal({
      notBefore: new Date('2026-12-31T22:00:00Z'),
      expires: new Date('2027-01-10T05:00:00Z'),
    })
  })

  it('says nothing of them where they were left empty, or emptied', async () => {
    const none = { notBefore: '', expires: '' }
    expect(await saved(none)).to.deep.include({ notBefore: null, expires: null })
    expect(writtenMoments(none)).to.deep.equal({})
  })
})
