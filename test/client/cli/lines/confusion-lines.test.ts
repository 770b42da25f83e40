import { expect } from 'chai'
import { claimedEntries } from '#client/core/directory/claimed-entries.js'
import { confusionLines } from '#client/cli/lines/confusion-lines.js'
import { signEntry } from '#crypto/directory/sign-entry.js'
import { constellation } from '#test/support/client/constellation.js'
import { after, NOW } from '#test/support/world/moments.js'

describe('what the directory warns of', () => {
  it('is a look-alike name and a function claimed twice, if it concerns whom one asks about', async function () {
    this.timeout(300_000)
    const net = await constellation()
    const { xa, xb, xc } = net.relay
    net.relay.setClock(after(NOW, 60))
    const [name = ''] = Object.values(xa.claims.names)
    const entry = await signEntry(
      {
        ...xb.claims,
        version: 2,
        supersedes: xb.entry.digest,
        names: { en: name.toUpperCase() },
        validFrom: net.relay.clock.now().toISOString(),
      },
      xb.identity,
    )
    await net.relay.publishEntry({ entry })
    const entries = await claimedEntries(net.ana.relay)
    expect(entries.map(({ authority }) => authority)).to.have.members([xa.id, xb.id, xc.id])
    const alike = confusionLines(entries, [xb.id]).filter((line) => line.includes('look alike'))
    expect(alike).to.have.length(1)
    expect(alike[0]).to.include('xa.').and.to.include('xb.pgo')
    expect(confusionLines(entries, [xc.id])).to.deep.equal([])

    const [one, other] = entries
    if (one === undefined || other === undefined) throw new Error('two entries')
    const rival = { ...other, state: one.state, functions: one.functions }
    expect(
      confusionLines([one, rival]).filter((line) => line.includes('is claimed by')),
    ).to.have.length(one.functions.length)
  })
})
