import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { renewProof, type Stamper } from '#client/core/proof/renew-proof.js'
import { fromBase64 } from '#crypto/bytes/bytes.js'
import type { TrustList } from '#crypto/directory/trust-list.js'
import { issueNetworkRoot } from '#crypto/pki/issue-network-root.js'
import { issueRevocationList } from '#crypto/pki/issue-revocation-list.js'
import type { CertificateIssuer } from '#crypto/pki/identity.js'
import type { ProofBundle } from '#crypto/proof/bundle.js'
import { compareBundles } from '#crypto/proof/compare/compare-bundles.js'
import { coveredOctets } from '#crypto/proof/covered-octets.js'
import { parseBundle } from '#crypto/proof/parse-bundle.js'
import { serialiseBundle } from '#crypto/proof/serialise-bundle.js'
import { verifyBundle } from '#crypto/proof/verify-bundle.js'
import { codeOf } from '#test/support/code-of.js'
import { temporaryFolder } from '#test/support/temporary-folder.js'
import { BEGIN } from '#test/support/world/moments.js'
import { withAbsence } from '#test/support/world/sample-absence.js'
import { sampleBundle, STAMPED, worldTrust } from '#test/support/world/sample-bundle.js'
import { sampleStamper } from '#test/support/world/sample-log.js'
import { world } from '#test/support/world/world.js'

type Sample = Awaited<ReturnType<typeof sampleStamper>>
const JUNE = (year: number) => new Date(`${year}-06-01T00:00:00.000Z`)

/** Whose certificates run out in 2028, 2040 and 2055; nobody trusts the stranger. */
describe('renewing a proof', function () {
  this.timeout(300_000)
  const folder = temporaryFolder()
  let tsaRoot: CertificateIssuer
  let trust: TrustList
  let first: Sample, second: Sample, third: Sample, stranger: Sample
  let bundle: ProofBundle

  before(async () => {
    const validity = { notBefore: BEGIN, notAfter: JUNE(2060) }
    tsaRoot = await issueNetworkRoot({ name: 'Time-stamps', ...validity })
    const unknown = await issueNetworkRoot({ name: 'Unknown', ...validity })
    const of = (party: string, from: number, to: number, root = tsaRoot) =>
      sampleStamper({ party, root, notBefore: JUNE(from), notAfter: JUNE(to) })
    ;[first, second, third, stranger] = await Promise.all([
      sampleStamper({ party: 'zz.first', root: tsaRoot, notAfter: JUNE(2028) }),
      of('zz.second', 2027, 2040),
      of('zz.third', 2035, 2055),
      of('zz.stranger', 2027, 2040, unknown),
    ])
    const { root } = await world()
    trust = {
      ...(await worldTrust()),
      timestampRoots: [root.certificate.pem, tsaRoot.certificate.pem],
    }
    const sample = await sampleBundle()
    const timestamps = [await first.stamp(sample.log?.checkpoint ?? '', STAMPED)]
    bundle = { ...sample, timestamps }
  })

  const stamper = ({ stamp, certificate }: Sample, at: Date): Stamper => ({
    name: certificate.subject,
    stamp: async (data) => [fromBase64(await stamp(data, at))],
  })
  const renew = (octets: Uint8Array, at: Date, ...by: Sample[]) =>
    renewProof(octets, { trust, stampers: by.map((one) => stamper(one, at)), now: () => at })
  const judge = async (octets: Uint8Array, at: Date) => {
    const { facts, verdict } = await verifyBundle(parseBundle(octets), trust, { at })
    const stamped = facts.find(({ fact }) => fact === 'time-stamped')
    return { verdict, stamped }
  }

  it('goes on proving the first date after the first certificate has run out, and after the second', async () => {
    const old = serialiseBundle(bundle)
    expect((await judge(old, JUNE(2029))).verdict).to.equal('incomplete')
    const once = await renew(old, new Date('2028-01-01T00:00:00.000Z'), second)
    expect(once).to.include({ renewals: 1, goodUntil: JUNE(2040).toISOString() })
    expect((await judge(once.octets, JUNE(2039))).verdict).to.equal('proved')
    expect((await judge(once.octets, JUNE(2041))).verdict).to.equal('incomplete')

    const twice = await renew(once.octets, JUNE(2038), third)
    expect(twice.renewals).to.equal(2)
    const { verdict, stamped } = await judge(twice.octets, JUNE(2050))
    expect(verdict).to.equal('proved')
    expect(stamped?.clocks.attested).to.equal(STAMPED.toISOString())
  })

  it('makes tokens that openssl verifies over the octets that they cover', async () => {
    const at = new Date('2028-01-01T00:00:00.000Z')
    const { octets } = await renew(serialiseBundle(bundle), at, second)
    const renewed = parseBundle(octets)
    const path = (name: string) => join(folder.path, name)
    writeFileSync(path('covered'), coveredOctets(renewed, 0))
    writeFileSync(path('token'), fromBase64(renewed.renewals?.[0]?.timestamps[0] ?? ''))
    writeFileSync(path('root'), tsaRoot.certificate.pem)
    const attime = String(at.getTime() / 1000)
    const words = ['-data', path('covered'), '-in', path('token'), '-token_in', '-attime', attime]
    const said = execFileSync('openssl', ['ts', '-verify', ...words, '-CAfile', path('root')], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    expect(said.toString()).to.include('Verification: OK')
  })

  it('takes several authorities, and says who gave nothing', async () => {
    const at = new Date('2028-01-01T00:00:00.000Z')
    const silent: Stamper = { name: 'silent', stamp: () => Promise.reject(new Error('away')) }
    const { octets, failed } = await renewProof(serialiseBundle(bundle), {
      trust,
      now: () => at,
      stampers: [stamper(first, at), silent, stamper(second, at)],
    })
    expect(parseBundle(octets).renewals?.[0]?.timestamps).to.have.length(2)
    expect(failed.map(({ authority }) => authority)).to.deep.equal(['silent'])
  })

  it('refuses what is false, what is aged, and authorities that nobody trusts', async () => {
    const [approval = ''] = bundle.approvals
    const forged = { ...bundle, approvals: [`${approval.slice(0, -4)}AAAA`] }
    const at = JUNE(2027)
    expect(await codeOf(() => renew(serialiseBundle(forged), at, second))).to.equal(
      'proof-contradicted',
    )
    const old = serialiseBundle(bundle)
    expect(await codeOf(() => renew(old, JUNE(2029), second))).to.equal('proof-aged')
    const unstamped = serialiseBundle({ ...bundle, timestamps: [] })
    expect(await codeOf(() => renew(unstamped, at, second))).to.equal('proof-aged')
    expect(await codeOf(() => renew(old, at, stranger))).to.equal('timestamp-refused')
    const wrong: Stamper = {
      name: 'wrong',
      stamp: async () => [fromBase64(await second.stamp('something else', at))],
    }
    const byWrong = () => renewProof(old, { trust, stampers: [wrong], now: () => at })
    expect(await codeOf(byWrong)).to.equal('timestamp-refused')
    expect(await codeOf(() => renew(new Uint8Array([1]), at, second))).to.equal('proof/malformed')
  })

  it('takes along what is known of the older certificates, and of nobody else', async () => {
    const at = JUNE(2027)
    const other = await issueNetworkRoot({ name: 'X', notBefore: BEGIN, notAfter: JUNE(2060) })
    const update = { thisUpdate: at, nextUpdate: JUNE(2028) }
    const lists = await Promise.all(
      [tsaRoot, other].map((by) => issueRevocationList(by, [], update)),
    )
    const listed = { ...trust, revocationLists: lists }
    const { octets, verdict } = await renewProof(serialiseBundle(bundle), {
      trust: listed,
      now: () => at,
      stampers: [stamper(second, at)],
    })
    expect(parseBundle(octets).renewals?.[0]?.revocationLists).to.deep.equal([lists[0]])
    expect(verdict.verdict).to.equal('proved')
  })

  it('covers statements of absence, too', async () => {
    const silent = await sampleBundle({ receipt: false })
    const timestamps = [await first.stamp(silent.log?.checkpoint ?? '', STAMPED)]
    const told = await withAbsence({ ...silent, timestamps })
    const { octets } = await renew(
      serialiseBundle(told),
      new Date('2027-06-02T00:00:00.000Z'),
      second,
    )
    const renewed = parseBundle(octets)
    const moved = {
      ...renewed,
      absences: renewed.absences?.map((one) => ({ ...one, timestamps: [] })),
    }
    const { facts } = await verifyBundle(moved, trust, { at: JUNE(2030) })
    expect(facts.find(({ fact }) => fact === 'time-stamps-renewed')).to.include({
      standing: 'contradicted',
    })
    const at2039 = await verifyBundle(renewed, trust, { at: JUNE(2039) })
    const stated = at2039.facts.find(({ fact }) => fact === 'absence-stated')
    expect(stated?.attestors?.map(({ worth }) => worth)).to.deep.equal(['good'])
  })

  it('contradicts nothing that the other side holds unrenewed, and alone proves on', async () => {
    const old = serialiseBundle(bundle)
    const { octets } = await renew(old, new Date('2028-01-01T00:00:00.000Z'), second)
    const pair = [parseBundle(octets), parseBundle(old)] as const
    const { findings, outcome } = await compareBundles(pair, trust, { at: JUNE(2030) })
    expect(outcome).to.equal('differ')
    const of = (code: string) => findings.find(({ data }) => data['fact'] === code)?.standing
    expect(of('time-stamped')).to.equal('first')
    expect(of('time-stamps-renewed')).to.equal('first')
    expect(of('receipt-signed')).to.equal('both')
  })
})
