import { expect } from 'chai'
import { formatTrustList, readTrustList, type TrustList } from '#crypto/directory/trust-list.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { generateSigningKey } from '#crypto/keys/generate.js'
import { formatVerifierKey, noteKey } from '#crypto/transparency/note-key.js'
import { codeOf } from '#test/support/code-of.js'
import { worldTrust } from '#test/support/world/sample-bundle.js'

describe('witnesses in a trust list', () => {
  let trust: TrustList
  before(async () => {
    const key = async (name: string) =>
      formatVerifierKey(await noteKey(name, 'cosignature', await generateSigningKey('x25519')))
    const witnesses = [
      { key: await key('xa.moj/w'), authority: AuthorityId.parse('xa.moj') },
      { key: await key('xb.pgo/w'), authority: AuthorityId.parse('xb.pgo') },
    ]
    trust = { ...(await worldTrust()), witnesses, quorum: 2 }
  })

  it('are read as they were written, with the quorum', () => {
    const { witnesses, quorum } = readTrustList(formatTrustList(trust))
    expect({ witnesses, quorum }).to.deep.equal({ witnesses: trust.witnesses, quorum: 2 })
  })

  it('stand there with a quorum that can be met, and count once', async () => {
    const [one] = trust.witnesses ?? []
    if (!one) throw new TypeError('a witness')
    const renamed = { ...one, key: one.key.replace(/^[^+]+/, 'other') }
    for (const changed of [
      { ...trust, quorum: 3 },
      { ...trust, quorum: undefined },
      { ...trust, witnesses: undefined },
      { ...trust, witnesses: [one, { ...one, key: `${one.key}x` }], quorum: 2 },
      { ...trust, witnesses: [one, renamed], quorum: 1 },
    ]) {
      expect(await codeOf(() => readTrustList(formatTrustList(changed)))).to.equal(
        'directory/trust',
      )
    }
  })
})
