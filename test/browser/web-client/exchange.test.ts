import { readFile } from 'node:fs/promises'
import { expect } from 'chai'
import { isOfAbsence } from '#client/report/is-of-absence.js'
import { makeReport } from '#client/report/make-report.js'
import { acknowledgePackage } from '#client/core/packages/acknowledge-package.js'
import { composePackage } from '#client/core/packages/compose-package.js'
import { deliverPackage } from '#client/core/packages/deliver-package.js'
import { forwardDraft } from '#client/core/forwarding/forward-draft.js'
import { readPackage } from '#client/core/packages/open-package.js'
import { letterPdf } from '#client/files/letter-pdf.js'
import { textsOf } from '#client/languages/texts-of.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import type { Page } from 'playwright-core'
import { arrived } from '#test/support/constellation/arrived.js'
import { flipText } from '#test/support/flip-text.js'
import { poppler, says } from '#test/support/poppler.js'
import { inChromium } from './in-chromium.js'
import {
  byKeyboard,
  enter,
  openWebClient,
  tick,
  type Window,
  withoutBarriers,
} from './open-web-client.js'
import { renewsProof } from './renews-proof.js'
import { seesContradicted } from './sees-contradicted.js'

/** Two officers, each in a browser of their own, against the real relay and workers. */
describe('an exchange in the web client', function () {
  this.timeout(300_000)
  const here = inChromium()

  const clean = async (window: Window, name: string) => {
    await withoutBarriers(window, name)
    expect(window.troubles, name).to.deep.equal([])
  }

  for (const [language, width] of [
    ['en', 1280],
    ['ar', 375],
  ] as const) {
    const at = `${language}-${width}`
    // One of the two is done by the keyboard alone.
    const press =
      language === 'en' ? byKeyboard : (page: Page, selector: string) => page.click(selector)

    it(`is sent, arrives by itself, is opened, acknowledged and proved (${at})`, async () => {
      const [alma, yusuf] = await Promise.all([
        openWebClient(here.browser, here.product.origin, { language, width }),
        openWebClient(here.browser, here.product.origin, { language, width }),
      ])
      // The page has found its language once it shows something.
      await alma.page.locator('[data-home="xa"]').waitFor()
      expect(await alma.page.locator('html').getAttribute('dir')).to.equal(
        language === 'ar' ? 'rtl' : 'ltr',
      )
      await clean(alma, `${at}-sign-in`)
      await Promise.all([enter(alma.page, 'xa'), enter(yusuf.page, 'xb')])

      // Whoever has no mouse skips the navigation, and reaches whatever is pressed from here on.
      await alma.page.goto(`${here.product.origin}/#/compose`)
      await alma.page.locator('.template-list').waitFor()
      await alma.page.evaluate('document.activeElement.blur()')
      await byKeyboard(alma.page, '.skip')
      expect(await alma.page.evaluate('document.activeElement.id')).to.equal('main')

      // Written from the example, with a document, looked at, sealed in a worker and sent.
      await clean(alma, `${at}-choose`)
      await press(alma.page, 'a[href="#/compose/mla-request"]')
      await press(alma.page, '[data-action="fill-example"]')
      const letter = { name: 'request.pdf', mimeType: 'application/pdf' }
      const choose = (buffer: Buffer) =>
        alma.page.setInputFiles('#documents-input', { ...letter, buffer })
      await choose(Buffer.from('Not what it says.'))
      await alma.page.locator('.findings a[href="#documents-input"]').waitFor()
      await choose(Buffer.from(letterPdf(['A request, as a letter.'])))
      await alma.page.locator('.findings a[href="#documents-input"]').waitFor({ state: 'detached' })
      await clean(alma, `${at}-compose`)
      await press(alma.page, 'form button[type=submit]')
      await alma.page.locator('.read-form').waitFor()
      await clean(alma, `${at}-preview`)
      await press(alma.page, '[data-action="send"]')
      await alma.page.locator('.done-good').waitFor()
      await clean(alma, `${at}-sent`)

      // Nobody loads anything anew: the socket brings it.
      const sent = await alma.page.locator('.done-good a').getAttribute('href')
      await yusuf.page.locator(`.data-table a[href="${String(sent)}"]`).waitFor()
      await clean(yusuf, `${at}-inbox`)
      await yusuf.page.keyboard.press('j')
      await yusuf.page.keyboard.press('Enter')
      await yusuf.page.locator('.verified').waitFor()
      // While no receipt is there, the sender has the relay say so.
      await alma.page.locator('.done-good a').click()
      const [silence] = await Promise.all([
        alma.page.waitForEvent('download', { timeout: 120_000 }),
        press(alma.page, '[data-action="absence"]'),
      ])
      const absence = new Uint8Array(await readFile(await silence.path()))
      await clean(alma, `${at}-absence`)
      await press(yusuf.page, '[data-action="preview"]')
      await yusuf.page.locator('.preview canvas').waitFor()
      await yusuf.page.locator('.mark-good').first().waitFor()
      await clean(yusuf, `${at}-package`)
      await press(yusuf.page, '[data-action="sign"]')
      await yusuf.page.locator('.done-good').first().waitFor()

      // The sender's page follows; the receipt is held against what was sent.
      await alma.page.getByText('✓').first().waitFor()
      await alma.page.locator('[data-agrees="true"]').waitFor()
      await alma.page.locator('[data-code="C.3"]').waitFor()
      await clean(alma, `${at}-receipt`)

      // The bundle is what every other verifier takes, and what the page of proofs takes. One document is disclosed.
      await press(alma.page, '[data-action="disclose-single"]')
      await tick(alma.page, '#disclosed-parts input')
      const [download] = await Promise.all([
        alma.page.waitForEvent('download', { timeout: 120_000 }),
        press(alma.page, '[data-action="prove"]'),
      ])
      const octets = new Uint8Array(await readFile(await download.path()))
      const { verdict } = await makeReport(absence, here.product.trust, { at: new Date() })
      expect(isOfAbsence(verdict)).to.equal(true)
      const report = await makeReport(octets, here.product.trust, { at: new Date() })
      expect(report.verdict.verdict).to.equal('proved')
      const told = report.verdict.facts.filter(({ fact }) => fact === 'part-disclosed')
      expect(told.map(({ standing }) => standing)).to.deep.equal(['proved'])
      await alma.page.goto(`${here.product.origin}/#/proof`)
      await alma.page.setInputFiles('#bundle', {
        name: download.suggestedFilename(),
        mimeType: 'application/octet-stream',
        buffer: Buffer.from(octets),
      })
      await alma.page.setInputFiles('#against', {
        name: silence.suggestedFilename(),
        mimeType: 'application/octet-stream',
        buffer: Buffer.from(absence),
      })
      await press(alma.page, '.proof-form button[type=submit]')
      await alma.page.locator('.verdict.proved').first().waitFor()
      await alma.page.locator('[data-outcome="differ"] [data-finding="receipt-later"]').waitFor()
      await clean(alma, `${at}-proof`)
      // Signed in the name of the authority, whose identity is brought in for this once.
      const { data } = here.product
      await alma.page.locator('[data-action="sign-certificate"]').click()
      const signing = alma.page.locator('.save-certificate details')
      await signing.locator('input[type=file]').setInputFiles(`${data}/xa.moj/identity.p12`)
      const secret = await readFile(`${data}/xa.moj/passphrase`, 'utf8')
      await signing.locator('input[type=password]').fill(secret.trim())
      const [saved] = await Promise.all([
        alma.page.waitForEvent('download'),
        alma.page.locator('[data-action="certificate"]').click(),
      ])
      expect(saved.suggestedFilename()).to.equal(`${report.package?.id}.pdf`)
      const pdf = new Uint8Array(await readFile(await saved.path()))
      expect(Buffer.from(pdf.subarray(0, 8)).toString('latin1')).to.equal('%PDF-1.7')
      const read = poppler(pdf)
      try {
        expect(says(read.text(), textsOf(language).certificate.title)).to.equal(true)
        expect(read.attached()).to.deep.equal(octets)
        expect(read.signature()).to.include('Total document signed')
      } finally {
        read.close()
      }
      await renewsProof(alma, here.product, octets, at)
      await Promise.all([alma.close(), yusuf.close()])
    })
  }
  it('goes on in the case: registered by the one, seen by the other', async () => {
    const [asking, asked] = [await here.product.officer('xa'), await here.product.officer('xb')]
    const id = await composePackage(asking, {
      to: [AuthorityId.parse('xb.pgo')],
      template: { id: 'mla-request', version: 1 },
      form: {
        reference: '1402/26.7 TELSB',
        subjectMatter: 'Money laundering through company accounts held in Belmara.',
        limitsOfUse: { use: 'For this proceeding only.' },
      },
      documents: [],
    })
    await deliverPackage(asking, id)
    await arrived(asked, id)
    await acknowledgePackage(asked, id)
    const { manifest } = await readPackage(asked, id)
    const place = `#/cases/${manifest.case}`

    const [alma, yusuf] = await Promise.all([
      openWebClient(here.browser, here.product.origin),
      openWebClient(here.browser, here.product.origin),
    ])
    await Promise.all([enter(alma.page, 'xa'), enter(yusuf.page, 'xb')])
    await alma.page.goto(`${here.product.origin}/${place}`)
    await alma.page.locator('.case-thread-head [data-state="acknowledged"]').waitFor()
    await alma.page.locator('[data-obligation="in-force"]').waitFor()
    await alma.page.click('[data-action="watch"]')
    await alma.page.locator('[data-watched="true"]').first().waitFor()
    await clean(alma, 'en-1280-case')
    await yusuf.page.goto(`${here.product.origin}/#/cases`)
    await yusuf.page.locator('[data-state="acknowledged"]').first().waitFor()
    await yusuf.page.getByText('1402/26.7 TELSB').first().waitFor()
    await clean(yusuf, 'en-1280-cases')
    await yusuf.page.locator(`a[href="${place}"]`).click()
    await yusuf.page.locator('[data-act="registration"]').click()
    await yusuf.page.fill('#field-registrationNumber', '17/2026')
    await yusuf.page.fill('#field-date', '2026-05-04')
    await yusuf.page.locator('.handling summary').click()
    await yusuf.page.selectOption('#onward-transfer', 'forbidden')
    await clean(yusuf, 'en-1280-answer')
    await yusuf.page.locator('form button[type=submit]').click()
    await yusuf.page.getByText('not permitted').waitFor()
    await yusuf.page.locator('[data-action="send"]').click()
    await yusuf.page.locator('.done-good').waitFor()

    // The sender's page follows by itself, and offers what the state allows: nothing of the other side.
    await alma.page.locator('.case-thread-head [data-state="registered"]').waitFor()
    await alma.page.locator('[data-act="withdrawal"]').waitFor()
    expect(await alma.page.locator('[data-act="refusal"]').count()).to.equal(0)
    // What the state does not allow is not sent, whatever is put into the address.
    await yusuf.page.goto(`${here.product.origin}/#/packages/${id}/answer/resumption`)
    await yusuf.page.locator('.problem').waitFor()
    expect(await yusuf.page.locator('form').count()).to.equal(0)

    // What is passed on is as good as the proof of the original that comes with it.
    const wanted = { to: AuthorityId.parse('xa.moj'), reasons: 'For information', documents: [] }
    const passedOn = await forwardDraft(asked, await readPackage(asked, id), {
      ...wanted,
      withinMs: 60_000,
    })
    for (const [chain, draft] of [
      ['holds', passedOn],
      ['broken', { ...passedOn, documents: [] }],
    ] as const) {
      const forwarded = await composePackage(asked, draft)
      await deliverPackage(asked, forwarded)
      await arrived(asking, forwarded)
      await alma.page.goto(`${here.product.origin}/#/packages/${forwarded}`)
      await alma.page.locator(`[data-chain="${chain}"]`).waitFor()
      await clean(alma, `en-1280-chain-${chain}`)
    }
    await Promise.all([alma.close(), yusuf.close()])
  })

  it('releases versions of what is classified, and sends them with the record of it', async () => {
    const alma = await openWebClient(here.browser, here.product.origin)
    await enter(alma.page, 'xa')
    await alma.page.goto(`${here.product.origin}/#/compose`)
    await alma.page.locator('[data-action="to-release"]').click()
    const choose = (field: string, name: string, text: string) =>
      alma.page.setInputFiles(field, { name, mimeType: 'text/plain', buffer: Buffer.from(text) })
    await choose('#original-0', 'report.txt', 'Source R. saw a boat.')
    await choose('#released-0', 'released.txt', 'A boat was seen.')
    const said = {
      from: 'SECRET',
      to: 'RESTRICTED',
      by: 'P. Novak, Head of Service',
      basis: 'Act 12/2019',
    }
    for (const [name, words] of Object.entries(said))
      await alma.page.fill(`#release-${name}`, words)
    await alma.page.locator('[data-action="add-redaction"]').click()
    await alma.page.locator('#redaction-0 input').fill('line 1')
    await clean(alma, 'en-1280-release')
    const [kept] = await Promise.all([
      alma.page.waitForEvent('download'),
      alma.page.locator('[data-action="release"]').click(),
    ])
    expect(kept.suggestedFilename()).to.equal('originals.sealed')
    await alma.page.locator('[data-released="2"]').waitFor()
    await clean(alma, 'en-1280-released')
    await alma.page.locator('[data-action="send-released"]').click()
    await alma.page.locator('[data-carried="2"]').waitFor()
    await alma.page.locator('a[href="#/compose/mla-request"]').click()
    await alma.page.locator('[data-action="fill-example"]').click()
    expect(await alma.page.locator('.file-list li').count()).to.equal(2)
    await alma.page.locator('form button[type=submit]').click()
    await alma.page.locator('[data-action="send"]').click()
    const sent = String(await alma.page.locator('.done-good a').getAttribute('href'))
    await alma.page.goto(`${here.product.origin}/${sent}`)
    await alma.page.locator('[data-downgrade="holds"]').waitFor()

    // What was sent is found again by a part of a word of it, and counted.
    await alma.page.goto(`${here.product.origin}/#/search`)
    await alma.page.fill('#search-words', 'RELEASED.t')
    await alma.page.locator('[data-action="search"]').click()
    await alma.page.locator(`[data-found="${String(sent.split('/').at(-1))}"]`).waitFor()
    await clean(alma, 'en-1280-search')
    await alma.page.goto(`${here.product.origin}/#/statistics`)
    await alma.page.locator('.data-table').nth(1).waitFor()
    await clean(alma, 'en-1280-statistics')
    await alma.page.setViewportSize({ width: 375, height: 800 })
    await clean(alma, 'en-375-statistics')
    await alma.close()
  })

  it('does not show what was changed on its way, nor previews what is not what it says', async () => {
    const alma = await here.product.officer('xa')
    const id = await composePackage(alma, {
      to: [AuthorityId.parse('xb.pgo')],
      template: { id: 'mla-request', version: 1 },
      form: { subjectMatter: 'What nobody may see' },
      documents: [],
    })
    await deliverPackage(alma, id)
    const database = await here.product.openDatabase()
    const packages = database.collection<{ _id: string; envelope: string }>('packages')
    const { envelope = '' } = (await packages.findOne({ _id: id })) ?? {}
    await packages.updateOne(
      { _id: id },
      { $set: { envelope: flipText(envelope, 7 * (envelope.length >> 1)) } },
    )
    await database.close()

    const yusuf = await openWebClient(here.browser, here.product.origin)
    await enter(yusuf.page, 'xb')
    await yusuf.page.locator(`.data-table a[href="#/packages/${id}"]`).click()
    await yusuf.page.locator('.failed').waitFor()
    await clean(yusuf, 'en-1280-failed')
    expect(await yusuf.page.locator('main').textContent()).not.to.include('nobody may see')
    expect(await yusuf.page.locator('[data-action]').count()).to.equal(0)

    const recipient = await here.product.officer('xb')
    await seesContradicted(yusuf, { sender: alma, recipient, origin: here.product.origin })
    await clean(yusuf, 'en-1280-contradicted')
    await yusuf.close()
  })
})
