import { expect } from 'chai'
import { pageOf } from '#client/browser/package/page-of.js'
import { ClientError } from '#client/core/client-error.js'
import { RelayProblem } from '#client/core/relay-problem.js'
import { CryptoError } from '#crypto/errors.js'

const READ = { read: 'verified before' }
const forged = new CryptoError('envelope/malformed', 'it is not what was signed')
const unreachable = new ClientError('relay-unreachable', 'no answer', 'Try again.')
const deleted = new RelayProblem({
  type: 'about:blank',
  title: 'Gone',
  status: 410,
  code: 'content-deleted',
})

describe('the page of a package', () => {
  it('is opened once it has been read, and says so while it is', () => {
    expect(pageOf({ data: undefined, error: null })).to.equal('opening')
    expect(pageOf({ data: READ, error: null })).to.equal('opened')
  })

  it('keeps what was verified when a later reading comes to nothing', () => {
    expect(pageOf({ data: READ, error: unreachable })).to.equal('opened')
    expect(pageOf({ data: undefined, error: unreachable })).to.equal('failed')
  })

  it('shows nothing of what a later reading says is not genuine, or is no more', () => {
    for (const data of [undefined, READ]) {
      expect(pageOf({ data, error: forged })).to.equal('distrusted')
      expect(pageOf({ data, error: deleted })).to.equal('deleted')
    }
  })
})
