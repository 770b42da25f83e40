import { expect } from 'chai'
import type { Register, RegisterEntry } from '#client/case/register/register-entry.js'
import { registerLines } from '#client/cli/lines/register-lines.js'
import { PackageId } from '#crypto/fields/fields.js'
import { xa, xb, xc } from '#test/support/case/case-world.js'

const pkg = PackageId.parse('019ca8a0-3e80-7000-8000-000000000002')
const entry: RegisterEntry = {
  id: `${pkg}#1`,
  kind: 'condition',
  what: 'confidentiality',
  number: '1',
  request: pkg,
  counterpart: xb,
  bound: xa,
  owedTo: xb,
  until: null,
  state: 'in-force',
  history: [],
  text: 'Kept\nconfidential.',
}
const register = (changes: Partial<Register>): Register => ({
  entries: [],
  approvals: [],
  ignored: [],
  ...changes,
})

describe('the register of a case for people', () => {
  it('shows leave to pass on with its terms', () => {
    const leave = { of: pkg, to: xc, by: xa, givenTo: xb, until: '2026-05-01', package: pkg }
    const said = { ...leave, terms: 'For the court only.', evidence: 'a'.repeat(64) }
    expect(registerLines(register({ approvals: [said] }))).to.deep.equal([
      `${pkg} may be passed on by xb.pgo to xc.court until 2026-05-01, says xa.moj · aaaaaaaaaaaa`,
      '    For the court only.',
    ])
  })

  it('hands nothing to the terminal that a stranger wrote for it', () => {
    const hostile = { ...entry, what: '\u001b[2J', text: '\u001b]0;owned\u0007 \u202eback' }
    const lines = registerLines(register({ entries: [entry, hostile] }))
    expect(lines[2]).to.equal('    Kept confidential.')
    // eslint-disable-next-line no-control-regex -- control characters are the very thing looked for
    expect(lines.join('')).not.to.match(/[\u0000-\u001f\u202a-\u202e]/)
  })
})
