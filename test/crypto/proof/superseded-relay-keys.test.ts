import { expect } from 'chai'
import { issueEvidence } from '#crypto/evidence/issue-evidence.js'
import { PackageEvidence } from '#crypto/evidence/evidence.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import type { DirectoryEntry } from '#crypto/directory/entry.js'
import type { SigningKey } from '#crypto/keys/key.js'
import type { FactCode } from '#crypto/proof/fact.js'
import type { ProofBundle } from '#crypto/proof/bundle.js'
import { verifyBundle } from '#crypto/proof/verify-bundle.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { after, NOW } from '#test/support/world/moments.js'
import { nextEntry, withNewKey } from '#test/support/world/next-entry.js'
import { withAbsence } from '#test/support/world/sample-absence.js'
import { sampleBundle, STAMPED, worldTrust } from '#test/support/world/sample-bundle.js'
import { type World, world } from '#test/support/world/world.js'
import { relogged } from './story.js'

const RESTING: readonly FactCode[] = [
  ...(['relay-identified', 'evidence-chain-unbroken', 'submission-accepted'] as const),
  ...(['header-signed', 'key-not-revoked', 'receipt-accepted'] as const),
]

describe('a key of the relay that a later version of its entry lacks', function () {
  this.timeout(300_000)
  let w: World
  let sample: ProofBundle
  let keys: DirectoryEntry['keys']
  let key: SigningKey
  before(async () => {
    w = await world()
    sample = await sampleBundle()
    const changed = await withNewKey(w.relay, 'evidence')
    keys = changed.keys
    key = changed.key
  })
  const version = (changes: Partial<DirectoryEntry>) => nextEntry(w.relay, changes)
  const and = (bundle: ProofBundle, ...entries: string[]): ProofBundle => ({
    ...bundle,
    entries: [...bundle.entries, ...entries],
  })
  const judge = async (bundle: ProofBundle, codes = RESTING) => {
    const { verdict, facts } = await verifyBundle(bundle, await worldTrust())
    const found = facts.filter(({ fact }) => codes.includes(fact))
    const doubts = new Set(facts.flatMap(({ data }) => data['doubt'] ?? []))
    const standings = new Set(found.map(({ standing }) => standing))
    return { verdict, standings: [...standings], doubts: [...doubts] }
  }
  const PROVED = { verdict: 'proved', standings: ['proved'], doubts: [] }
  const DOUBTED = {
    verdict: 'incomplete',
    standings: ['claimed'],
    doubts: ['relay-superseded'],
  }

  it('proves nothing of later than that version, and nothing is contradicted by it', async () => {
    expect(await judge(and(sample, await version({ keys })))).to.deep.equal(DOUBTED)
    // Nor where nobody attests anything.
    const unstamped = { ...and(sample, await version({ keys })), timestamps: [] }
    expect((await judge(unstamped)).standings).to.deep.equal(['claimed'])
  })

  it('proves nothing that is dated before, and was attested only when that version had begun', async () => {
    const beginning = (at: Date) => version({ keys, validFrom: at.toISOString() })
    expect(await judge(and(sample, await beginning(after(NOW, 20))))).to.deep.equal(DOUBTED)
    expect(await judge(and(sample, await beginning(STAMPED)))).to.deep.equal(DOUBTED)
    const late = await beginning(after(STAMPED, 1))
    expect(await judge(and(sample, late)), 'attested in time').to.deep.equal(PROVED)
  })

  it('goes on proving while the later version has it, and not once that has ended it', async () => {
    const ending = (notAfter: Date) =>
      version({
        keys: w.relay.claims.keys.map((one) => ({ ...one, notAfter: notAfter.toISOString() })),
      })
    expect(await judge(and(sample, await ending(after(NOW, 60))))).to.deep.equal(PROVED)
    const ended = await judge(and(sample, await ending(after(NOW, -30))))
    expect(ended.standings).to.deep.equal(['claimed'])
  })

  it('proves again where a version after that one has it', async () => {
    const second = await version({ keys })
    const third = await version({ version: 3, supersedes: await digestOf(second) })
    expect(await judge(and(sample, second, third))).to.deep.equal(PROVED)
  })

  it('is spoken for by what the relay signs with its new key in the same story', async () => {
    const last = sample.evidence.at(-1) ?? ''
    const claims = PackageEvidence.parse((await readStatement(last)).payload)
    const next = await issueEvidence(
      {
        ...claims,
        code: 'F.1',
        subject: null,
        time: after(NOW, 10).toISOString(),
        sequence: claims.sequence + 1,
        previous: await digestOf(last),
      },
      key,
    )
    const whole = await relogged({ ...sample, evidence: [...sample.evidence, next] })
    expect(await judge(and(whole, await version({ keys })))).to.deep.equal(PROVED)
  })

  it('is superseded by nothing of another relay’s, and by nothing that is forged', async () => {
    const second = await version({ keys })
    const cut = `${second.slice(0, -6)}AAAAAA`
    expect((await judge(and(sample, cut))).standings).to.deep.equal(['proved'])
    const authoritys = await nextEntry(w.xc, {})
    expect((await judge(and(sample, authoritys))).standings).to.deep.equal(['proved'])
  })

  it('leaves a statement of absence claimed', async () => {
    const silent = { ...sample, evidence: sample.evidence.slice(0, 4), receipts: [] }
    const absence = await withAbsence(await relogged(silent))
    const stated = ['absence-stated'] as const
    expect((await judge(absence, stated)).standings).to.deep.equal(['proved'])
    // Two hours after the story.
    const later = await version({ keys, validFrom: after(NOW, 3600).toISOString() })
    expect((await judge(and(absence, later), stated)).standings).to.deep.equal(['claimed'])
  })
})
