import { expect } from 'chai'
import { ClientError } from '#client/core/client-error.js'
import { listAgeing } from '#client/core/proof/list-ageing.js'
import { toUtf8 } from '#crypto/bytes/bytes.js'
import type { TrustList } from '#crypto/directory/trust-list.js'
import { issueNetworkRoot } from '#crypto/pki/issue-network-root.js'
import type { ProofBundle } from '#crypto/proof/bundle.js'
import { prepareRenewal } from '#crypto/proof/prepare-renewal.js'
import { serialiseBundle } from '#crypto/proof/serialise-bundle.js'
import { codeOf } from '#test/support/code-of.js'
import { BEGIN } from '#test/support/world/moments.js'
import { sampleBundle, STAMPED, worldTrust } from '#test/support/world/sample-bundle.js'
import { sampleStamper } from '#test/support/world/sample-log.js'

const JUNE = (year: number) => new Date(`${year}-06-01T00:00:00.000Z`)

describe('the list of what is ageing', function () {
  this.timeout(300_000)
  let trust: TrustList
  let old: ProofBundle, renewed: ProofBundle

  before(async () => {
    const root = await issueNetworkRoot({ name: 'T', notBefore: BEGIN, notAfter: JUNE(2060) })
    const [short, long] = await Promise.all([
      sampleStamper({ root, notAfter: JUNE(2028) }),
      sampleStamper({ party: 'zz.long', root, notAfter: JUNE(2033) }),
    ])
    trust = { ...(await worldTrust()), timestampRoots: [root.certificate.pem] }
    const sample = await sampleBundle()
    old = { ...sample, timestamps: [await short.stamp(sample.log?.checkpoint ?? '', STAMPED)] }
    const next = await prepareRenewal(old, trust)
    renewed = next.with([await long.stamp(next.octets, JUNE(2027))])
  })

  const file = (name: string, bundle: ProofBundle) => ({
    file: name,
    octets: () => Promise.resolve(serialiseBundle(bundle)),
  })
  const list = (at: Date, within: number, by = trust) => {
    const [approval = ''] = old.approvals
    const forged = { ...old, approvals: [`${approval.slice(0, -4)}AAAA`] }
    const gone = new ClientError('file-unreadable', 'cannot read gone', '')
    return listAgeing(
      [
        { file: 'text', octets: () => Promise.resolve(toUtf8('no bundle')) },
        file('renewed', renewed),
        file('forged', forged),
        { file: 'gone', octets: () => Promise.reject(gone) },
        file('old', old),
      ],
      { trust: by, within, now: () => at },
    )
  }

  it('begins with what ages first, and says which of them are due', async () => {
    const at = new Date('2028-05-02T00:00:00.000Z')
    const told = async (within: number) =>
      (await list(at, within)).bundles.map(({ file, days, isDue }) => [file, days, isDue])
    expect(await told(29)).to.deep.equal([
      ['old', 30, false],
      ['renewed', 1856, false],
    ])
    expect((await told(30))[0]).to.deep.equal(['old', 30, true])
    const after = (await list(JUNE(2029), 0)).bundles.map(({ state, isDue }) => [state, isDue])
    expect(after).to.deep.equal([
      ['aged', true],
      ['good', false],
    ])
  })

  it('goes on past what it cannot judge, and tells why', async () => {
    const { unjudged } = await list(JUNE(2027), 0)
    expect(unjudged.map((one) => [one.file, one.error.code])).to.deep.equal([
      ['text', 'proof/malformed'],
      ['forged', 'proof-contradicted'],
      ['gone', 'file-unreadable'],
    ])
  })

  it('does not take a bad trust list for the trouble of a file', async () => {
    const bad = { ...trust, roots: ['none'] }
    expect(await codeOf(() => list(JUNE(2027), 0, bad))).to.equal('directory/trust')
  })
})
