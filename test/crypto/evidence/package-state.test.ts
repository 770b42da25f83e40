import { expect } from 'chai'
import fc from 'fast-check'
import { packageEvents, type PackageEventCode } from '#crypto/evidence/event.js'
import { hasExpired } from '#crypto/evidence/has-expired.js'
import { mayFollow, type Step } from '#crypto/evidence/may-follow.js'
import { packageState, type PackageState } from '#crypto/evidence/package-state.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { codeOf } from '#test/support/code-of.js'

const sender = AuthorityId.parse('xa.moj')
const ours = AuthorityId.parse('xb.pgo')
const theirs = AuthorityId.parse('xc.court')

const step = (code: PackageEventCode, whom: AuthorityId = ours): Step => ({
  code,
  sender,
  recipient: code.startsWith('A.') ? null : whom,
})
const chainOf = (codes: string) => codes.split(' ').map((code) => step(code as PackageEventCode))
const stateOf = (codes: string) => packageState(chainOf(codes), ours)

const allCodes = Object.keys(packageEvents) as PackageEventCode[]

/** Any history that a relay may record about two recipients. */
const legalHistory = fc
  .array(fc.tuple(fc.constantFrom(...allCodes), fc.constantFrom(ours, theirs)), { maxLength: 40 })
  .map((wishes) =>
    wishes.reduce<Step[]>(
      (chain, [code, whom]) => {
        const next = step(code, whom)
        return mayFollow(chain, code, next.recipient) ? [...chain, next] : chain
      },
      [step('A.1')],
    ),
  )

describe('the state of a package', () => {
  for (const [codes, state, final] of [
    ['A.1', 'submitted', false],
    ['A.2', 'rejected', true],
    ['A.1 D.1', 'available', false],
    ['A.1 D.1 D.3', 'notified', false],
    ['A.1 D.1 D.3 E.1', 'handed-over', false],
    ['A.1 D.1 D.3 E.1 C.3', 'accepted', true],
    ['A.1 D.1 D.3 E.1 C.4', 'refused', true],
    ['A.1 D.1 C.5', 'expired', true],
    ['A.1 C.5', 'expired', true],
    ['A.1 D.2', 'undelivered', false],
    ['A.1 D.1 D.4', 'undelivered', false],
    ['A.1 D.1 D.4 D.4', 'undelivered', false],
    ['A.1 D.1 D.4 D.3', 'notified', false],
    ['A.1 D.1 D.3 E.2', 'undelivered', false],
    ['A.1 D.1 D.3 E.2 E.1', 'handed-over', false],
    ['A.1 D.1 D.4 C.3', 'accepted', true],
    ['A.1 D.1 E.1 D.3', 'handed-over', false],
    ['A.1 D.1 C.3 E.1 D.3', 'accepted', true],
    ['A.1 D.1 C.5 C.3', 'expired', true],
    ['A.1 D.1 D.5 D.6 D.6', 'available', false],
    ['A.1 B.1 D.1 F.1', 'available', false],
  ] as [string, PackageState, boolean][]) {
    it(`after ${codes} is ${state}`, () => {
      expect(stateOf(codes)).to.deep.equal({ state, final })
    })
  }

  for (const codes of [
    'D.1',
    'A.1 A.1',
    'A.1 A.2',
    'A.2 A.1',
    'A.2 D.1',
    'A.1 D.3',
    'A.1 E.1',
    'A.1 C.3',
    'A.1 D.1 D.1',
    'A.1 D.1 D.2',
    'A.1 D.1 D.3 D.4',
    'A.1 D.1 E.1 E.2',
    'A.1 D.1 C.3 C.4',
    'A.1 D.1 C.4 C.3',
    'A.1 D.1 C.3 C.5',
    'A.1 D.1 C.3 D.4',
    'A.1 D.1 C.5 E.2',
    'A.1 D.1 C.3 C.3',
  ]) {
    it(`refuses ${codes}`, async () => {
      expect(await codeOf(() => stateOf(codes))).to.equal('evidence/chain')
    })
  }

  it('is none before the submission', async () => {
    expect(await codeOf(() => packageState([], ours))).to.equal('evidence/chain')
  })

  it('knows nothing of C, D or E that concerns the sender, or nobody', () => {
    for (const code of allCodes.filter((one) => /^[CDE]/.test(one))) {
      expect(mayFollow([step('A.1'), step('D.1')], code, sender)).to.equal(false)
      expect(mayFollow([step('A.1'), step('D.1')], code, null)).to.equal(false)
    }
  })

  it('derived from any prefix of a legal history is legal, and final states stay', () => {
    fc.assert(
      fc.property(legalHistory, (chain) => {
        let before: ReturnType<typeof packageState> | undefined
        for (let length = 1; length <= chain.length; length++) {
          const state = packageState(chain.slice(0, length), ours)
          if (before?.final) expect(state).to.deep.equal(before)
          before = state
        }
      }),
    )
  })

  it('is one recipient’s own: what happens to another changes nothing', () => {
    fc.assert(
      fc.property(legalHistory, (chain) => {
        const own = chain.filter(({ recipient }) => recipient !== theirs)
        expect(packageState(chain, ours)).to.deep.equal(packageState(own, ours))
      }),
    )
  })

  it('does not depend on the order in which good news arrives', () => {
    const news = ['D.3', 'E.1', 'D.5', 'D.6', 'C.3'] as const
    fc.assert(
      fc.property(
        fc.subarray([...news]).chain((some) => {
          const length = some.length
          return fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: length }))
        }),
        ([inOrder, shuffled]) => {
          const after = (codes: readonly PackageEventCode[]) =>
            packageState([...chainOf('A.1 D.1'), ...codes.map((code) => step(code))], ours)
          expect(after(shuffled)).to.deep.equal(after(inOrder))
        },
      ),
    )
  })
})

describe('the expiry of a package', () => {
  const expires = '2026-03-01T09:00:00.000Z'
  it('has not passed at that very moment: a tie counts as delivery', () => {
    expect(hasExpired({ expires }, new Date(expires))).to.equal(false)
    expect(hasExpired({ expires }, new Date('2026-03-01T09:00:00.001Z'))).to.equal(true)
    expect(hasExpired({ expires: null }, new Date(expires))).to.equal(false)
  })
})
