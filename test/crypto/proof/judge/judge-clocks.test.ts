import { expect } from 'chai'
import { verifyBundle } from '#crypto/proof/verify-bundle.js'
import { factsIn } from '#test/support/facts-in.js'
import { after, NOW } from '#test/support/world/moments.js'
import {
  sampleBundle,
  STAMPED,
  type StoryOptions,
  worldTrust,
} from '#test/support/world/sample-bundle.js'
import { sampleToken } from '#test/support/world/sample-log.js'

describe('the clocks of a bundle', () => {
  const judge = async (options: StoryOptions, stamped = STAMPED) => {
    const bundle = await sampleBundle(options)
    const timestamps = [await sampleToken(bundle.log?.checkpoint ?? '', stamped)]
    return verifyBundle({ ...bundle, timestamps }, await worldTrust())
  }

  it('agree in an honest story, and the lapse from signing to handing in is told', async () => {
    const [fact] = factsIn(await judge({}), 'clocks-agree')
    expect(fact).to.deep.include({ standing: 'proved', data: { lapse: '2' } })
  })

  it('disagree when a person declares what has not come yet: claimed, for one of them is wrong', async () => {
    const declared = after(NOW, 600).toISOString()
    const verdict = await judge({ receipt: { declared } })
    const [fact] = factsIn(verdict, 'clocks-agree')
    expect(fact).to.include({ standing: 'claimed' })
    expect(fact?.clocks).to.deep.equal({ declared, observed: after(NOW, 5).toISOString() })
    expect(fact?.data).to.include({ ahead: '595', what: 'The receipt of xb.pgo' })
    expect(verdict.verdict).to.equal('incomplete')
  })

  it('bear a person’s clock that is minutes ahead, and one that is days behind', async () => {
    for (const [seconds, lapse] of [
      [250, '1'],
      [-86_400, '86405'],
    ] as const) {
      const declared = after(NOW, seconds).toISOString()
      const [fact] = factsIn(await judge({ receipt: { declared } }), 'clocks-agree')
      expect(fact).to.deep.include({ standing: 'proved', data: { lapse } })
    }
  })

  it('contradict a relay that observed something after it was attested', async () => {
    const stamped = after(NOW, -120)
    const verdict = await judge({}, stamped)
    expect(factsIn(verdict, 'time-stamped')[0]).to.include({ standing: 'contradicted' })
    const [fact] = factsIn(verdict, 'clocks-agree')
    expect(fact).to.include({ standing: 'contradicted' })
    expect(fact?.clocks).to.include({ attested: stamped.toISOString() })
    expect(fact?.data).to.include({ shownBy: 'time-stamped' })
  })

  it('are not compared where nothing was observed', async () => {
    const verdict = await verifyBundle(
      { ...(await sampleBundle()), evidence: [], log: null, timestamps: [] },
      await worldTrust(),
    )
    expect(factsIn(verdict, 'clocks-agree')).to.deep.equal([])
  })
})
