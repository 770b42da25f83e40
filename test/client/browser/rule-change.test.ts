import { expect } from 'chai'
import { EMPTY_RULE, ruleOf } from '#client/browser/clock-rules/rule-draft.js'
import { withoutRule, withRule } from '#client/browser/clock-rules/rule-change.js'

function rule(source: string) {
  const read = ruleOf({ ...EMPTY_RULE, count: '20', source })
  if ('wrong' in read) return expect.fail(`it is a rule: ${read.wrong.join()}`)
  return read.rule
}
const [one, two, three] = [rule('one'), rule('two'), rule('three')]

describe('a change of the rules for clocks', () => {
  it('is of what is kept at that moment, whatever was shown', () => {
    expect(withRule(three)([one, two])).to.deep.equal([one, two, three])
    expect(withoutRule(rule('two'))([two, one, two])).to.deep.equal([one, two])
  })

  it('changes nothing where a rule is gone already', () => {
    expect(withoutRule(three)([one, two])).to.deep.equal([one, two])
  })
})
