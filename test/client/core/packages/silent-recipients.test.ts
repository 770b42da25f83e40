import { expect } from 'chai'
import { silentRecipients } from '#client/core/packages/silent-recipients.js'
import { AuthorityId } from '#crypto/fields/fields.js'

const [xb, xc, xd] = ['xb.pgo', 'xc.moj', 'xd.moj'].map((id) => AuthorityId.parse(id)) as [
  AuthorityId,
  AuthorityId,
  AuthorityId,
]

describe('recipients without a receipt', () => {
  it('are those who neither accepted nor refused, however far the package came', () => {
    const states = new Map([
      [xb, 'handed-over'],
      [xc, 'accepted'],
      [xd, 'expired'],
    ])
    expect(silentRecipients(states)).to.deep.equal([xb, xd])
  })
  it('are none once everybody has signed, a rejection included', () => {
    const states = new Map([
      [xb, 'refused'],
      [xc, 'accepted'],
    ])
    expect(silentRecipients(states)).to.deep.equal([])
  })
})
