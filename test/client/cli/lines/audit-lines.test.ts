import { expect } from 'chai'
import { auditLines } from '#client/cli/lines/audit-lines.js'
import type { AuditedAct } from '#client/core/operations/audit.js'
import { AuthorityId } from '#crypto/fields/fields.js'

const at = '2026-03-01T12:00:00.000Z'
const xb = AuthorityId.parse('xb.pgo')
const digest = 'ab'.repeat(32)

/** Verified as far as the lines know. */
const act = (code: string, payload: object, changes: object = {}) =>
  ({
    code,
    at,
    about: xb,
    by: 'operator',
    evidence: digest,
    leaf: 7,
    said: { statement: '', typ: 'rogatory-entry', digest, kid: 'kid-1', payload },
    ...changes,
  }) as unknown as AuditedAct
const linesOf = (...acts: AuditedAct[]) => auditLines({ acts, doubtful: [], hasMore: false })

describe('the audit on the command line', () => {
  it('says in words what each statement is, who signed it, and where it is in the log', () => {
    const since = at
    const hold = { hold: 'court-1', standing: 'placed', reason: 'Order' }
    const days = { routine: 30, urgent: null }
    const all: readonly [AuditedAct, RegExp][] = [
      [act('X.1', { version: 3 }, { by: 'authority' }), /entry, version 3 +authority kid-1 +7/],
      [
        act('X.2', { name: 'Nia', officer: 'o-1', roles: ['case', 'duty'] }),
        /vouched for Nia \(o-1\): case duty/,
      ],
      [
        act('X.3', { kid: 'kid-2', reason: 'left', since }),
        /revoked key kid-2 \(left\) as of 2026/,
      ],
      [act('X.4', { standing: 'suspended', reason: 'Fees' }), /xb\.pgo +stopped its mail: Fees/],
      [act('X.4', { standing: 'lifted', reason: 'Paid' }), /let its mail go on: Paid/],
      [act('X.5', { version: 2, days }), /schedule 2: routine 30 days, urgent for ever/],
      [
        act('X.6', { ...hold, scope: { of: 'packages', packages: ['p', 'q'] } }),
        /placed hold court-1 on 2 packages: Order/,
      ],
      [act('X.6', { ...hold, scope: { of: 'case', case: 'c-1' } }), /on case c-1: Order/],
      [act('X.6', { ...hold, scope: { of: 'authority', authority: xb } }), /on xb\.pgo: Order/],
      [act('X.7', { name: 'Ministry' }), /invited it as Ministry, which was used/],
      [act('X.8', { outcome: 'approved' }), /approved its application/],
      [act('X.8', { outcome: 'refused', reason: 'No' }), /refused its application: No/],
    ]
    for (const [one, words] of all) expect(linesOf(one)[1]).to.match(words)
    expect(linesOf(all[0]?.[0] ?? act('X.1', {}))).to.have.length(2)
  })

  it('says where the place in the log is not known, and lets no stranger write to the terminal', () => {
    expect(linesOf(act('X.1', { version: 1 }, { leaf: null }))[1]).to.include('not in the log yet')
    expect(linesOf(act('X.1', { version: 1 }, { leaf: undefined }))[1]).to.include('names no log')
    const [, line] = linesOf(act('X.4', { standing: 'lifted', reason: 'a\u001b[2J\nb' }))
    expect(line).to.not.include('\u001b').and.not.include('\n')
  })

  it('tells what does not verify under the rest, and that there is more', () => {
    const doubtful = [{ digest, code: 'statement/signature', message: 'no' }]
    expect(linesOf()).to.deep.equal(['Nothing was stated.'])
    expect(auditLines({ acts: [], doubtful, hasMore: true })).to.deep.equal([
      `✗ ${digest}  does not verify (statement/signature): no`,
      'There are older ones: see them with --until, or with a larger --most.',
    ])
  })
})
