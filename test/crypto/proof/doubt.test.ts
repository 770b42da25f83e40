import { expect } from 'chai'
import { signEntry } from '#crypto/directory/sign-entry.js'
import { generateSigningKey } from '#crypto/keys/generate.js'
import { generateIdentityKey } from '#crypto/pki/identity-key.js'
import { issueCertificate } from '#crypto/pki/issue-certificate.js'
import { issueNetworkRoot } from '#crypto/pki/issue-network-root.js'
import { issueRevocationList } from '#crypto/pki/issue-revocation-list.js'
import { readCertificate } from '#crypto/pki/read-certificate.js'
import type { ProofBundle } from '#crypto/proof/bundle.js'
import { verifyBundle } from '#crypto/proof/verify-bundle.js'
import type { Verdict } from '#crypto/proof/fact.js'
import { issueEvidence } from '#crypto/evidence/issue-evidence.js'
import { PackageEvidence } from '#crypto/evidence/evidence.js'
import { readStatement } from '#crypto/statement/read-statement.js'
import { digestOf } from '#crypto/bytes/sha256.js'
import { after, BEGIN, END, NOW } from '#test/support/world/moments.js'
import { entryKeyOf } from '#test/support/world/parties.js'
import { sampleBundle, STAMPED, worldTrust } from '#test/support/world/sample-bundle.js'
import { sampleLog, sampleStamper } from '#test/support/world/sample-log.js'
import { withTranslation } from '#test/support/world/sample-translation.js'
import { world } from '#test/support/world/world.js'

const DAY = 86_400
const days = (count: number) => after(NOW, count * DAY)

/** Facts that rest on what the relay states: its clock, or its word. */
const RESTING = [
  'relay-identified',
  'evidence-chain-unbroken',
  'header-signed',
  'key-not-revoked',
  'approvals-given',
  'submission-accepted',
  'available',
  'notified',
  'handed-over',
  'receipt-signed',
  'receipt-accepted',
]

describe('evidence that its relay could no longer have signed when anybody else attests it', function () {
  this.timeout(300_000)
  type Stamper = Awaited<ReturnType<typeof sampleStamper>>
  let sample: ProofBundle
  let listed: Stamper, operators: Stamper
  let roots: string[]

  before(async () => {
    sample = await sampleBundle()
    const { root, relay } = await world()
    const longRoot = await issueNetworkRoot({
      name: 'Long',
      notBefore: BEGIN,
      notAfter: days(9999),
    })
    const long = { root: longRoot, notAfter: days(9000) }
    listed = await sampleStamper({ party: 'zz.long', ...long })
    operators = await sampleStamper({ party: relay.id, ...long })
    roots = [root.certificate.pem, longRoot.certificate.pem]
  })

  const stamped = async (
    at: Date,
    { by = listed, of = sample }: { by?: Stamper; of?: ProofBundle } = {},
  ): Promise<ProofBundle> => ({ ...of, timestamps: [await by.stamp(of.log?.checkpoint ?? '', at)] })

  /** The relay's certificate was revoked, its keys stolen. */
  const revoked = async (at: Date) => {
    const { root, relay } = await world()
    const { serial } = readCertificate(relay.identity.chain[0] ?? '')
    return issueRevocationList(root, [{ serial, at, reason: 'keyCompromise' }], {
      thisUpdate: at,
      nextUpdate: END,
    })
  }
  const judge = async (bundle: ProofBundle, lists: string[] = [], at?: Date) =>
    verifyBundle(
      bundle,
      { ...(await worldTrust()), timestampRoots: roots, revocationLists: lists },
      { ...(at && { at }) },
    )
  const standings = ({ facts }: Verdict, codes: readonly string[]) => [
    ...new Set(facts.flatMap(({ fact, standing }) => (codes.includes(fact) ? [standing] : []))),
  ]
  const doubts = ({ facts }: Verdict) => [
    ...new Set(facts.flatMap(({ data }) => data['doubt'] ?? [])),
  ]

  it('is claimed, once the certificate was revoked: stolen keys sign any time that they like', async () => {
    const verdict = await judge(await stamped(days(120)), [await revoked(days(28))])
    expect(standings(verdict, RESTING)).to.deep.equal(['claimed'])
    expect(doubts(verdict)).to.have.members(['relay-revoked', 'attested-late'])
    expect(verdict.verdict).to.equal('incomplete')
    const [accepted] = verdict.facts.filter(({ fact }) => fact === 'submission-accepted')
    expect(accepted?.text).to.include('certificate had been revoked before')
  })

  it('is claimed of a hand-off, too, and so is what rests on it', async () => {
    const of = await withTranslation(sample)
    const verdict = await judge(await stamped(days(120), { of }), [await revoked(days(28))])
    const facts = ['custody-unbroken', 'translation-certified', ...RESTING]
    expect(standings(verdict, facts)).to.deep.equal(['claimed'])
    const honest = await judge(await stamped(days(10), { of }), [await revoked(days(28))])
    expect(standings(honest, facts)).to.deep.equal(['proved'])
  })

  it('is claimed however short the time between', async () => {
    const verdict = await judge(await stamped(days(2)), [await revoked(days(1))])
    expect(standings(verdict, RESTING)).to.deep.equal(['claimed'])
    expect(standings(verdict, ['clocks-agree'])).to.deep.equal(['proved'])
    expect(verdict.verdict).to.equal('incomplete')
  })

  it('is claimed, once the certificate had ended', async () => {
    const verdict = await judge(await stamped(after(END, DAY)))
    expect(standings(verdict, RESTING)).to.deep.equal(['claimed'])
    expect(doubts(verdict)).to.have.members(['relay-ended', 'attested-late'])
  })

  it('stays proved where somebody attested it in time, whatever came over the certificate since', async () => {
    const honest = await stamped(STAMPED)
    expect((await judge(honest, [await revoked(days(1))])).verdict).to.equal('proved')
    expect((await judge(honest, [], days(5000))).verdict).to.equal('proved')
  })

  it('is what it was where nobody but the operator attests anything', async () => {
    const list = await revoked(days(28))
    expect((await judge(await stamped(days(120), { by: operators }), [list])).verdict).to.equal(
      'proved',
    )
    const none = await judge({ ...sample, timestamps: [] }, [list])
    expect(standings(none, RESTING)).to.deep.equal(['proved'])
  })

  /** A second version of the relay's entry, under a new certificate. */
  async function renewedEntry(keys: 'the same keys' | 'new keys') {
    const { relay, root } = await world()
    const key = await generateIdentityKey()
    const { x5c } = await issueCertificate(key, {
      role: 'relay',
      party: relay.id,
      name: relay.id,
      state: 'ZZ',
      issuer: root,
      notBefore: BEGIN,
      notAfter: END,
    })
    const evidence = keys === 'new keys' ? await generateSigningKey('x25519') : relay.evidenceKey
    const others = relay.claims.keys.filter(({ purpose }) => purpose !== 'evidence')
    const claims = {
      ...relay.claims,
      version: 2,
      supersedes: relay.entry.digest,
      keys: [...others, entryKeyOf('evidence', evidence)],
    }
    return { statement: await signEntry(claims, { key, chain: [x5c] }), evidence }
  }

  it('stays proved where a later version of the entry, under another certificate, keeps the key', async () => {
    const { statement } = await renewedEntry('the same keys')
    const of = { ...sample, entries: [...sample.entries, statement] }
    const verdict = await judge(await stamped(days(2), { of }), [await revoked(days(1))])
    expect(verdict.verdict).to.equal('proved')
  })

  it('stays proved where the relay goes on, under another certificate and key: its last piece speaks for those before', async () => {
    const { statement, evidence } = await renewedEntry('new keys')
    const { relay } = await world()
    const last = sample.evidence.at(-1) ?? ''
    const claims = PackageEvidence.parse((await readStatement(last)).payload)
    const next = await issueEvidence(
      {
        ...claims,
        code: 'F.1',
        subject: null,
        time: days(2).toISOString(),
        sequence: claims.sequence + 1,
        previous: await digestOf(last),
      },
      evidence,
    )
    const all = [...sample.evidence, next]
    const { checkpoint, leaves } = await sampleLog([...all, ...sample.receipts], relay.logKey)
    const of = {
      ...sample,
      evidence: all,
      entries: [...sample.entries, statement],
      log: { checkpoint, leaves },
    }
    const verdict = await judge(await stamped(days(2), { of }), [await revoked(days(1))])
    expect(doubts(verdict)).to.deep.equal([])
    expect(standings(verdict, RESTING)).to.deep.equal(['proved'])
  })
})
