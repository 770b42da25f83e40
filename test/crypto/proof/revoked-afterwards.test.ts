import { expect } from 'chai'
import type { FactCode } from '#crypto/proof/fact.js'
import type { ProofBundle } from '#crypto/proof/bundle.js'
import { issueRevocationList } from '#crypto/pki/issue-revocation-list.js'
import { readCertificate } from '#crypto/pki/read-certificate.js'
import { verifyBundle } from '#crypto/proof/verify-bundle.js'
import { after, BEGIN, END, NOW } from '#test/support/world/moments.js'
import { withAbsence } from '#test/support/world/sample-absence.js'
import { sampleBundle, worldTrust } from '#test/support/world/sample-bundle.js'
import { sampleOcspResponse } from '#test/support/world/sample-ocsp.js'
import { withTranslation } from '#test/support/world/sample-translation.js'
import { type World, world } from '#test/support/world/world.js'
import { nextEntry } from '#test/support/world/next-entry.js'
import { relogged } from './story.js'

const DAY = 86_400
type Whose = 'xa' | 'xb' | 'relay'

/** What rests on the word of the sender, of the recipient, and of the relay. */
const OF_SENDER: readonly FactCode[] = ['sender-identified', 'header-signed', 'approvals-given']
const OF_RECIPIENT: readonly FactCode[] = ['recipient-identified', 'receipt-signed']

describe('a certificate that was revoked with effect from before, as its issuer published afterwards', function () {
  this.timeout(300_000)
  let w: World
  let sample: ProofBundle
  before(async () => {
    w = await world()
    sample = await sampleBundle()
  })
  const certificateOf = (whose: Whose) => w[whose].identity.chain[0] ?? ''
  /** A list of the root from some day after NOW on, that names a certificate, revoked a minute before NOW. */
  const list = (days: number, whose?: Whose, at = after(NOW, -60)) => {
    const entries = whose
      ? [
          {
            serial: readCertificate(certificateOf(whose)).serial,
            at,
            reason: 'keyCompromise' as const,
          },
        ]
      : []
    const thisUpdate = after(NOW, days * DAY)
    return issueRevocationList(w.root, entries, { thisUpdate, nextUpdate: END })
  }
  const judge = async (bundle: ProofBundle, ...lists: string[]) => {
    const trust = { ...(await worldTrust()), revocationLists: lists }
    const { verdict, facts } = await verifyBundle(bundle, trust)
    const of = (codes: readonly FactCode[]) => facts.filter(({ fact }) => codes.includes(fact))
    const standing = (codes: readonly FactCode[]) => [
      ...new Set(of(codes).map((fact) => fact.standing)),
    ]
    return { verdict, of, standing }
  }

  it('leaves what its party had signed claimed, and nothing contradicted or proved', async () => {
    const late = await judge(sample, await list(30, 'xa'))
    expect(late.verdict).to.equal('incomplete')
    expect(late.standing(OF_SENDER)).to.deep.equal(['claimed'])
    expect(late.standing(OF_RECIPIENT)).to.deep.equal(['proved'])
    expect(late.standing(['submission-accepted', 'bundle-coherent'])).to.deep.equal(['proved'])
    const [sender] = late.of(['sender-identified'])
    expect(sender?.data).to.include({
      doubt: 'revoked-afterwards',
      certificateStatus: 'revoked-afterwards',
    })
    expect(sender?.text).to.include('published only afterwards')
    expect(late.of(['header-signed'])[0]?.data).to.include({ doubt: 'revoked-afterwards' })
    const recipient = await judge(sample, await list(30, 'xb'))
    expect(recipient.verdict).to.equal('incomplete')
    expect(recipient.standing(OF_RECIPIENT)).to.deep.equal(['claimed'])
    expect(recipient.standing(OF_SENDER)).to.deep.equal(['proved'])
  })

  it('contradicts where a list had said so by then', async () => {
    const early = await list(-1, 'xa', after(NOW, -2 * DAY))
    for (const lists of [[early], [await list(30, 'xa'), early]]) {
      const known = await judge(sample, ...lists)
      expect(known.verdict).to.equal('contradicted')
      expect(known.of(['sender-identified'])[0]?.data).to.include({ code: 'pki/revoked' })
    }
    // That very list is shown to be dated back by one that its issuer made after the act.
    const denied = await judge(sample, early, await list(1))
    expect(denied.verdict).to.equal('incomplete')
    expect(denied.standing(OF_SENDER)).to.deep.equal(['claimed'])
  })

  it('is known by an OCSP answer, too, whose invalidityDate reaches back', async () => {
    const answer = (times: { revokedAt?: Date; invalidSince?: Date }, days: number) =>
      sampleOcspResponse(certificateOf('xa'), w.root, {
        thisUpdate: after(NOW, days * DAY),
        nextUpdate: END,
        ...times,
      })
    const revokedAt = after(NOW, 20 * DAY)
    const invalidSince = after(NOW, -60)
    const withAnswers = async (...ocspResponses: string[]) =>
      (await judge({ ...sample, version: 3, ocspResponses })).standing(['sender-identified'])
    expect(await withAnswers(await answer({ revokedAt }, 30))).to.deep.equal(['proved'])
    expect(await withAnswers(await answer({ revokedAt, invalidSince }, 30))).to.deep.equal([
      'claimed',
    ])
    const before = await answer({ revokedAt: invalidSince }, -1)
    expect(await withAnswers(before)).to.deep.equal(['contradicted'])
    expect(await withAnswers(before, await answer({}, 1))).to.deep.equal(['claimed'])
  })

  it('doubts what the relay states, whoever attests it', async () => {
    const resting: readonly FactCode[] = [
      ...(['relay-identified', 'evidence-chain-unbroken', 'submission-accepted'] as const),
      ...(['header-signed', 'receipt-accepted', 'key-not-revoked'] as const),
    ]
    const revoked = await list(30, 'relay')
    for (const bundle of [sample, { ...sample, timestamps: [] }]) {
      const judged = await judge(bundle, revoked)
      expect(judged.standing(resting)).to.deep.equal(['claimed'])
      expect(judged.verdict).to.equal('incomplete')
    }
    const silent = { ...sample, evidence: sample.evidence.slice(0, 4), receipts: [] }
    const absence = await withAbsence(await relogged(silent))
    expect((await judge(absence, revoked)).standing(['absence-stated'])).to.deep.equal(['claimed'])
    expect((await judge(absence)).standing(['absence-stated'])).to.deep.equal(['proved'])
  })

  it('doubts a hand-off of that authority', async () => {
    const bundle = await withTranslation(sample)
    const codes = ['custody-unbroken', 'translation-certified'] as const
    expect((await judge(bundle)).standing(codes)).to.deep.equal(['proved'])
    expect((await judge(bundle, await list(30, 'xb'))).standing(codes)).to.deep.equal(['claimed'])
  })

  it('unsays no version of an entry, and no piece of the bundle', async () => {
    // Dated back to before the entry itself: what had begun then had begun.
    const whole = await list(30, 'xa', BEGIN)
    const stricter = await nextEntry(w.xa, { policy: { approvals: 2 } })
    const bundle = { ...sample, entries: [...sample.entries, stricter] }
    for (const lists of [[], [whole]]) {
      const judged = await judge(bundle, ...lists)
      expect(judged.standing(['approvals-given'])).to.deep.equal(['unproved'])
      expect(judged.standing(['bundle-coherent'])).to.deep.equal(['proved'])
    }
  })
})
