import { expect } from 'chai'
import { lineEnd } from '#client/browser/shell/line-end.js'
import { ClientError } from '#client/core/client-error.js'
import { untrusted } from '#client/core/proof/check-evidence.js'
import { RelayProblem } from '#client/core/relay-problem.js'
import { CryptoError } from '#crypto/errors.js'

describe('why no news comes any more', () => {
  const refused = (code: string, status: number) =>
    new RelayProblem({ type: 'about:blank', title: code, status, code })

  it('is no refusal where what came does not verify', () => {
    expect(lineEnd(untrusted('not what the relay signed'))).to.equal('broken')
    expect(lineEnd(new CryptoError('statement/signature', 'not signed so'))).to.equal('broken')
    expect(lineEnd(new ClientError('relay-answer', 'unreadable', 'Check.'))).to.equal('broken')
    expect(lineEnd(new TypeError('a fault of ours'))).to.equal('broken')
  })

  it('is a refusal where the relay lets the key in no more', () => {
    expect(lineEnd(refused('credential-revoked', 403))).to.equal('refused')
    expect(lineEnd(refused('session-ended', 401))).to.equal('over')
    expect(lineEnd(refused('session-expired', 401))).to.equal('over')
  })

  it('passes where the relay was away or busy while an event was looked at', () => {
    expect(lineEnd(new ClientError('relay-unreachable', 'away', 'Wait.'))).to.equal('passing')
    expect(lineEnd(refused('unavailable', 503))).to.equal('passing')
    expect(lineEnd(refused('too-many-requests', 429))).to.equal('passing')
  })
})
