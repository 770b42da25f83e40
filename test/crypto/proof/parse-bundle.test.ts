import { expect } from 'chai'
import { toUtf8 } from '#crypto/bytes/bytes.js'
import { assembleBundle } from '#crypto/proof/assemble-bundle.js'
import type { ProofBundle } from '#crypto/proof/bundle.js'
import { MAX_BUNDLE_BYTES, parseBundle } from '#crypto/proof/parse-bundle.js'
import { serialiseBundle } from '#crypto/proof/serialise-bundle.js'
import { codeOf } from '#test/support/code-of.js'
import { sampleBundle } from '#test/support/world/sample-bundle.js'

describe('the file of a proof bundle', () => {
  let sample: ProofBundle
  before(async () => {
    sample = await sampleBundle({ told: 'manifest' })
  })
  const codeFor = (text: string) => codeOf(() => parseBundle(toUtf8(text)))
  const text = () => JSON.stringify(sample)

  it('is read as it was written, and written one way', () => {
    const octets = serialiseBundle(sample)
    expect(parseBundle(octets)).to.deep.equal(sample)
    expect(serialiseBundle(parseBundle(toUtf8(text())))).to.deep.equal(octets)
    expect(octets.at(-1)).to.equal(0x0a)
  })

  it('is not written when nobody could read it', async () => {
    const evidence = Array.from({ length: 4096 }, (_, i) => `${'x'.repeat(3000)}${i}`)
    expect(await codeOf(() => serialiseBundle({ ...sample, evidence }))).to.equal('proof/malformed')
  })

  for (const [what, change] of [
    ['another format', { format: 'rogatory-trust' }],
    ['another version', { version: 2 }],
    ['a version that is a text', { version: '1' }],
    ['a member that nobody knows', { note: '' }],
    ['no header', { header: undefined }],
    ['a header that is no text', { header: ['a'] }],
    ['a statement twice', { evidence: Array(2).fill('x'.repeat(20)) }],
    ['a revocation list twice', { revocationLists: ['AAAA', 'AAAA'] }],
    ['a time-stamp twice', { timestamps: ['AAAA', 'AAAA'] }],
    [
      'too many receipts',
      { receipts: Array.from({ length: 33 }, (_, i) => `${'x'.repeat(20)}${i}`) },
    ],
    ['an index beyond what a double holds', { log: { checkpoint: 'a', leaves: [leaf(2 ** 53)] } }],
    ['a negative index', { log: { checkpoint: 'a', leaves: [leaf(-1)] } }],
    ['half an index', { log: { checkpoint: 'a', leaves: [leaf(0.5)] } }],
    ['a path too long', { log: { checkpoint: 'a', leaves: [leaf(0, 65)] } }],
    [
      'a hash in other letters',
      { log: { checkpoint: 'a', leaves: [leaf(0, 1, `${'_'.repeat(43)}=`)] } },
    ],
  ] as [string, object][]) {
    it(`is refused with ${what}`, async () => {
      expect(await codeFor(JSON.stringify({ ...sample, ...change }))).to.equal('proof/malformed')
    })
  }

  for (const [what, odd] of [
    ['nothing', ''],
    ['no JSON', '{'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a number beyond every double', '{"version":1e999}'],
    ['an integer that no double holds', '{"version":9007199254740993}'],
    ['17 levels', `${'['.repeat(17)}${']'.repeat(17)}`],
    ['a million levels', '['.repeat(1_000_000)],
  ] as const) {
    it(`is refused when it is ${what}`, async () => {
      expect(await codeFor(odd)).to.equal('proof/malformed')
    })
  }

  it('is refused with a member twice, with __proto__, or as octets that are no text', async () => {
    const twice = text().replace('"version":1', '"version":1,"version":1')
    expect(await codeFor(twice)).to.equal('proof/malformed')
    const proto = text().replace('"version":1', '"version":1,"__proto__":{}')
    expect(await codeFor(proto)).to.equal('proof/malformed')
    expect(await codeOf(() => parseBundle(Uint8Array.of(0xff)))).to.equal('proof/malformed')
    const vast = new Uint8Array(MAX_BUNDLE_BYTES + 1).fill(0x20)
    expect(await codeOf(() => parseBundle(vast))).to.equal('proof/malformed')
  })

  function leaf(index: number, hashes = 1, hash = `${'A'.repeat(43)}=`) {
    return { digest: '0'.repeat(64), index, path: Array<string>(hashes).fill(hash) }
  }
})

describe('assembling a bundle', () => {
  const material = {
    record: { header: 'header', credential: 'officer', approvals: [], evidence: [], receipts: [] },
    entries: [{ statement: 'entry', evidence: { statement: 'X.1' } }],
    credentials: ['officer'],
    revocations: ['bare', { statement: 'logged', evidence: { statement: 'X.3' } }],
    suspensions: [],
    revocationLists: ['list', 'list'],
    checkpoint: null,
    leaves: [],
    timestamps: ['token'],
  }

  it('holds each thing once, and no time-stamp of no checkpoint', async () => {
    const bundle = await assembleBundle(material)
    expect(bundle.credentials).to.deep.equal(['officer'])
    expect(bundle.evidence).to.deep.equal(['X.1', 'X.3'])
    expect(bundle.revocations).to.deep.equal(['bare', 'logged'])
    expect(bundle.revocationLists).to.deep.equal(['list'])
    expect([bundle.log, bundle.timestamps]).to.deep.equal([null, []])
    expect(bundle).to.not.have.property('disclosure')
  })

  it('leaves out what proves nothing to anybody: leaves of statements that are not in it', async () => {
    const leaves = [{ digest: '0'.repeat(64), index: 0, path: [] }]
    const bundle = await assembleBundle({ ...material, checkpoint: 'note', leaves })
    expect(bundle.log).to.deep.equal({ checkpoint: 'note', leaves: [] })
    expect(bundle.timestamps).to.deep.equal(['token'])
  })
})
