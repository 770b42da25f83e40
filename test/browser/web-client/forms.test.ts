import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { composePackage } from '#client/core/packages/compose-package.js'
import { deliverPackage } from '#client/core/packages/deliver-package.js'
import { toUtf8 } from '#crypto/bytes/bytes.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { memoryDocument } from '#test/support/client/memory-platform.js'
import { arrived } from '#test/support/constellation/arrived.js'
import { flipText } from '#test/support/flip-text.js'
import { inChromium } from './in-chromium.js'
import { enter, openWebClient, withoutBarriers } from './open-web-client.js'

const LANGUAGE = '.top-tools select'
const QUESTION = '.leave-question[open]'

/** What somebody has written or begun to do: it is not taken away, and what came of it is told. */
describe('what is written in the web client', function () {
  this.timeout(300_000)
  const here = inChromium()

  const signedIn = async (home: string) => {
    const window = await openWebClient(here.browser, here.product.origin)
    await enter(window.page, home)
    return window
  }
  /** A request of xa that xb has. */
  const received = async (documents: readonly ReturnType<typeof memoryDocument>[] = []) => {
    const [alma, yusuf] = await Promise.all([
      here.product.officer('xa'),
      here.product.officer('xb'),
    ])
    const id = await composePackage(alma, {
      to: [AuthorityId.parse('xb.pgo')],
      template: { id: 'mla-request', version: 1 },
      form: { subjectMatter: 'Accounts in Belmara' },
      documents,
    })
    await deliverPackage(alma, id)
    await arrived(yusuf, id)
    return id
  }
  const focused = (page: Page, selector: string) =>
    page.evaluate<boolean>(`document.activeElement?.matches(${JSON.stringify(selector)}) === true`)

  it('stays where the language changes the direction, whoever is signed in', async () => {
    const { page, close } = await signedIn('xa')
    await page.goto(`${here.product.origin}/#/compose/mla-request`)
    await page.fill('#draft-title', 'What was typed')
    for (const [language, direction] of [
      ['ar', 'rtl'],
      ['fr', 'ltr'],
    ] as const) {
      await page.selectOption(LANGUAGE, language)
      await page.locator(`html[dir="${direction}"][lang="${language}"]`).waitFor()
      expect(await page.locator('#draft-title').inputValue()).to.equal('What was typed')
    }
    await close()
  })

  it('is asked about before its page is left, by a link, by the browser, or by locking', async () => {
    const window = await signedIn('xb')
    const { page } = window
    // Nothing is asked where nothing was written.
    await page.goto(`${here.product.origin}/#/compose/mla-request`)
    await page.locator('#draft-title').waitFor()
    await page.click('a[href="#/drafts"]')
    await page.waitForURL(/#\/drafts$/)
    await page.goBack()
    await page.fill('#draft-title', 'What was typed')
    await page.click('a[href="#/duty"]')
    await page.locator(QUESTION).waitFor()
    await withoutBarriers(window, 'en-1280-leave-question')
    await page.keyboard.press('Escape')
    await page.locator(QUESTION).waitFor({ state: 'detached' })
    expect(await focused(page, 'a[href="#/duty"]')).to.equal(true)
    for (const leave of [
      () => page.goBack(),
      () => page.click('.top-tools button >> nth=0'),
      () => page.goto(`${here.product.origin}/#/cases`),
    ]) {
      await leave()
      await page.locator(QUESTION).waitFor()
      await page.click('[data-action="stay"]')
      await page.locator(QUESTION).waitFor({ state: 'detached' })
      expect(page.url()).to.match(/#\/compose\/mla-request$/)
      expect(await page.locator('#draft-title').inputValue()).to.equal('What was typed')
    }
    // What is saved is not lost, and is not asked about.
    await page.click('[data-action="save-draft"]')
    await page.locator('[data-kept]').waitFor()
    await page.click('nav a[href="#/duty"]')
    await page.waitForURL(/#\/duty$/)
    await page.click('[data-action="to-note-oral"]')
    await page.fill('#oral-person', 'A. Moreno')
    await page.goBack()
    await page.click('[data-action="leave-unsaved"]')
    await page.waitForURL(/#\/duty$/)
    await page.locator('#oral').waitFor()
    expect(window.troubles).to.deep.equal([])
    await window.close()
  })

  it('stays where an act did not come to anything', async () => {
    const { page, close } = await signedIn('xb-duty')
    const { origin } = here.product
    await page.goto(`${origin}/#/duty/oral`)
    await page.selectOption('#oral-counterpart', 'xa.moj')
    await page.fill('#oral-person', 'A. Moreno')
    await page.fill('#oral-asked', 'Keep the logs of account 0043.')
    await page.click('[data-action="note-oral"]')
    await page.locator('[data-noted]').waitFor()
    await page.click('a[href="#/duty"]')
    const row = page.locator('tr', { hasText: 'account 0043' })
    await row.getByRole('button', { name: 'No longer needed' }).click()
    const form = page.locator('form', { hasText: 'Your colleagues read the reason' })
    await form.locator('input').fill('They wrote at once')
    await page.route('**/v1/**', (route) =>
      route.request().method() === 'GET' ? route.fallback() : route.abort(),
    )
    await form.locator('[type=submit]').click()
    await page.locator('.problem').waitFor()
    expect(await form.locator('input').inputValue()).to.equal('They wrote at once')
    await page.unrouteAll({ behavior: 'wait' })
    await form.locator('[type=submit]').click()
    await page.locator('[data-closed]').waitFor()
    expect(await focused(page, '[data-closed]')).to.equal(true)
    await close()
  })

  it('is added to what another tab has added meanwhile', async () => {
    const { page, close } = await signedIn('xb-duty')
    const { origin } = here.product
    const tab = await page.context().newPage()
    await tab.goto(`${origin}/`)
    await enter(tab, 'xb-duty')
    const rule = async (on: Page, source: string, number: number) => {
      await on.fill('#rule-count', '20')
      await on.fill('#rule-source', source)
      await on.click('[data-action="add-rule"]')
      await on.locator(`[data-rules="${number}"]`).waitFor()
    }
    for (const one of [page, tab]) {
      await one.goto(`${origin}/#/cases/clocks`)
      await one.locator('#rule-count').waitFor()
    }
    await rule(tab, 'Agreement of the one', 1)
    await rule(page, 'Agreement of the other', 2)
    for (const left of [1, 0]) {
      await page.locator('[data-action="remove-rule"]').first().click()
      await page.locator(`[data-rules="${left}"]`).waitFor()
    }
    await close()
  })

  it('is no more signed once a later reading of a package says that it is not genuine', async () => {
    const id = await received()
    const { page, close } = await signedIn('xb')
    // Nothing is signed before it is known whether the package counts in its case.
    let release: (() => void) | undefined
    const isKnown = new Promise<void>((resolve) => (release = resolve))
    await page.route('**/v1/packages?**', async (route) => {
      await isKnown
      await route.continue()
    })
    await page.goto(`${here.product.origin}/#/packages/${id}`)
    await page.locator('.verified').waitFor()
    expect(await page.locator('[data-action="sign"]').isDisabled()).to.equal(true)
    release?.()
    await page.locator('[data-action="sign"]:not(:disabled)').waitFor()

    const database = await here.product.openDatabase()
    const packages = database.collection<{ _id: string; envelope: string }>('packages')
    const { envelope = '' } = (await packages.findOne({ _id: id })) ?? {}
    const forged = flipText(envelope, 7 * (envelope.length >> 1))
    await packages.updateOne({ _id: id }, { $set: { envelope: forged } })
    await page.click('[data-action="sign"]')
    await page.locator('.failed').waitFor()
    expect(await page.locator('.verified, [data-action="sign"]').count()).to.equal(0)
    await packages.updateOne({ _id: id }, { $set: { envelope } })
    await database.close()
    await close()
  })

  it('begins where the browser’s storage answers again', async () => {
    const { page, close } = await openWebClient(here.browser, here.product.origin)
    await page.addInitScript(`
      const open = IDBFactory.prototype.open
      let refused = 0
      IDBFactory.prototype.open = function (...given) {
        if (refused++ < 1) throw new DOMException('no room', 'UnknownError')
        return open.apply(this, given)
      }`)
    await page.reload()
    await page.locator('.problem button').click()
    await page.locator('[data-home="xa"]').waitFor()
    await close()
  })

  it('is gone through by keys, which open nothing else', async () => {
    await received()
    await received()
    const { page, close } = await signedIn('xb')
    await page.locator('.data-table tbody tr').nth(1).waitFor()
    await page.keyboard.press('j')
    expect(await focused(page, 'tbody tr:nth-child(1) a')).to.equal(true)
    await page.keyboard.press('j')
    expect(await focused(page, 'tbody tr:nth-child(2) a')).to.equal(true)
    // A button has its own keys.
    await page.locator('.views button').first().focus()
    await page.keyboard.press('k')
    expect(await focused(page, '.views button')).to.equal(true)
    await page.keyboard.press('Enter')
    expect(page.url()).to.match(/#\/packages$/)
    await page.locator('tbody tr:nth-child(2) a').first().focus()
    await page.keyboard.press('k')
    await page.keyboard.press('Enter')
    await page.waitForURL(/#\/packages\/./)
    await close()
  })

  it('names the zone in which a moment is written', async () => {
    const { page, close } = await signedIn('xb-duty')
    await page.goto(`${here.product.origin}/#/duty/oral`)
    await page.fill('#oral-at', '2026-01-31T10:00')
    const zone = await page.evaluate<string>('new Intl.DateTimeFormat().resolvedOptions().timeZone')
    const described = `document.getElementById(
      document.getElementById('oral-at').getAttribute('aria-describedby').split(' ')[0]).textContent`
    expect(await page.evaluate<string>(described)).to.include(`${zone}, UTC`)
    await page.click('a[href="#/duty"]')
    await close()
  })

  it('leaves the focus where one goes on: at what is missing, at what was opened, at the outcome', async () => {
    const id = await received()
    const { page, close } = await signedIn('xb')
    await page.goto(`${here.product.origin}/#/compose/mla-request`)
    await page.locator('form button[type=submit]').click()
    expect(await focused(page, '#missing')).to.equal(true)
    await page.goto(`${here.product.origin}/#/packages/${id}`)
    await page.getByRole('button', { name: 'Reject the package' }).click()
    expect(await focused(page, '#reason')).to.equal(true)
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.locator('button:focus', { hasText: 'Reject the package' }).waitFor()
    await page.locator('[data-action="sign"]:not(:disabled)').click()
    await page.locator('.acknowledge').waitFor({ state: 'detached' })
    await page.locator('.done-good').first().waitFor()
    expect(await focused(page, '.done-good')).to.equal(true)
    await close()
  })

  it('is read in a preview that says how much of a document it shows, and what it cannot draw', async () => {
    const id = await received([memoryDocument('long.pdf', toUtf8(pdfOf(51, 2)))])
    const { page, close } = await signedIn('xb')
    await page.goto(`${here.product.origin}/#/packages/${id}`)
    await page.click('[data-action="preview"]')
    await page.locator('.preview [data-cut="50"]').waitFor()
    await page.locator('.preview [data-undrawn="2"] .problem').waitFor()
    expect(await page.locator('.preview canvas').count()).to.equal(49)
    await close()
  })
})

/** A PDF of empty pages, one of the first two of which is not in the file. */
function pdfOf(pages: number, missing: number): string {
  const numbers = Array.from({ length: pages }, (_, at) => at + 10)
  const branch = (own: number, kids: readonly number[]) =>
    `${own} 0 obj <</Type /Pages /Parent 2 0 R /Count ${kids.length} /Kids [${references(kids)}]>> endobj`
  const page = (own: number) =>
    `${own} 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Resources <<>>>> endobj`
  return [
    '%PDF-1.4',
    '1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj',
    `2 0 obj <</Type /Pages /Count ${pages} /Kids [${references([3, 4])}]>> endobj`,
    // A branch of its own: whoever looks for a later page does not come across what is missing.
    branch(3, numbers.slice(0, 2)),
    branch(4, numbers.slice(2)),
    ...numbers.filter((_, at) => at + 1 !== missing).map(page),
    'trailer <</Root 1 0 R>>',
    '%%EOF',
  ].join('\n')
}

const references = (objects: readonly number[]) => objects.map((one) => `${one} 0 R`).join(' ')
