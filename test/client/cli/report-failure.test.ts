import { expect } from 'chai'
import { EXIT, exitCodeOf } from '#client/cli/exit-codes.js'
import { failureOf } from '#client/cli/report-failure.js'
import { Undelivered } from '#client/cli/lines/undelivered.js'
import { ClientError } from '#client/core/client-error.js'
import { RelayProblem } from '#client/core/relay-problem.js'
import { CryptoError } from '#crypto/errors.js'
import { PackageId } from '#crypto/fields/fields.js'

const id = PackageId.parse('01a20fe9-3216-7e33-bd9d-66c8841c8e02')
const refused = { type: 'urn:x', title: 'No', status: 403, code: 'not-permitted', request: 'r-1' }

describe('what ends a command', () => {
  it('has an exit code for each kind', () => {
    for (const [error, code] of [
      [new TypeError('a bug'), EXIT.bug],
      [new ClientError('digest-thread', '', ''), EXIT.bug],
      [new ClientError('draft-invalid', '', ''), EXIT.usage],
      [new CryptoError('directory/trust', ''), EXIT.usage],
      [new RelayProblem(refused), EXIT.refused],
      [new ClientError('approvals-needed', '', ''), EXIT.refused],
      [new CryptoError('statement/signature', ''), EXIT.contradicted],
      [new ClientError('evidence-untrusted', '', ''), EXIT.contradicted],
      [new RelayProblem({ ...refused, status: 503 }), EXIT.unreachable],
      [new ClientError('relay-answer', '', ''), EXIT.unreachable],
      [new CryptoError('keystore/passphrase', ''), EXIT.keys],
      [new ClientError('vault-closed', '', ''), EXIT.keys],
      [new ClientError('proof-pending', '', ''), EXIT.incomplete],
      [new Undelivered(id, new RelayProblem({ ...refused, status: 503 })), EXIT.unreachable],
    ] as const) {
      expect(exitCodeOf(error), error.message).to.equal(code)
    }
  })

  it('is said with its code, what to do, and the request that the operator can find', () => {
    expect(failureOf(new RelayProblem({ ...refused, remedy: 'Ask.' }))).to.deep.equal({
      code: 'not-permitted',
      message: 'No',
      remedy: 'Ask.',
      request: 'r-1',
    })
    expect(failureOf(new CryptoError('keystore/passphrase', 'no')).remedy).to.include('Type it')
    expect(failureOf(new CryptoError('statement/signature', 'no')).remedy).to.include('evidence')
    expect(failureOf(new TypeError('x is not a function'))).to.include({ code: 'bug' })
  })

  it('warns of sending a second time what is sealed and waits', () => {
    const cause = new ClientError('relay-unreachable', 'no answer', 'Run the same command again.')
    const failure = failureOf(new Undelivered(id, cause))
    expect(failure).to.include({ code: 'relay-unreachable', message: 'no answer' })
    expect(failure.remedy).to.include(id).and.include('rogatory outgoing --deliver')
    expect(failure.remedy).to.not.include('same command')
  })
})
