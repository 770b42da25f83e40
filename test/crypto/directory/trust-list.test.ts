import { expect } from 'chai'
import { formatTrustList, readTrustList } from '#crypto/directory/trust-list.js'
import { codeOf } from '#test/support/code-of.js'
import { world } from '#test/support/world/world.js'

describe('trust lists', () => {
  it('read back as they were written', async () => {
    const { trust } = await world()
    const logs = ['relay.test/log+00000000+AA']
    const read = readTrustList(formatTrustList({ ...trust, logs, revocationLists: [] }))
    expect(read).to.deep.equal({ ...trust, logs, revocationLists: [] })
  })

  it('are refused unless every root in them is one', async () => {
    const { trust, xa } = await world()
    const leaf = `-----BEGIN CERTIFICATE-----\n${xa.identity.chain[0] ?? ''}\n-----END CERTIFICATE-----\n`
    for (const text of [
      '',
      '{}',
      JSON.stringify({ format: 'rogatory-trust', version: 2, ...trust }),
      JSON.stringify({ format: 'rogatory-trust', version: 1, ...trust, more: 1 }),
      formatTrustList({ roots: [], timestampRoots: [] }),
      formatTrustList({ ...trust, roots: ['no certificate'] }),
      formatTrustList({ ...trust, roots: [xa.entry.certificate.pem] }),
      formatTrustList({ ...trust, timestampRoots: [leaf] }),
    ]) {
      expect(await codeOf(() => readTrustList(text))).to.equal('directory/trust')
    }
  })
})
