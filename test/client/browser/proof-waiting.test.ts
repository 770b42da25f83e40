import { expect } from 'chai'
import { askAgainMs, proofWaiting } from '#client/browser/package/proof-waiting.js'
import { ClientError } from '#client/core/client-error.js'

describe('waiting for the proof of a package', () => {
  it('asks soon at first, then ever more seldom, and never gives up', () => {
    const waits = Array.from({ length: 2_000 }, (_, failures) => askAgainMs(failures))
    expect(waits[0]).to.equal(4_000)
    expect(waits).to.deep.equal([...waits].sort((a, b) => a - b))
    expect(waits.at(-1)).to.equal(120_000)
    // In the first quarter of an hour, less often than every 4 seconds by far.
    let spent = 0
    expect(waits.filter((ms) => (spent += ms) < 900_000)).to.have.length.within(12, 20)
  })

  it('says pending as long as that is what the relay shows', () => {
    expect(proofWaiting(null)).to.equal('pending')
    expect(proofWaiting(new ClientError('proof-pending', '', ''))).to.equal('pending')
  })

  it('does not call pending what nothing is known of', () => {
    expect(proofWaiting(new ClientError('relay-unreachable', '', ''))).to.equal('unlearnt')
    expect(proofWaiting(new ClientError('evidence-untrusted', '', ''))).to.equal('unlearnt')
    expect(proofWaiting(new TypeError('a bug'))).to.equal('unlearnt')
  })
})
