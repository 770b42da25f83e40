import { expect } from 'chai'
import { packageState } from '#crypto/evidence/package-state.js'
import { isAboutPackage, verifyEvidence } from '#crypto/evidence/verify-evidence.js'
import { verifyEvidenceChain } from '#crypto/evidence/verify-evidence-chain.js'
import { callerOf, type FakeRelay, fakeRelay, steps } from '#test/support/fake-relay.js'
import type { Failure } from '#test/support/fake-ports.js'
import {
  type SampleSubmission,
  sampleReceipt,
  sampleSubmission,
} from '#test/support/sample-submission.js'
import { after, NOW } from '#test/support/world/moments.js'

/**
 * Every call to a port fails once, before or after its effect, and whoever asked asks again: the final
 * state must be the one without the failure. An auditor follows the chain each time.
 */
describe('crash table', () => {
  type Scene = { readonly relay: FakeRelay; readonly sample: SampleSubmission }
  type Row = {
    readonly setUp?: (scene: Scene) => Promise<unknown>
    readonly act: (scene: Scene) => Promise<unknown>
    readonly ends: readonly string[]
  }

  const submit = ({ relay, sample }: Scene) =>
    relay.submit(callerOf(relay.drafter), sample.submission)
  const consign = ({ relay, sample }: Scene) => relay.consign(sample)
  const available = async (scene: Scene) => {
    await submit(scene)
    await consign(scene)
  }
  const about = ({ relay, sample }: Scene) => ({ header: sample.header, recipient: relay.xb.id })
  const acknowledge = async ({ relay, sample }: Scene) =>
    relay.acknowledge(
      callerOf(relay.registrar),
      sample.draft.package,
      await sampleReceipt(relay, sample),
    )
  const later = async (scene: Scene, seconds: number) => {
    await available(scene)
    scene.relay.setClock(after(NOW, seconds))
  }

  const table: Record<string, Row> = {
    submission: { act: submit, ends: ['A.1'] },
    rejection: {
      setUp: ({ relay, sample }) =>
        Promise.resolve(
          relay.state.packages.push({
            package: sample.draft.package,
            digest: 'f'.repeat(64),
            sender: relay.xa.id,
            recipients: [relay.xb.id],
            header: '',
            credential: '',
            approvals: [],
            envelope: '',
            keptAt: NOW,
          }),
        ),
      act: submit,
      ends: ['A.2'],
    },
    consignment: { setUp: submit, act: consign, ends: ['A.1', 'D.1/xb.pgo', 'D.1/xc.court'] },
    notification: {
      setUp: available,
      act: (scene) => scene.relay.notify(about(scene)),
      ends: ['A.1', 'D.1/xb.pgo', 'D.1/xc.court', 'D.3/xb.pgo'],
    },
    handover: {
      setUp: available,
      act: (scene) => scene.relay.handOver(about(scene)),
      ends: ['A.1', 'D.1/xb.pgo', 'D.1/xc.court', 'E.1/xb.pgo'],
    },
    acknowledgement: {
      setUp: available,
      act: acknowledge,
      ends: ['A.1', 'D.1/xb.pgo', 'D.1/xc.court', 'C.3/xb.pgo'],
    },
    expiry: {
      setUp: (scene) => later(scene, 3610),
      act: ({ relay, sample }) => relay.expire(sample),
      ends: ['A.1', 'D.1/xb.pgo', 'D.1/xc.court', 'C.5/xb.pgo', 'C.5/xc.court'],
    },
    'non-delivery': {
      setUp: (scene) => later(scene, 13 * 3600),
      act: ({ relay, sample }) => relay.judge(sample),
      ends: [
        'A.1',
        'D.1/xb.pgo',
        'D.1/xc.court',
        ...['D.4/xb.pgo/provisional', 'E.2/xb.pgo/provisional'],
        ...['D.4/xc.court/provisional', 'E.2/xc.court/provisional'],
      ],
    },
  }

  async function scene(): Promise<Scene> {
    const relay = await fakeRelay()
    const recipients = [relay.xb, relay.xc]
    const expires = after(NOW, 3600)
    const sample = await sampleSubmission(relay, { recipients, expires, urgency: 'urgent' })
    return { relay, sample }
  }

  /** Follows the chain as a stranger would: signatures, links, legal steps. */
  async function audit({ relay, sample }: Scene): Promise<readonly string[]> {
    const kept = await relay.evidence.chain(sample.header)
    const verified = await Promise.all(
      kept.map(({ statement }) => verifyEvidence(statement, relay.identity.entry)),
    )
    const payloads = verifyEvidenceChain(verified.filter(isAboutPackage))
    for (let i = 1; i <= payloads.length; i++) packageState(payloads.slice(0, i), relay.xb.id)
    return steps(relay, sample.submission.header)
  }

  for (const [name, { setUp, act, ends }] of Object.entries(table)) {
    it(`${name}: whichever call fails, before or after its effect, a retry ends the same`, async () => {
      const plain = await scene()
      await setUp?.(plain)
      plain.relay.failAt(undefined)
      await act(plain)
      const calls = plain.relay.calls()
      expect(await audit(plain)).to.deep.equal(ends)
      expect(calls).to.be.greaterThan(0)

      for (let call = 0; call < calls; call++) {
        for (const when of ['before', 'after'] as const) {
          const broken = await scene()
          await setUp?.(broken)
          await expectOutage(broken, act, { call, when })
          await act(broken)
          expect(await audit(broken), `call ${call}, ${when}`).to.deep.equal(ends)
          const jobs = new Set(broken.relay.jobs.map((job) => JSON.stringify(job)))
          const expected = new Set(
            plain.relay.jobs.map((job) =>
              JSON.stringify(job).replaceAll(plain.sample.header, broken.sample.header),
            ),
          )
          expect(jobs, `call ${call}, ${when}`).to.deep.equal(expected)
        }
      }
    }).timeout(60_000)
  }

  async function expectOutage(broken: Scene, act: Row['act'], failure: Failure): Promise<void> {
    broken.relay.failAt(failure)
    const failed = await act(broken).then(
      () => false,
      (reason: unknown) => (reason as Error).name === 'Outage',
    )
    broken.relay.failAt(undefined)
    expect(failed, `call ${failure.call} is made`).to.equal(true)
  }
})
