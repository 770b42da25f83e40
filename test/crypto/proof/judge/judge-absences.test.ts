import { expect } from 'chai'
import { toBase64 } from '#crypto/bytes/bytes.js'
import { AuthorityId, PackageId } from '#crypto/fields/fields.js'
import type { ProofBundle } from '#crypto/proof/bundle.js'
import { compareBundles } from '#crypto/proof/compare/compare-bundles.js'
import { parseBundle } from '#crypto/proof/parse-bundle.js'
import { serialiseBundle } from '#crypto/proof/serialise-bundle.js'
import { verifyBundle } from '#crypto/proof/verify-bundle.js'
import { formatVerifierKey, noteKey } from '#crypto/transparency/note-key.js'
import { codeOf } from '#test/support/code-of.js'
import { factsIn } from '#test/support/facts-in.js'
import { ABSENCE_STAMPED, LOOKED, withAbsence } from '#test/support/world/sample-absence.js'
import { sampleBundle, worldTrust } from '#test/support/world/sample-bundle.js'
import { ORIGIN, sampleLog, sampleToken } from '#test/support/world/sample-log.js'
import { world } from '#test/support/world/world.js'
import { forged, knowing, relogged } from '../story.js'

const AT = { at: new Date('2026-06-01T00:00:00.000Z') }

async function judge(bundle: ProofBundle) {
  const verdict = await verifyBundle(parseBundle(serialiseBundle(bundle)), await worldTrust(), AT)
  const [stated] = factsIn(verdict, 'absence-stated')
  const [absent] = factsIn(verdict, 'receipt-absent')
  return { verdict: verdict.verdict, stated, absent, verdictOf: verdict }
}
const standings = async (bundle: ProofBundle) => {
  const { stated, absent } = await judge(bundle)
  return [stated?.standing, absent?.standing]
}

describe('a statement that a receipt is absent', function () {
  this.timeout(300_000)
  let silent: ProofBundle
  let answered: ProofBundle
  let absence: ProofBundle
  before(async () => {
    answered = await sampleBundle()
    const evidence = answered.evidence.slice(0, 4)
    silent = await relogged({ ...answered, evidence, receipts: [] })
    absence = await withAbsence(silent)
  })
  const changed = (change: Partial<NonNullable<ProofBundle['absences']>[number]>): ProofBundle => {
    const [first] = absence.absences ?? []
    return { ...absence, absences: first ? [{ ...first, ...change }] : [] }
  }

  it('proves that the relay said so, and leaves claimed that it is so', async () => {
    const { verdict, stated, absent } = await judge(absence)
    expect(verdict).to.equal('incomplete')
    expect(stated).to.include({ standing: 'proved' })
    expect(stated?.clocks).to.deep.equal({
      observed: LOOKED.toISOString(),
      attested: ABSENCE_STAMPED.toISOString(),
    })
    expect(stated?.data).to.include({ origin: ORIGIN, size: '12', evidence: 'D.1 D.3 E.1' })
    expect(absent).to.include({ standing: 'claimed' })
  })

  it('is not in version 1, and version 2 is not without it', async () => {
    for (const bundle of [
      { ...absence, version: 1 as const },
      { ...silent, version: 2 as const },
      { ...absence, absences: [] },
      { ...absence, absences: [...(absence.absences ?? []), ...(absence.absences ?? [])] },
    ]) {
      expect(await codeOf(() => serialiseBundle(bundle))).to.equal('proof/malformed')
    }
  })

  it('is contradicted by a receipt of a smaller index in the same bundle', async () => {
    const { verdict, absent } = await judge(await withAbsence(answered))
    expect(verdict).to.equal('contradicted')
    expect(absent?.standing).to.equal('contradicted')
    expect(absent?.data).to.include({ what: 'evidence', code: 'C.3', index: '5' })
    const untold = await relogged({ ...answered, evidence: answered.evidence.slice(0, 4) })
    const { absent: byReceipt } = await judge(await withAbsence(untold))
    expect(byReceipt?.data).to.include({ what: 'receipt', code: 'accepted' })
  })

  it('is contradicted by evidence that it does not list, and by what it lists elsewhere', async () => {
    expect(await standings(await withAbsence(silent, { lie: { evidence: [] } }))).to.deep.equal([
      'proved',
      'contradicted',
    ])
    const { claims } = await claimsOf(absence)
    const [first] = claims.evidence
    if (!first) throw new TypeError('lists evidence')
    const moved = [...claims.evidence.slice(1), { ...first, index: 9 }]
    expect(await standings(await withAbsence(silent, { lie: { evidence: moved } }))).to.deep.equal([
      'proved',
      'contradicted',
    ])
  })

  it('is not contradicted by a receipt that came later, and tells of it', async () => {
    const { stated, absent } = await judge(await answeredLater())
    expect([stated?.standing, absent?.standing]).to.deep.equal(['proved', 'claimed'])
    expect(absent?.data).to.include({ later: '6' })
    expect(absent?.text).to.include('came later')
  })

  /** The relay looked when four pieces of evidence were there; the bundle was exported afterwards. */
  async function answeredLater(): Promise<ProofBundle> {
    const { relay } = await world()
    const evidence = answered.evidence.slice(0, 4)
    const all = [...answered.evidence, ...answered.receipts]
    const then = await sampleLog(evidence, relay.logKey, 0)
    const now = await sampleLog(all, relay.logKey, 3)
    const told = await withAbsence(answered, { more: 0, before: { evidence, receipts: [] } })
    const [first] = told.absences ?? []
    if (!first) throw new TypeError('has a statement')
    const path = await now.consistencyFrom(then.size)
    return { ...told, absences: [{ ...first, path }] }
  }

  it('does not hold unless the relay signed it, about this package, of this log', async () => {
    const [first] = absence.absences ?? []
    const { relay, xc } = await world()
    const other = await sampleLog(silent.evidence.toReversed(), relay.logKey, 7)
    const lies: ProofBundle[] = [
      changed({ statement: forged(first?.statement ?? '', silent.evidence[0] ?? '') }),
      changed({ path: [] }),
      changed({ path: [toBase64(new Uint8Array(32))] }),
      changed({ timestamps: [await sampleToken('another note', ABSENCE_STAMPED)] }),
      changed({ witnessed: [{ checkpoint: other.checkpoint, path: [] }] }),
      await withAbsence(silent, { lie: { header: 'ab'.repeat(32) } }),
      await withAbsence(silent, { lie: { recipient: xc.id } }),
      await withAbsence(silent, { lie: { issuer: AuthorityId.parse('zz.other') } }),
      await withAbsence(silent, {
        lie: { package: PackageId.parse('01890a5d-ac96-774b-bcce-b302099a8057') },
      }),
      await withAbsence(silent, { lie: { checkpoint: other.checkpoint } }),
      await withAbsence(silent, { lie: { checkpoint: 'no note' } }),
      await withAbsence(silent, {
        lie: { evidence: [{ code: 'D.1', digest: 'ab'.repeat(32), index: 12 }] },
      }),
    ]
    for (const [i, lie] of lies.entries()) {
      const { stated, absent } = await judge(lie)
      expect([stated?.standing, absent], `lie ${i}`).to.not.include('proved')
      expect(stated?.standing, `lie ${i}`).to.equal(i === 7 ? 'unproved' : 'contradicted')
    }
    const unread = changed({ statement: silent.header })
    expect((await judge(unread)).verdict).to.equal('contradicted')
  })

  it('is unproved where relay or log are not known', async () => {
    expect(await standings(await knowing(absence, 'xa', 'xb'))).to.deep.equal([
      'unproved',
      undefined,
    ])
    const other = await noteKey('other.example/log', 'note', (await world()).relay.logKey)
    const trust = { ...(await worldTrust()), logs: [formatVerifierKey(other)] }
    const { facts } = await verifyBundle(absence, trust, AT)
    expect(facts.find(({ fact }) => fact === 'absence-stated')).to.include({ standing: 'unproved' })
  })

  it('of one side is contradicted by the log as the other side shows it', async () => {
    const { relay } = await world()
    const compare = async (a: ProofBundle, b: ProofBundle) =>
      compareBundles([a, b], await worldTrust())
    const lie = await withAbsence(silent, { more: 9 })
    for (const pair of [
      [lie, answered],
      [answered, lie],
    ] as const) {
      const { outcome, findings } = await compare(...pair)
      expect(outcome).to.equal('contradict')
      const found = findings.find(({ finding }) => finding === 'absence-false')
      expect(found).to.include({ standing: 'contradiction', against: relay.id })
      expect(found?.data).to.include({ index: '5' })
    }
    const later = await answeredLater()
    const { findings } = await compare({ ...later, evidence: later.evidence }, answered)
    expect(findings.find(({ finding }) => finding === 'receipt-later')).to.include({
      standing: 'second',
    })
    expect(findings.some(({ finding }) => finding === 'absence-false')).to.equal(false)
  })
})

async function claimsOf({ absences = [] }: ProofBundle) {
  const { readStatement } = await import('#crypto/statement/read-statement.js')
  const { Absence } = await import('#crypto/evidence/absence.js')
  const { payload } = await readStatement(absences[0]?.statement ?? '')
  return { claims: Absence.parse(payload) }
}
