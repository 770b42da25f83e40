import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { acknowledgePackage } from '#client/core/packages/acknowledge-package.js'
import { composePackage } from '#client/core/packages/compose-package.js'
import { deliverPackage } from '#client/core/packages/deliver-package.js'
import { readPackage } from '#client/core/packages/open-package.js'
import type { Draft } from '#client/core/packages/draft.js'
import { letterPdf } from '#client/files/letter-pdf.js'
import { currentTemplate } from '#client/templates/catalogue.js'
import { AuthorityId, PackageId } from '#crypto/fields/fields.js'
import { arrived } from '#test/support/constellation/arrived.js'
import { sampleForm } from '#test/support/templates/sample-form.js'
import { inChromium } from './in-chromium.js'
import {
  byKeyboard,
  choose,
  enter,
  openWebClient,
  pick,
  tick,
  type Window,
  withoutBarriers,
  write,
} from './open-web-client.js'

type Filled = Readonly<Record<string, string>>

/**
 * A request from its receipt to its end, each side in a browser and by the keyboard alone, the asked side in Arabic on
 * a narrow screen.
 */
describe('a case in the web client', function () {
  this.timeout(300_000)
  const here = inChromium()
  const windows: Window[] = []
  let alma: Window
  let yusuf: Window

  before(async function () {
    windows.push(
      await openWebClient(here.browser, here.product.origin),
      await openWebClient(here.browser, here.product.origin, { language: 'ar', width: 375 }),
    )
    ;[alma, yusuf] = windows as [Window, Window]
    await Promise.all([enter(alma.page, 'xa'), enter(yusuf.page, 'xb')])
  })
  after(() => Promise.all(windows.map((window) => window.close())))

  /** A request that was received, and its case open on both screens. */
  async function received(): Promise<void> {
    const [asking, asked] = [await here.product.officer('xa'), await here.product.officer('xb')]
    const id = await composePackage(asking, {
      to: [AuthorityId.parse('xb.pgo')],
      template: { id: 'mla-request', version: 1 },
      form: {},
      documents: [],
    })
    await deliverPackage(asking, id)
    await arrived(asked, id)
    await acknowledgePackage(asked, id)
    const { manifest } = await readPackage(asked, id)
    for (const { page } of windows) {
      await page.goto(`${here.product.origin}/#/cases/${manifest.case}`)
      await inState(page, 'acknowledged')
    }
  }

  const inState = (page: Page, state: string) =>
    page.locator(`.case-thread-head [data-state="${state}"]`).waitFor()

  /** Fills in and sends one act from the case; both screens show what has come of it. */
  async function say(from: Window, act: string, fields: Filled, state: string): Promise<void> {
    const { page } = from
    const back = page.url()
    await byKeyboard(page, `[data-act="${act}"]`)
    for (const [path, text] of Object.entries(fields)) await fill(page, path, text)
    await withoutBarriers(from, `case-${act}`)
    await byKeyboard(page, 'form button[type=submit]')
    await byKeyboard(page, '[data-action="send"]')
    await page.locator('.done-good').waitFor()
    await page.goto(back)
    for (const one of windows) await inState(one.page, state)
  }

  async function fill(page: Page, path: string, text: string): Promise<void> {
    const field = `#field-${path.replaceAll('.', '-')}`
    if (path === 'documents') {
      const file = { name: 'result.pdf', mimeType: 'application/pdf' }
      await choose(page, '#documents-input', { ...file, buffer: Buffer.from(letterPdf([text])) })
    } else {
      await page.locator(field).waitFor()
      const isList = (await page.locator(`select${field}`).count()) === 1
      await (isList ? pick : write)(page, field, text)
    }
  }

  it('is asked about, supplemented, accepted, executed with a document, and closed', async () => {
    await received()
    const question = { 'questions.0.id': '1', 'questions.0.question': 'Which account?' }
    await say(yusuf, 'supplement-request', question, 'supplement-requested')
    const reply = { 'replies.0.id': '1', 'replies.0.reply': 'Account 0042.' }
    await say(alma, 'supplement', reply, 'supplemented')
    await say(yusuf, 'acceptance', { date: '2026-05-04' }, 'in-execution')
    const result = {
      'results.0.outcome': 'executed',
      'results.0.description': 'The statements of account 0042.',
      documents: 'Statements of account 0042',
    }
    await say(yusuf, 'execution', result, 'executed')
    await say(alma, 'closure', { date: '2026-05-05', outcome: 'executed' }, 'closed')
    await withoutBarriers(alma, 'en-1280-case-closed')
    await withoutBarriers(yusuf, 'ar-375-case-closed')
    const course = await alma.page
      .locator('.case-thread .data-table [data-state]')
      .evaluateAll((marks) => marks.map(({ dataset }) => dataset['state']))
    expect(course).to.deep.equal([
      ...['submitted', 'acknowledged', 'supplement-requested', 'supplemented'],
      ...['accepted', 'in-execution', 'executed', 'closed'],
    ])
  })

  it('is refused, with grounds and reasons that the other side reads', async () => {
    await received()
    const no = { date: '2026-05-04', scope: 'whole', reasons: 'It is not an offence here.' }
    await byKeyboard(yusuf.page, '[data-act="refusal"]')
    for (const [path, text] of Object.entries(no)) await fill(yusuf.page, path, text)
    // A refusal without a ground is none: the form says so and leads to the question.
    await byKeyboard(yusuf.page, 'form button[type=submit]')
    await byKeyboard(yusuf.page, '#missing ~ .findings a')
    await tick(yusuf.page, '#field-grounds input')
    await withoutBarriers(yusuf, 'ar-375-refusal')
    await byKeyboard(yusuf.page, 'form button[type=submit]')
    await byKeyboard(yusuf.page, '[data-action="send"]')
    await yusuf.page.locator('.done-good').waitFor()
    await inState(alma.page, 'refused')
    await alma.page.locator('.case-thread a[href^="#/packages/"]').last().click()
    await alma.page.getByText('It is not an offence here.').waitFor()
    await withoutBarriers(alma, 'en-1280-refused')
  })

  it('is followed: the request for data goes out in the case of their preservation, and says so', async () => {
    const [asking, asked] = [await here.product.officer('xa'), await here.product.officer('xb')]
    const template = currentTemplate('data-preservation')
    if (template === undefined) throw new TypeError('no template')
    const first = await composePackage(asking, {
      to: [AuthorityId.parse('xb.pgo')],
      template: { id: template.id, version: template.version },
      form: sampleForm(template) as Draft['form'],
      documents: [],
    })
    await deliverPackage(asking, first)
    await arrived(asked, first)
    await acknowledgePackage(asked, first)
    const { manifest } = await readPackage(asked, first)
    const { page } = alma
    await page.goto(`${here.product.origin}/#/cases/${manifest.case}`)
    await inState(page, 'acknowledged')
    await byKeyboard(page, '[data-action="follow"]')
    await page.locator('.template-list').first().waitFor()
    await withoutBarriers(alma, 'en-1280-follow')
    await byKeyboard(page, '[data-follow="mla-request"]')
    await page.locator('.fixed-recipient', { hasText: 'xb.pgo' }).waitFor()
    await page.locator('[data-action="fill-example"]').click()
    // Until when it may be opened: no earlier than it is delivered.
    await page.locator('summary', { hasText: 'Time of delivery and expiry' }).click()
    await page.locator('#not-before').fill('2026-01-02T10:00')
    await page.locator('#expires').fill('2026-01-03T10:00')
    await page.locator('.findings a[href="#expires"]').waitFor()
    await page.locator('#expires').fill('2199-01-03T10:00')
    await page.locator('.findings a[href="#expires"]').waitFor({ state: 'detached' })
    await byKeyboard(page, 'form button[type=submit]')
    await page.locator('time[datetime^="2199-01-03T10:00"]').waitFor()
    await byKeyboard(page, '[data-action="send"]')
    await page.locator('.done-good').waitFor()
    const sent = String(await page.locator('.done-good a').getAttribute('href'))
      .split('/')
      .at(-1)
    const { record } = await readPackage(asking, PackageId.parse(sent))
    expect(Date.parse(String(record.header.payload.notBefore))).to.be.below(Date.now())
    expect(record.header.payload.expires).to.match(/^2199-01-0/)
    for (const one of windows) {
      await one.page.goto(`${here.product.origin}/#/cases/${manifest.case}`)
      await one.page.locator(`.case-request a[href="#/packages/${first}"]`).first().waitFor()
      await one.page.locator('.case-request').nth(1).waitFor()
      await one.page.locator(`[data-follows="${first}"]`).waitFor()
      expect(await one.page.locator('#illegal').count()).to.equal(0)
    }
    expect(windows.flatMap(({ troubles }) => troubles)).to.deep.equal([])
  })
})
