import { expect } from 'chai'
import type { TrustList } from '#crypto/directory/trust-list.js'
import type { CertificateIssuer } from '#crypto/pki/identity.js'
import { issueNetworkRoot } from '#crypto/pki/issue-network-root.js'
import { issueRevocationList } from '#crypto/pki/issue-revocation-list.js'
import type { ProofBundle } from '#crypto/proof/bundle.js'
import { coveredOctets } from '#crypto/proof/covered-octets.js'
import { parseBundle } from '#crypto/proof/parse-bundle.js'
import { serialiseBundle } from '#crypto/proof/serialise-bundle.js'
import { verifyBundle } from '#crypto/proof/verify-bundle.js'
import { factsIn } from '#test/support/facts-in.js'
import { BEGIN, END } from '#test/support/world/moments.js'
import { sampleBundle, STAMPED, worldTrust } from '#test/support/world/sample-bundle.js'
import { sampleStamper } from '#test/support/world/sample-log.js'
import { world } from '#test/support/world/world.js'

type Sample = Awaited<ReturnType<typeof sampleStamper>>

const YEARS = (year: number) => new Date(`${year}-06-01T00:00:00.000Z`)

describe('time-stamps of a bundle', function () {
  this.timeout(300_000)
  let bundle: ProofBundle
  let trust: TrustList
  let qualifiedRoot: CertificateIssuer
  let stampers: Record<'operator' | 'lasting' | 'qualified' | 'short' | 'long' | 'stranger', Sample>

  before(async () => {
    bundle = await sampleBundle()
    const { root, relay } = await world()
    const validity = { notBefore: BEGIN, notAfter: YEARS(2060) }
    qualifiedRoot = await issueNetworkRoot({ name: 'Qualified', ...validity })
    const unknown = await issueNetworkRoot({ name: 'Unknown', ...validity })
    const [operator, lasting, qualified, short, long, stranger] = await Promise.all([
      sampleStamper({ party: relay.id }),
      sampleStamper({ party: relay.id, root: qualifiedRoot, notAfter: YEARS(2050) }),
      sampleStamper({ party: 'zz.qualified', root: qualifiedRoot, notAfter: YEARS(2050) }),
      sampleStamper({ party: 'zz.short', root: qualifiedRoot, notAfter: YEARS(2028) }),
      sampleStamper({
        party: 'zz.long',
        root: qualifiedRoot,
        notBefore: YEARS(2027),
        notAfter: YEARS(2040),
      }),
      sampleStamper({ root: unknown }),
    ])
    stampers = { operator, lasting, qualified, short, long, stranger }
    const { certificate } = qualifiedRoot
    trust = {
      ...(await worldTrust()),
      timestampRoots: [root.certificate.pem, certificate.pem],
      qualifiedTimestampRoots: [certificate.fingerprint],
    }
  })

  const note = () => bundle.log?.checkpoint ?? ''
  const stamped = async (...names: (keyof typeof stampers)[]): Promise<ProofBundle> => ({
    ...bundle,
    timestamps: await Promise.all(names.map((name) => stampers[name].stamp(note(), STAMPED))),
  })
  async function renewed(
    before: ProofBundle,
    { stamp }: Sample,
    at: Date,
    revocationLists: string[] = [],
  ): Promise<ProofBundle> {
    const { renewals = [] } = before
    const timestamps = [await stamp(coveredOctets(before, renewals.length, revocationLists), at)]
    return { ...before, renewals: [...renewals, { revocationLists, timestamps }] }
  }
  async function judge(given: ProofBundle, at?: Date) {
    const read = parseBundle(serialiseBundle(given))
    const verdict = await verifyBundle(read, trust, at ? { at } : {})
    const [fact] = factsIn(verdict, 'time-stamped')
    const [renewal] = factsIn(verdict, 'time-stamps-renewed')
    return { verdict: verdict.verdict, fact, renewal }
  }
  const worths = (fact: { attestors?: readonly { worth: string }[] } | undefined) =>
    fact?.attestors?.map(({ worth }) => worth)

  it('are judged each, and what the operator’s own clock says is called so', async () => {
    const { verdict, fact } = await judge(await stamped('operator'))
    expect([verdict, fact?.standing]).to.deep.equal(['proved', 'proved'])
    expect(fact?.text).to.include('the operator’s own clock')
    expect(fact?.data).to.include({ kind: 'operator' })
  })

  it('of several authorities all stand in the fact, an independent one before the operator’s', async () => {
    const { fact } = await judge(await stamped('operator', 'qualified', 'stranger'))
    expect(fact?.attestors?.map(({ kind }) => kind)).to.deep.equal(['operator', 'qualified'])
    expect(fact?.data).to.include({ kind: 'qualified', tokens: '2' })
    expect(fact?.text).to.not.include('operator')
  })

  it('are pending where there is none, and of nobody where only strangers gave some', async () => {
    const none = await judge({ ...bundle, timestamps: [] })
    expect(none.fact).to.deep.include({ standing: 'unproved', data: { pending: 'true' } })
    const strangers = await judge(await stamped('stranger'))
    expect(strangers.fact).to.deep.include({ standing: 'unproved', data: {} })
  })

  it('prove nothing by themselves once their certificates have run out', async () => {
    const short = await stamped('short')
    expect((await judge(short, YEARS(2027))).fact).to.include({ standing: 'proved' })
    const { fact, verdict } = await judge(short, YEARS(2029))
    expect(fact).to.include({ standing: 'claimed' })
    expect(worths(fact)).to.deep.equal(['aged'])
    expect(verdict).to.equal('incomplete')
    expect((await judge(short)).fact, 'without a clock, its word').to.include({
      standing: 'proved',
    })
  })

  it('go on proving when they were renewed in time', async () => {
    const old = await stamped('short')
    const fresh = await renewed(old, stampers.long, new Date('2028-01-01T00:00:00.000Z'))
    const { fact, renewal, verdict } = await judge(fresh, YEARS(2039))
    expect(verdict).to.equal('proved')
    expect(fact?.clocks.attested).to.equal(STAMPED.toISOString())
    expect(worths(fact)).to.deep.equal(['good', 'good'])
    expect(renewal).to.include({ standing: 'proved' })
  })

  it('renewed too late leave the renewal’s time, and say that the chain is broken', async () => {
    const at = YEARS(2029)
    const { fact, renewal } = await judge(
      await renewed(await stamped('short'), stampers.long, at),
      YEARS(2030),
    )
    expect(fact).to.include({ standing: 'proved' })
    expect(fact?.clocks.attested).to.equal(at.toISOString())
    expect(fact?.text).to.include('older time-stamps prove nothing')
    expect(renewal).to.include({ standing: 'claimed' })
  })

  it('renewed twice: each renewal covers the one before', async () => {
    const once = await renewed(await stamped('short'), stampers.long, YEARS(2027))
    const twice = await renewed(once, stampers.qualified, YEARS(2035))
    expect(await judge(twice, YEARS(2045))).to.include({ verdict: 'proved' })
    const [, second] = twice.renewals ?? []
    const skipped = { ...twice, ...(second && { renewals: [second] }) }
    const { fact, renewal } = await judge(skipped)
    expect(renewal).to.include({ standing: 'contradicted' })
    expect(fact).to.equal(undefined)
  })

  it('cover all of the story, and neither what is told beside nor later checkpoints', async () => {
    const fresh = await renewed(await stamped('short'), stampers.long, YEARS(2027))
    const untold = Object.entries(fresh).filter(([name]) => name !== 'disclosure')
    expect((await judge(Object.fromEntries(untold) as ProofBundle)).renewal).to.include({
      standing: 'proved',
    })
    for (const change of [
      { approvals: [] },
      { revocationLists: ['x'] },
      { timestamps: [] },
      { renewals: [{ ...fresh.renewals?.[0], revocationLists: ['x'] }] },
    ] as Partial<ProofBundle>[]) {
      const { renewal } = await judge({ ...fresh, ...change })
      expect(renewal, JSON.stringify(change)).to.include({ standing: 'contradicted' })
    }
  })

  it('of a later time than the renewal that covers them contradict', async () => {
    const early = await renewed(await stamped('qualified'), stampers.qualified, BEGIN)
    expect((await judge(early)).renewal).to.include({ standing: 'contradicted' })
  })

  it('of a stolen key prove nothing, unless they were renewed before it was stolen', async () => {
    const revoked = [
      {
        serial: stampers.short.certificate.serial,
        at: YEARS(2027),
        reason: 'keyCompromise' as const,
      },
    ]
    const list = await issueRevocationList(qualifiedRoot, revoked, {
      thisUpdate: YEARS(2027),
      nextUpdate: END,
    })
    const told = { ...(await stamped('short')), revocationLists: [list] }
    const late = await judge(told, new Date('2027-07-01T00:00:00.000Z'))
    expect(late.fact).to.include({ standing: 'unproved' })
    expect(worths(late.fact)).to.deep.equal(['revoked'])
    const intime = await renewed(told, stampers.qualified, new Date('2027-05-01T00:00:00.000Z'))
    expect(worths((await judge(intime, YEARS(2028))).fact)).to.deep.equal(['good', 'good'])
  })

  describe('which the operator’s own clock cannot revive', () => {
    /** The key of the first authority is stolen, its certificate ended: the operator makes a token of it. */
    const backdated = async () => {
      const list = await issueRevocationList(
        qualifiedRoot,
        [{ serial: stampers.short.certificate.serial, at: YEARS(2027), reason: 'keyCompromise' }],
        { thisUpdate: YEARS(2027), nextUpdate: END },
      )
      return { ...(await stamped('short')), revocationLists: [list] }
    }
    const GAP = new Date('2027-05-01T00:00:00.000Z')

    it('by a renewal of its own that is dated into the gap', async () => {
      const { verdict, fact } = await judge(
        await renewed(await backdated(), stampers.lasting, GAP),
        YEARS(2030),
      )
      expect(fact?.data).to.include({ kind: 'operator', renewedBy: 'operator' })
      expect(fact?.text).to.include('the operator’s own clock')
      expect(fact?.attestors?.map(({ kind, renewedBy }) => [kind, renewedBy])).to.deep.equal([
        ['operator', 'operator'],
        ['operator', undefined],
      ])
      expect(verdict).to.equal('proved')
    })

    it('nor beside an honest renewal: that one’s time is attested, and that the chain is broken is said', async () => {
      const given = await backdated()
      const octets = coveredOctets(given, 0, [])
      const timestamps = [
        await stampers.lasting.stamp(octets, GAP),
        await stampers.long.stamp(octets, YEARS(2030)),
      ]
      const renewals = [{ revocationLists: [], timestamps }]
      const { fact, renewal, verdict } = await judge({ ...given, renewals }, YEARS(2031))
      expect(fact?.clocks.attested).to.equal(YEARS(2030).toISOString())
      expect(fact?.data).to.include({ kind: 'qualified' })
      expect(fact?.data).to.not.have.property('renewedBy')
      expect(renewal).to.include({ standing: 'claimed' })
      expect(renewal?.text).to.include('operator’s own clock')
      expect(verdict).to.equal('incomplete')
    })

    it('but a token that needs no renewal is what it was beside the operator’s', async () => {
      const given = await renewed(await stamped('qualified'), stampers.operator, YEARS(2027))
      const { verdict, fact, renewal } = await judge(given, new Date('2027-07-01T00:00:00.000Z'))
      expect(fact?.data).to.include({ kind: 'qualified' })
      expect([verdict, renewal?.standing]).to.deep.equal(['proved', 'proved'])
    })

    it('and without a verifier’s clock the operator’s renewal still shows that a token had aged', async () => {
      const { certificate } = stampers.short
      const late = new Date(certificate.notAfter.getTime() + 86_400_000)
      const { fact } = await judge(await renewed(await stamped('short'), stampers.lasting, late))
      expect(worths(fact)).to.deep.equal(['aged', 'good'])
    })

    it('a story that nobody but the operator ever stamped goes on as before, on the operator’s clock', async () => {
      const given = await renewed(await stamped('operator'), stampers.operator, YEARS(2027))
      const { verdict, fact, renewal } = await judge(given, new Date('2027-07-01T00:00:00.000Z'))
      expect(fact?.data).to.include({ kind: 'operator' })
      expect(fact?.clocks.attested).to.equal(STAMPED.toISOString())
      expect([verdict, renewal?.standing]).to.deep.equal(['proved', 'proved'])
    })
  })
})
