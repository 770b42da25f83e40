import { expect } from 'chai'
import { EMPTY_RULE, ruleOf } from '#client/browser/clock-rules/rule-draft.js'

const WRITTEN = { ...EMPTY_RULE, count: ' 20 ', source: 'Arrangement of 2026, article 4' }

describe('a rule for clocks, as it is written in the form', () => {
  it('says only what was filled in', () => {
    expect(ruleOf(WRITTEN)).to.deep.equal({
      rule: {
        kind: 'decision',
        duration: { count: 20, unit: 'days', calendars: 'requested', rolls: false },
        warnHours: [],
        source: 'Arrangement of 2026, article 4',
      },
    })
    const narrow = ruleOf({
      ...WRITTEN,
      counterpart: 'xb.pgo',
      instrument: 'UNTOC',
      urgency: 'urgent',
      unit: 'working-days',
      calendars: 'both',
      rolls: true,
      warnHours: '72, 24',
    })
    expect(narrow).to.have.nested.property('rule.warnHours').that.deep.equals([72, 24])
    expect(narrow).to.deep.nested.include({
      'rule.counterpart': 'xb.pgo',
      'rule.urgency': ['urgent'],
      'rule.duration': { count: 20, unit: 'working-days', calendars: 'both', rolls: true },
    })
  })

  it('names each field that is not right', () => {
    expect(ruleOf(EMPTY_RULE)).to.deep.equal({ wrong: ['count', 'source'] })
    expect(ruleOf({ ...WRITTEN, count: '4.5' })).to.deep.equal({ wrong: ['count'] })
    expect(ruleOf({ ...WRITTEN, warnHours: '3, soon' })).to.deep.equal({ wrong: ['warnHours'] })
    expect(ruleOf({ ...WRITTEN, warnHours: '1 2 3 4 5' })).to.deep.equal({ wrong: ['warnHours'] })
  })

  it('separates hours by the commas of every language', () => {
    expect(ruleOf({ ...WRITTEN, warnHours: '72، 24' }))
      .to.have.nested.property('rule.warnHours')
      .that.deep.equals([72, 24])
  })
})
