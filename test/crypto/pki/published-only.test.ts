import { expect } from 'chai'
import { issueRevocationList } from '#crypto/pki/issue-revocation-list.js'
import { readCertificate } from '#crypto/pki/read-certificate.js'
import type { RevocationReason } from '#crypto/pki/revocation-list.js'
import { verifyChain } from '#crypto/pki/verify-chain.js'
import { codeOf } from '#test/support/code-of.js'
import { toBase64 } from '#crypto/bytes/bytes.js'
import { chainOf, plans, trustIn } from './chains.js'
import { handMade } from './hand-made.js'
import { extension, generalized, handMadeList, reason } from './hand-made-list.js'

const AT = new Date('2026-06-01')
const GOOD = 'nothing was refused'

/** A list of the root from `thisUpdate` on; `since`: it names the leaf, revoked at that moment. */
async function listed(thisUpdate: string, since?: string, why: RevocationReason = 'keyCompromise') {
  const { root } = await plans()
  const by = {
    certificate: readCertificate(await handMade(root)),
    privateKeyPem: root.key.privateKeyPem,
  }
  const revoked = since === undefined ? [] : [{ serial: '01ff', at: new Date(since), reason: why }]
  return issueRevocationList(by, revoked, {
    thisUpdate: new Date(thisUpdate),
    nextUpdate: new Date('2040-01-01'),
  })
}

async function judge(...revocationLists: string[]) {
  const { root, direct } = await plans()
  const trust = await trustIn(root)
  const chain = await chainOf(direct)
  const ask = (publishedOnly: boolean) =>
    codeOf(() =>
      verifyChain(chain, trust, { role: 'authority', at: AT, revocationLists, publishedOnly }),
    )
  return { all: await ask(false), published: await ask(true) }
}

describe('a revocation that its issuer published only after the moment that is asked about', () => {
  it('refuses by itself, and not where only what was published counts', async () => {
    const after = await listed('2026-07-01', '2026-05-01')
    expect(await judge(after)).to.deep.equal({ all: 'pki/revoked', published: GOOD })
    const before = await listed('2026-05-02', '2026-05-01')
    for (const lists of [[before], [before, after], [after, before]]) {
      expect(await judge(...lists)).to.deep.equal({ all: 'pki/revoked', published: 'pki/revoked' })
    }
    const none = await listed('2026-05-02', '2026-06-02')
    expect(await judge(none)).to.deep.equal({ all: GOOD, published: GOOD })
  })

  it('counts as published from the moment itself on', async () => {
    const at = AT.toISOString()
    const [then, later] = [await listed(at, at), await listed('2026-06-01T00:00:01.000Z', at)]
    expect((await judge(then)).published).to.equal('pki/revoked')
    expect((await judge(later)).published).to.equal(GOOD)
  })

  it('is dated back with its whole list, where another of that moment or later does not know of it', async () => {
    const untrue = await listed('2026-05-02', '2026-05-01')
    for (const clean of ['2026-06-01', '2026-09-01']) {
      const lists = [untrue, await listed(clean)]
      expect(await judge(...lists)).to.deep.equal({ all: 'pki/revoked', published: GOOD })
    }
    // What was issued before, or once the certificate had expired, need not name it.
    for (const clean of ['2026-05-31', '2036-02-01']) {
      expect((await judge(untrue, await listed(clean))).published).to.equal('pki/revoked')
    }
  })

  it('was a hold that has been lifted since: then it held', async () => {
    const hold = await listed('2026-05-02', '2026-05-01', 'certificateHold')
    expect((await judge(hold, await listed('2026-09-01'))).published).to.equal('pki/revoked')
  })

  it('reaches back by its invalidityDate, which was not public either', async () => {
    const { root } = await plans()
    // Named on 2026-07-01, in a list that says to be of 2026-02-01.
    const since = extension('2.5.29.24', generalized('20260301000000Z'))
    const list = toBase64(await handMadeList(root.key, { entryExtensions: [reason(1), since] }))
    expect(await judge(list)).to.deep.equal({ all: 'pki/revoked', published: GOOD })
  })
})
