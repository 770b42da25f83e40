import { expect } from 'chai'
import { composePackage } from '#client/core/packages/compose-package.js'
import { deliverPackage } from '#client/core/packages/deliver-package.js'
import { issueEvidence } from '#crypto/evidence/issue-evidence.js'
import { type PackageEvidence, Evidence } from '#crypto/evidence/evidence.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { generateSigningKey } from '#crypto/keys/generate.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import type { SubmissionAnswer } from '#server/contract/wire.js'
import { type Constellation, constellation } from '#test/support/client/constellation.js'
import { codeOf } from '#test/support/code-of.js'
import { type Failure, Outage } from '#test/support/fake-ports.js'
import { rejection } from '#test/support/rejection.js'

describe('delivering a package', () => {
  let net: Constellation
  beforeEach(async () => {
    net = await constellation()
  })
  const composed = () => composePackage(net.ana, net.draftOf())

  /** The relay's answer, its evidence changed and signed again by the relay's own key or another. */
  function lieAbout(changes: Partial<PackageEvidence>, key = net.relay.relay.evidenceKey) {
    net.lies.answers.submitPackage = async ({ evidence }: SubmissionAnswer) => {
      const payload = Evidence.parse((await readStatement(evidence.statement)).payload)
      const statement = await issueEvidence({ ...payload, ...changes } as PackageEvidence, key)
      return { evidence: { ...evidence, statement, digest: await digestOf(statement) } }
    }
  }

  it('uploads every part, submits, and lets go of the package with evidence in hand', async () => {
    const id = await composed()
    net.crash.failAt(undefined)
    const progress: string[] = []
    const evidence = await deliverPackage(net.ana, id, (label, sent, total) =>
      progress.push(`${label}: ${sent === total ? 'all' : sent}`),
    )
    expect(evidence.payload.code).to.equal('A.1')
    expect(evidence.payload.package).to.equal(id)
    expect(progress).to.deep.equal(['part 1 of 2: all', 'part 2 of 2: all'])
    expect(net.crash.trace).to.deep.equal([
      ...['outgoing.part', 'upload', 'outgoing.part', 'upload'],
      ...['submitPackage', 'readAuthority', 'outgoing.remove'],
    ])
    expect(await net.ana.platform.outgoing.waiting()).to.deep.equal([])
    expect(await codeOf(() => deliverPackage(net.ana, id))).to.equal('package-unsent')
  })

  it('is completed by a repetition, with the same evidence, wherever it was cut off', async () => {
    net.crash.failAt(undefined)
    const first = await composed()
    await deliverPackage(net.ana, first)
    const effects = net.crash.calls()
    const seen = new Set<string>()
    for (let call = 0; call < effects; call++) {
      for (const when of ['before', 'after'] as const) {
        const failure: Failure = { call, when }
        net = await constellation()
        const id = await composed()
        net.crash.failAt(failure)
        const cut = await rejection(deliverPackage(net.ana, id)).catch(() => undefined)
        if (cut === undefined) continue
        expect(cut, JSON.stringify(failure)).to.be.instanceOf(Outage)
        seen.add(`${net.crash.trace.at(-1) ?? 'nothing'} ${when}`)
        net.crash.failAt(undefined)
        // Whoever lost the answer only after the package was let go of is done already.
        if ((await net.ana.platform.outgoing.waiting()).length > 0) {
          const again = await deliverPackage(net.ana, id)
          expect(again.payload.code, JSON.stringify(failure)).to.equal('A.1')
        }
        expect(net.relay.state.packages.map((pkg) => pkg.package)).to.deep.equal([id])
        expect(await net.stepsOf(id), JSON.stringify(failure)).to.deep.equal(['A.1'])
      }
    }
    expect([...seen]).to.include.members(['submitPackage after', 'outgoing.remove after'])
  })

  it('gives the relay’s signed rejection, which is final, and keeps nothing', async () => {
    const id = await composePackage(net.ana, net.draftOf({ approve: () => Promise.resolve([]) }))
    const { payload } = await deliverPackage(net.ana, id)
    expect(payload.code).to.equal('A.2')
    expect(payload.reasons.map(({ code }) => code)).to.deep.equal(['approvals-missing'])
    expect(net.ana.platform.state.parts.size).to.equal(0)
  })

  it('keeps the package when the evidence is not the relay’s, or is of something else', async () => {
    const id = await composed()
    const refused = () => codeOf(() => deliverPackage(net.ana, id))
    lieAbout({}, await generateSigningKey('x25519'))
    expect(await refused()).to.equal('directory-untrusted')
    lieAbout({ header: '0'.repeat(64) })
    expect(await refused()).to.equal('evidence-untrusted')
    lieAbout({ sender: net.relay.xb.id })
    expect(await refused()).to.equal('evidence-untrusted')
    lieAbout({ code: 'D.1', recipient: net.relay.xb.id })
    expect(await refused()).to.equal('evidence-untrusted')
    net.lies.answers.submitPackage = ({ evidence }: SubmissionAnswer) => ({
      evidence: { ...evidence, statement: `${evidence.statement.slice(0, -4)}AAAA` },
    })
    expect(await refused()).to.match(/^statement\//)
    expect(await net.ana.platform.outgoing.waiting()).to.deep.equal([id])
    net.lies.answers = {}
    expect((await deliverPackage(net.ana, id)).payload.code).to.equal('A.1')
  })

  it('believes no evidence of another package, however true', async () => {
    const [one, other] = [await composed(), await composed()]
    await deliverPackage(net.ana, one)
    const { evidence: shown } = await net.ana.relay.call('readPackage', {
      params: { package: one },
    })
    const [evidence] = shown
    net.lies.answers.submitPackage = () => ({ evidence })
    expect(await codeOf(() => deliverPackage(net.ana, other))).to.equal('evidence-untrusted')
    expect(await net.ana.platform.outgoing.waiting()).to.deep.equal([other])
  })

  it('says which file is at fault when what waits cannot be read any more', async () => {
    const id = await composed()
    for (const damaged of ['', '{', '{}', '{"header":"x"}', (await kept(id)).slice(0, -1)]) {
      net.ana.platform.state.submissions.set(id, damaged)
      expect(await codeOf(() => deliverPackage(net.ana, id)), damaged).to.equal('file-unreadable')
    }
    expect(net.relay.state.packages).to.deep.equal([])
  })

  const kept = async (id: string) => (await net.ana.platform.outgoing.submission(id)) ?? ''
})
