import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import { textsOf } from '#client/languages/texts-of.js'
import { utcTime } from '#client/report/utc-time.js'
import { formatTrustList } from '#crypto/directory/trust-list.js'
import { serialiseBundle } from '#crypto/proof/serialise-bundle.js'
import { verifyBundle } from '#crypto/proof/verify-bundle.js'
import { parseBundle } from '#crypto/proof/parse-bundle.js'
import { issueNetworkRoot } from '#crypto/pki/issue-network-root.js'
import { httpRelay } from '#test/support/http-relay.js'
import { readExamples } from '#test/support/protocol/page.js'
import { sampleBundle, worldTrust } from '#test/support/world/sample-bundle.js'
import { BEGIN, END } from '#test/support/world/moments.js'
import { launchChromium } from './launch-chromium.js'
import { type GivenFile, openVerifier, picture, verifyWith } from './verifier-page.js'

const AXE = createRequire(import.meta.url).resolve('axe-core')
const PROOF = 'case.rogatory-proof'

/** What axe finds on the page as it stands: rule and place. */
async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(AXE, 'utf8'))
  return page.evaluate<string[]>(`axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map((n) => id + ' ' + n.target)))`)
}

const standings = (page: Page, fact: string) =>
  page.locator(`[data-fact="${fact}"]`).allTextContents()

describe('the verification page', function () {
  this.timeout(300_000)
  let browser: Browser
  let bundle: GivenFile
  let trust: GivenFile
  const letter = { name: 'letter.pdf', octets: 'first document' }

  before(async function () {
    const launched = await launchChromium()
    if (launched === undefined) return this.skip()
    browser = launched
    bundle = { name: PROOF, octets: serialiseBundle(await sampleBundle({ told: 'manifest' })) }
    trust = { name: 'trust.json', octets: formatTrustList(await worldTrust()) }
  })
  after(() => (browser as Browser | undefined)?.close())

  for (const language of ['en', 'ar'] as const) {
    for (const width of [1280, 375]) {
      const at = `${language}-${width}`
      const { page: words, certificate, verdicts, standings: labels, facts } = textsOf(language)

      it(`shows in ${language} at ${width} pixels what the command shows`, async () => {
        const { page, troubles, close } = await openVerifier(browser, language, width)
        expect(await page.locator('html').getAttribute('dir')).to.equal(
          language === 'ar' ? 'rtl' : 'ltr',
        )
        expect(await page.locator('h1').textContent()).to.equal(words.title)
        expect(await barriers(page)).to.deep.equal([])
        await picture(page, `${at}-choose`)
        await verifyWith(page, { bundle, trust, documents: [letter] })
        expect(await page.locator('#result').textContent()).to.include(verdicts.proved.label)
        const expected = await verifyBundle(
          parseBundle(new Uint8Array(bundle.octets as Uint8Array)),
          await worldTrust(),
          { at: new Date() },
        )
        for (const { fact, clocks } of expected.facts) {
          const shown = await standings(page, fact)
          expect(shown.length, fact).to.be.greaterThan(0)
          for (const one of shown) expect(one).to.include(labels.proved.label)
          const text = (await page.locator('main').textContent()) ?? ''
          expect(text).to.include(facts[fact].title)
          for (const time of Object.values(clocks)) expect(text).to.include(utcTime(time))
        }
        expect(await standings(page, 'document-matches')).to.have.length(1)
        expect(await page.evaluate('document.activeElement.id')).to.equal('result')
        await page.locator('summary').click()
        const all = (await page.locator('main').textContent()) ?? ''
        expect(all).to.include(certificate.annexKeys)
        expect(await barriers(page)).to.deep.equal([])
        await picture(page, `${at}-proved`)
        // Nothing runs over the side of a small screen.
        expect(await page.evaluate('document.documentElement.scrollWidth')).to.equal(width)
        expect(troubles).to.deep.equal([])
        await close()
      })
    }

    it(`prints in ${language} what it shows, four clocks side by side, with nothing cut off`, async () => {
      const examples = readExamples()
      const { page, close } = await openVerifier(browser, language, 1280)
      await verifyWith(page, {
        bundle: { name: PROOF, octets: JSON.stringify(examples.json('bundle')) },
        trust: { name: 'trust.json', octets: JSON.stringify(examples.json('trust')) },
      })
      // A4 between margins of 15 mm, in pixels of CSS.
      await page.setViewportSize({ width: 680, height: 1000 })
      await page.emulateMedia({ media: 'print' })
      expect(await page.locator('.scroll th[scope="col"]').count()).to.be.at.least(5)
      expect(await page.evaluate('document.documentElement.scrollWidth')).to.equal(680)
      const wide = `Math.max(...[...document.querySelectorAll('table')].map((one) => one.offsetWidth))`
      expect(await page.evaluate(wide)).to.be.at.most(680)
      await picture(page, `${language}-print`)
      await close()
    })

    it(`tells in ${language} what one changed octet contradicts`, async () => {
      const { page, troubles, close } = await openVerifier(browser, language, 1280)
      const { receipts, ...rest } = parseBundle(new Uint8Array(bundle.octets as Uint8Array))
      const [receipt = ''] = receipts
      const at = receipt.length - 40
      const other = receipt[at] === 'A' ? 'B' : 'A'
      const forged = receipt.slice(0, at) + other + receipt.slice(at + 1)
      const octets = JSON.stringify({ ...rest, receipts: [forged] })
      await verifyWith(page, { bundle: { name: PROOF, octets }, trust })
      const { verdicts, standings: labels } = textsOf(language)
      expect(await page.locator('#result').textContent()).to.include(verdicts.contradicted.label)
      expect((await standings(page, 'receipt-signed')).join()).to.include(labels.contradicted.label)
      expect(await page.locator('main').textContent()).to.match(/statement\/signature/)
      expect(await barriers(page)).to.deep.equal([])
      await picture(page, `${language}-contradicted`)
      expect(troubles).to.deep.equal([])
      await close()
    })
  }

  it('does the same under the policy of a relay that serves it, and asks for nothing else', async () => {
    const http = await httpRelay()
    const { page, troubles, close } = await openVerifier(
      ...([browser, 'en', 1280, `${http.url}/verifier`] as const),
    )
    await verifyWith(page, { bundle, trust, documents: [letter] })
    expect(await page.locator('#result').textContent()).to.include('Proved')
    expect(await standings(page, 'document-matches')).to.have.length(1)
    expect(troubles).to.deep.equal([])
    await close()
    await http.close()
  })

  it('proves nothing under another trust list', async () => {
    const { page, close } = await openVerifier(browser, 'en', 1280)
    const stranger = await issueNetworkRoot({ name: 'Stranger', notBefore: BEGIN, notAfter: END })
    const roots = [stranger.certificate.pem]
    const octets = formatTrustList({ roots, timestampRoots: roots })
    await verifyWith(page, { bundle, trust: { name: 'trust.json', octets } })
    expect(await page.locator('.verdict').getAttribute('class')).not.to.include('proved')
    expect((await standings(page, 'sender-identified')).join()).not.to.match(/✓/)
    await close()
  })

  it('tells a document that was sent from one that was not', async () => {
    const { page, close } = await openVerifier(browser, 'en', 1280)
    const other = { name: 'other.pdf', octets: 'another document' }
    await verifyWith(page, { bundle, trust, documents: [letter, other] })
    const [first, second] = await standings(page, 'document-matches')
    expect(first).to.include('Proved')
    expect(second).to.include('Contradicted')
    await close()
  })

  it('says what is missing, and leads there by keyboard', async () => {
    const { page, close } = await openVerifier(browser, 'en', 375)
    await page.focus('#verify')
    await page.keyboard.press('Enter')
    await page.waitForSelector('#problems')
    expect(await page.locator('#problems li').allTextContents()).to.deep.equal([
      textsOf('en').page.needBundle,
      textsOf('en').page.needTrust,
    ])
    expect(await page.evaluate('document.activeElement.id')).to.equal('problems')
    expect(await barriers(page)).to.deep.equal([])
    await picture(page, 'en-375-problems')
    await close()
  })

  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
  const hostile: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
    ['is not JSON', '%PDF-1.7 <script>alert(1)</script>', /not a proof bundle/],
    ['is nested without end', deep, /not a proof bundle/],
    ['is of another form', '{"format":"rogatory-proof","version":2}', /not a proof bundle/],
    ['is huge', new Uint8Array(9 * 1024 * 1024), /larger than/],
  ]
  for (const [what, octets, said] of hostile) {
    it(`refuses a file that ${what}, in plain words`, async () => {
      const { page, troubles, close } = await openVerifier(browser, 'en', 1280)
      await verifyWith(page, { bundle: { name: '<img src=x>.rogatory-proof', octets }, trust })
      expect(await page.locator('#problems').textContent()).to.match(said)
      expect(await page.locator('main img').count()).to.equal(0)
      expect(troubles).to.deep.equal([])
      await close()
    })
  }

  it('refuses what is no trust list', async () => {
    const { page, close } = await openVerifier(browser, 'en', 1280)
    await verifyWith(page, { bundle, trust: { name: 'trust.json', octets: '{"roots":[]}' } })
    expect(await page.locator('#problems').textContent()).to.match(/not a trust list/)
    await close()
  })

  it('changes language and direction at once, and keeps what was chosen', async () => {
    const { page, close } = await openVerifier(browser, 'en', 1280)
    await verifyWith(page, { bundle, trust })
    for (const language of ['ru', 'zh', 'fr', 'es', 'ar'] as const) {
      await page.focus('#language')
      await page.selectOption('#language', language)
      const { page: words, verdicts } = textsOf(language)
      expect(await page.locator('html').getAttribute('lang')).to.equal(language)
      expect(await page.locator('h1').textContent()).to.equal(words.title)
      expect(await page.locator('#result').textContent()).to.include(verdicts.proved.label)
      expect(await page.evaluate('document.activeElement.id')).to.equal('language')
    }
    expect(await page.locator('html').getAttribute('dir')).to.equal('rtl')
    await close()
  })
})
