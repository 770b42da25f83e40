import { expect } from 'chai'
import { annex } from '#client/certificate/annex.js'
import { textsIn } from '#client/certificate/block.js'
import { firstPage } from '#client/certificate/first-page.js'
import { makeCertificate } from '#client/certificate/make-certificate.js'
import { analyse, visualRuns } from '#client/certificate/typeset/runs.js'
import { certificateFonts } from '#client/files/certificate-fonts.js'
import { fill } from '#client/languages/fill.js'
import { type Language, LANGUAGES } from '#client/languages/language.js'
import { sentenceOf } from '#client/languages/sentence-of.js'
import { textsOf } from '#client/languages/texts-of.js'
import { makeReport } from '#client/report/make-report.js'
import { readTrustList } from '#crypto/directory/trust-list.js'
import { PackageId } from '#crypto/fields/fields.js'
import type { ProofBundle } from '#crypto/proof/bundle.js'
import { serialiseBundle } from '#crypto/proof/serialise-bundle.js'
import type { DocumentClaim } from '#crypto/proof/verify-bundle.js'
import { codeOf } from '#test/support/code-of.js'
import { plain, poppler, says } from '#test/support/poppler.js'
import { readExamples } from '#test/support/protocol/page.js'
import { END } from '#test/support/world/moments.js'
import { sampleBundle, STAMPED, worldTrust } from '#test/support/world/sample-bundle.js'
import { sampleStamper } from '#test/support/world/sample-log.js'
import { world } from '#test/support/world/world.js'

const AT = new Date('2026-04-01T10:00:00.000Z')

async function certificateOf(
  bundle: ProofBundle,
  language: Language,
  documents: readonly DocumentClaim[] = [],
) {
  const octets = serialiseBundle(bundle)
  const trust = await worldTrust()
  const order = { bundle: octets, trust, documents, language, at: AT, fonts: certificateFonts }
  const { pdf, report } = await makeCertificate(order)
  return { octets, report, judge: poppler(pdf) }
}

describe('certificate of transmission and receipt', function () {
  this.timeout(300_000)

  for (const language of LANGUAGES) {
    it(`says in ${language} who, to whom, when, and what is proved, in fonts of its own`, async () => {
      const bundle = await sampleBundle({ told: 'manifest' })
      const { report, judge, octets } = await certificateOf(bundle, language)
      const texts = textsOf(language)
      const text = judge.text()
      const { certificate: words, clocks, verdicts, states } = texts
      const expected = [
        words.title,
        fill(words.verdict, { verdict: verdicts.proved.label }),
        states.accepted,
        'xa.moj',
        'xb.pgo',
        report.package?.id ?? '',
        clocks.declared.label,
        clocks.observed.label,
        clocks.attested.label,
        '2026-03-01 09:00:00.000',
        '2026-03-01 09:00:30.000',
        words.limitContent,
        words.unsigned,
        words.howToVerify,
        report.bundle.digest,
        ...report.statements.map(({ digest }) => digest),
        ...report.chains.map(({ certificate }) => certificate.fingerprint),
        ...report.roots.map(({ fingerprint }) => fingerprint),
        ...report.verdict.facts.map((fact) => sentenceOf(fact, texts)),
        ...report.verdict.facts.map(({ fact }) => texts.facts[fact].title),
      ]
      for (const one of expected) expect(says(text, one), one).to.equal(true)
      expect(judge.attached()).to.deep.equal(new Uint8Array(octets))

      const fonts = judge.fonts()
      expect(fonts.length).to.be.greaterThan(1)
      // Columns of pdffonts: emb, sub, uni (the text can be read out again).
      for (const font of fonts) expect(font).to.match(/ yes yes yes /)
      expect(judge.info()).to.match(/Tagged: +yes/)
      judge.close()
    })
  }

  it('keeps ids as they are beside Arabic, digits and hyphens included', async () => {
    // Eight digits, a hyphen and a letter: UAX #9 would set the second group before the first.
    const draft = { package: PackageId.parse('01901234-ac96-774b-bcce-b302099a8057') }
    const octets = serialiseBundle(await sampleBundle({ draft }))
    const report = await makeReport(octets, await worldTrust(), { at: AT })
    const [texts, name] = [textsOf('ar'), `${draft.package}.rogatory-proof`]
    if (!report.package) throw new TypeError('a report without its package')
    const blocks = [
      ...firstPage(report, report.package, texts, 'ar'),
      ...annex(report, { name }, texts),
    ]
    const keys = report.chains.flatMap(({ key }) => key ?? [])
    const lines = blocks.flatMap(textsIn).flatMap((text) => text.split('\n'))
    for (const value of [draft.package, name, ...keys]) {
      const told = lines.filter((line) => line.includes(value))
      expect(told.length, value).to.be.greaterThan(0)
      for (const line of told) {
        const runs = visualRuns(analyse(line, 'rtl', 'arabic'), 0, line.length)
        expect(runs.map(({ text }) => text).join('')).to.include(value)
      }
    }
  })

  it('breaks no title of its four clocks within a word, in the language where they are longest', async () => {
    const page = readExamples()
    const order = {
      bundle: serialiseBundle(page.json('bundle') as ProofBundle),
      trust: readTrustList(JSON.stringify(page.json('trust'))),
      language: 'ru' as const,
      at: AT,
      fonts: certificateFonts,
    }
    const judge = poppler((await makeCertificate(order)).pdf)
    const words = judge.words()
    for (const { label } of Object.values(textsOf('ru').clocks)) expect(words).to.include(label)
    judge.close()
  })

  it('names what a bundle without a receipt and without a time-stamp does not prove', async () => {
    const story = await sampleBundle({ receipt: false })
    const { judge, report } = await certificateOf({ ...story, timestamps: [] }, 'en')
    const texts = textsOf('en')
    expect(report.verdict.verdict).to.equal('incomplete')
    expect(judge.text()).to.include(plain(texts.verdicts.incomplete.meaning))
    const missing = report.verdict.facts.filter(({ standing }) => standing !== 'proved')
    expect(missing.map(({ fact }) => fact)).to.include.members(['receipt-signed', 'time-stamped'])
    for (const fact of missing) {
      const label = texts.standings[fact.standing].label
      const said = `${texts.facts[fact.fact].title}: ${label}. ${sentenceOf(fact, texts)}`
      expect(judge.text()).to.include(plain(said))
    }
    judge.close()
  })

  it('says when the time is the operator’s own clock, and only then', async () => {
    const { certificate: words } = textsOf('en')
    const bundle = await sampleBundle()
    const { stamp } = await sampleStamper({ party: (await world()).relay.id })
    const own = [await stamp(bundle.log?.checkpoint ?? '', STAMPED)]
    for (const timestamps of [own, bundle.timestamps]) {
      const { judge, report } = await certificateOf({ ...bundle, timestamps }, 'en')
      expect(report.log?.stamp?.isOperators).to.equal(timestamps === own)
      for (const said of [words.limitOperator, words.operatorStamp]) {
        expect(says(judge.text(), said), said).to.equal(timestamps === own)
      }
      judge.close()
    }
  })

  it('takes no time-stamp at its word whose certificate ran out before it is made', async () => {
    const bundle = serialiseBundle(await sampleBundle())
    const trust = await worldTrust()
    const { verdict } = await makeReport(bundle, trust, { at: new Date(END.getTime() + 1) })
    const fact = verdict.facts.find((one) => one.fact === 'time-stamped')
    expect(fact?.standing).to.equal('claimed')
  })

  it('names documents that were compared', async () => {
    const bundle = await sampleBundle({ told: 'manifest' })
    const { digestOf } = await import('#crypto/bytes/sha256.js')
    const digest = await digestOf('first document')
    const { judge } = await certificateOf(bundle, 'en', [{ name: 'a.pdf', length: 14, digest }])
    const sentence = fill(textsOf('en').facts['document-matches'].proved, {
      name: 'a.pdf',
      sentAs: 'summons.pdf',
    })
    expect(judge.text()).to.include(plain(sentence)).and.to.include(digest)
    judge.close()
  })

  it('is not made of a bundle that is contradicted', async () => {
    const bundle = await sampleBundle()
    const [receipt = ''] = bundle.receipts
    const forged = { ...bundle, receipts: [`${receipt.slice(0, -3)}AAA`] }
    expect(await codeOf(() => certificateOf(forged, 'en'))).to.equal('proof-contradicted')
  })

  it('is not made of a document that was not sent', async () => {
    const bundle = await sampleBundle({ told: 'manifest' })
    const stranger = { name: 'other.pdf', length: 1, digest: 'ab'.repeat(32) }
    const run = () => certificateOf(bundle, 'en', [stranger])
    expect(await codeOf(run)).to.equal('proof-contradicted')
  })

  it('is not made of something else than a bundle', async () => {
    const bundle = new TextEncoder().encode('%PDF-1.7')
    const order = { bundle, trust: await worldTrust(), language: 'en', at: AT } as const
    const run = () => makeCertificate({ ...order, fonts: certificateFonts })
    expect(await codeOf(run)).to.equal('proof/malformed')
  })
})
