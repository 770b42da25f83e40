import { expect } from 'chai'
import { AuthorityId } from '#crypto/fields/fields.js'
import { generateSigningKey } from '#crypto/keys/generate.js'
import { verifyBundle } from '#crypto/proof/verify-bundle.js'
import { cosignCheckpoint } from '#crypto/transparency/cosignature.js'
import { addSignatures } from '#crypto/transparency/note.js'
import { formatVerifierKey, noteKey } from '#crypto/transparency/note-key.js'
import { factsIn } from '#test/support/facts-in.js'
import { after, NOW } from '#test/support/world/moments.js'
import {
  sampleBundle,
  STAMPED,
  type StoryOptions,
  worldTrust,
} from '#test/support/world/sample-bundle.js'
import { sampleStamper, sampleToken } from '#test/support/world/sample-log.js'
import { world } from '#test/support/world/world.js'

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

  describe('of which somebody else’s tells much later', () => {
    const late = after(NOW, 5 + 73 * 3600)

    it('are claimed to agree: a relay, or whoever has its keys, may have dated back', async () => {
      const verdict = await judge({}, late)
      const [fact] = factsIn(verdict, 'clocks-agree')
      expect(fact).to.include({ standing: 'claimed' })
      expect(fact?.clocks).to.deep.equal({
        observed: after(NOW, 5).toISOString(),
        attested: late.toISOString(),
      })
      expect(fact?.data).to.deep.equal({ hours: '73', doubt: 'attested-late' })
      expect(verdict.verdict).to.equal('incomplete')
    })

    it('agree where the authorities were away for no more than a weekend', async () => {
      expect((await judge({}, after(NOW, 5 + 72 * 3600))).verdict).to.equal('proved')
    })

    it('agree where a quorum of witnesses saw it in time', async () => {
      const bundle = await sampleBundle()
      const note = bundle.log?.checkpoint ?? ''
      const witness = await noteKey('xa.w', 'cosignature', await generateSigningKey('x25519'))
      const seen = Math.ceil(after(NOW, 40).getTime() / 1000)
      const checkpoint = addSignatures(note, await cosignCheckpoint(note, witness, seen))
      const trust = {
        ...(await worldTrust()),
        witnesses: [{ key: formatVerifierKey(witness), authority: AuthorityId.parse('xa.moj') }],
        quorum: 1,
      }
      const timestamps = [await sampleToken(note, late)]
      const witnessed = [{ checkpoint, path: [] }]
      const { verdict } = await verifyBundle({ ...bundle, timestamps, witnessed }, trust)
      expect(verdict).to.equal('proved')
    })

    it('agree as before where the operator alone stamped', async () => {
      const bundle = await sampleBundle()
      const { relay } = await world()
      const { stamp } = await sampleStamper({ party: relay.id })
      const timestamps = [await stamp(bundle.log?.checkpoint ?? '', late)]
      const { verdict } = await verifyBundle({ ...bundle, timestamps }, await worldTrust())
      expect(verdict).to.equal('proved')
    })
  })

  it('are not compared where nothing was observed', async () => {
    const verdict = await verifyBundle(
      { ...(await sampleBundle()), evidence: [], log: null, timestamps: [] },
      await worldTrust(),
    )
    expect(factsIn(verdict, 'clocks-agree')).to.deep.equal([])
  })
})
