import { expect } from 'chai'
import type { TrustList } from '#crypto/directory/trust-list.js'
import type { CertificateIssuer } from '#crypto/pki/identity.js'
import { issueNetworkRoot } from '#crypto/pki/issue-network-root.js'
import type { ProofBundle } from '#crypto/proof/bundle.js'
import { bundleAgeing } from '#crypto/proof/bundle-ageing.js'
import { prepareRenewal } from '#crypto/proof/prepare-renewal.js'
import { firstSunset, momentOf, type Sunset, SUNSETS, Sunsets } from '#crypto/proof/sunset.js'
import { BEGIN } from '#test/support/world/moments.js'
import { withAbsence } from '#test/support/world/sample-absence.js'
import { sampleBundle, STAMPED, worldTrust } from '#test/support/world/sample-bundle.js'
import { sampleStamper } from '#test/support/world/sample-log.js'
import { world } from '#test/support/world/world.js'

type Sample = Awaited<ReturnType<typeof sampleStamper>>
const JUNE = (year: number) => new Date(`${year}-06-01T00:00:00.000Z`)
const iso = (year: number) => JUNE(year).toISOString()

describe('when a bundle ages', function () {
  this.timeout(300_000)
  let trust: TrustList
  let root: CertificateIssuer
  let until2028: Sample, until2032: Sample, until2040: Sample
  let bundle: ProofBundle

  before(async () => {
    root = await issueNetworkRoot({ name: 'Stamps', notBefore: BEGIN, notAfter: JUNE(2060) })
    const until = (year: number) =>
      sampleStamper({ party: `zz.until-${year}`, root, notAfter: JUNE(year) })
    ;[until2028, until2032, until2040] = await Promise.all([until(2028), until(2032), until(2040)])
    const roots = [(await world()).root.certificate.pem, root.certificate.pem]
    trust = { ...(await worldTrust()), timestampRoots: roots }
    bundle = await stamped(await sampleBundle(), until2028)
  })

  const stamped = async (of: ProofBundle, ...by: Sample[]): Promise<ProofBundle> => ({
    ...of,
    timestamps: await Promise.all(by.map(({ stamp }) => stamp(of.log?.checkpoint ?? '', STAMPED))),
  })
  async function renewed(of: ProofBundle, at: Date, ...by: Sample[]): Promise<ProofBundle> {
    const next = await prepareRenewal(of, trust)
    return next.with(await Promise.all(by.map(({ stamp }) => stamp(next.octets, at))))
  }
  const judge = (of: ProofBundle, at: Date, policy?: readonly Sunset[]) =>
    bundleAgeing(of, trust, { at, ...(policy && { policy }) })

  it('is when the last of several time-stamps does', async () => {
    const both = await judge(await stamped(bundle, until2032, until2028), JUNE(2027))
    expect(both).to.deep.include({ state: 'good', renewals: 0, ages: iso(2032) })
    expect(both.tokens.map(({ ages }) => ages)).to.have.members([iso(2032), iso(2028)])
    expect(both.because).to.deep.include({ cause: 'certificate' })
  })

  it('is when the newest renewal does, and older ones do not count any more', async () => {
    const once = await renewed(bundle, JUNE(2027), until2032)
    const at2031 = await judge(once, JUNE(2031))
    expect(at2031).to.deep.include({ state: 'good', renewals: 1, ages: iso(2032) })
    expect(at2031.tokens.map(({ over }) => over)).to.deep.equal(['renewal'])
    const late = await judge(once, JUNE(2033))
    expect(late).to.deep.include({ state: 'aged', ages: iso(2032) })
  })

  it('is at the sunset of an algorithm, where that comes first', async () => {
    const long = await stamped(bundle, until2040)
    const fallen: Sunset = { algorithm: 'SHA-256', lastDay: '2029-12-31', source: 'a break' }
    const judged = await judge(long, JUNE(2027), [...SUNSETS, fallen])
    const because = { cause: 'algorithm', of: 'SHA-256', source: 'a break' }
    expect(judged).to.deep.include({ ages: '2029-12-31T23:59:59.999Z', because, state: 'good' })
    expect(await judge(long, JUNE(2030), [fallen])).to.deep.include({ state: 'aged' })
    expect(await judge(long, JUNE(2027), [])).to.deep.include({ ages: iso(2040) })
    const { ages } = await judge(long, JUNE(2027))
    expect(ages?.slice(0, 10)).to.equal('2035-12-31')
  })

  it('is without a time-stamp when the first certificate of an authority ends', async () => {
    const judged = await judge({ ...bundle, timestamps: [] }, JUNE(2027))
    const [first] = judged.certificates
    expect(judged).to.deep.include({ state: 'unstamped', ages: first?.until, tokens: [] })
    expect(judged.certificates).to.have.length(3)
  })

  it('is when a statement of absence does, unless a renewal covers it', async () => {
    const silent = await stamped(await sampleBundle({ receipt: false }), until2040)
    const told = await withAbsence(silent)
    const { ages, tokens } = await judge(told, JUNE(2027), [])
    expect(tokens.map(({ over }) => over)).to.deep.equal(['checkpoint', 'absence'])
    expect(ages).to.equal(tokens[1]?.ages)
    const covered = await judge(await renewed(told, JUNE(2027), until2040), JUNE(2027), [])
    expect(covered.ages).to.equal(iso(2040))
  })

  it('follows a table that names its sources, and takes the first of its rows', () => {
    expect(Sunsets.safeParse(SUNSETS).success).to.equal(true)
    const day = (name: string, bits?: number) =>
      firstSunset([{ name, ...(bits !== undefined && { bits }) }], SUNSETS)?.lastDay
    expect(day('RSA', 2048)).to.equal('2030-12-31')
    expect(day('RSA', 3071)).to.equal('2030-12-31')
    expect(day('RSA', 3072)).to.equal('2035-12-31')
    expect(day('SHA-1')).to.equal('2013-12-31')
    expect(day('SHA-256')).to.equal(undefined)
    const both = [{ name: 'P-256' }, { name: 'RSA', bits: 2048 }]
    const first = firstSunset(both, SUNSETS)
    expect(first && momentOf(first).toISOString()).to.equal('2030-12-31T23:59:59.999Z')
  })
})
