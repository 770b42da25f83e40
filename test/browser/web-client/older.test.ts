import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { composePackage } from '#client/core/packages/compose-package.js'
import { deliverPackage } from '#client/core/packages/deliver-package.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { inChromium } from './in-chromium.js'
import { byKeyboard, enter, openWebClient, withoutBarriers } from './open-web-client.js'

/** A mailbox that is longer than one look; the relay makes pages of one package, so that few are enough. */
describe('older packages, in the web client', function () {
  this.timeout(300_000)
  const here = inChromium()

  before(async () => {
    const alma = await here.product.officer('xa')
    for (let at = 0; at < 5; at++) {
      const id = await composePackage(alma, {
        to: [AuthorityId.parse('xb.pgo')],
        template: { id: 'mla-request', version: 1 },
        form: { subjectMatter: 'Accounts in Belmara' },
        documents: [],
      })
      await deliverPackage(alma, id)
    }
  })

  for (const [language, width] of [
    ['en', 1280],
    ['ar', 375],
  ] as const) {
    const at = `${language}-${width}`
    it(`are shown step by step, by the keyboard, and announced (${at})`, async () => {
      const window = await openWebClient(here.browser, here.product.origin, { language, width })
      const { page } = window
      await oneByOne(page)
      await enter(page, 'xb')
      const rows = page.locator('.data-table tbody tr')
      const focused = (selector: string) =>
        page.evaluate<boolean>(
          `document.activeElement?.matches(${JSON.stringify(selector)}) === true`,
        )
      await page.locator('[data-cut]').waitFor()
      expect(await rows.count()).to.equal(2)
      await byKeyboard(page, '[data-action="show-older"]')
      await rows.nth(3).waitFor()
      await page.locator('.show-older [role="status"]', { hasText: '4' }).waitFor()
      expect(await rows.count()).to.equal(4)
      expect(await focused('[data-action="show-older"]')).to.equal(true)
      await withoutBarriers(window, `${at}-older`)

      // To the end: the button is gone, and the focus is on what says so.
      for (let steps = 2; (await page.locator('[data-action="show-older"]').count()) > 0; steps++) {
        expect(steps).to.be.lessThan(60)
        await page.keyboard.press('Enter')
        await page
          .locator(
            `.data-table tbody tr:nth-child(${2 * steps + 1}), .show-older [role="status"]:focus`,
          )
          .first()
          .waitFor()
        await page
          .locator('[data-action="show-older"][aria-disabled]')
          .waitFor({ state: 'detached' })
      }
      expect(await focused('.show-older [role="status"]')).to.equal(true)
      expect(await page.locator('[data-cut]').count()).to.equal(0)
      await window.close()
    })
  }

  it('add their cases to the list of cases', async () => {
    const window = await openWebClient(here.browser, here.product.origin)
    const { page } = window
    await oneByOne(page)
    await enter(page, 'xb')
    await page.goto(`${here.product.origin}/#/cases`)
    const rows = page.locator('.data-table tbody tr')
    await rows.nth(1).waitFor()
    // Two of what was received, and as many of what other tests may have sent.
    const first = await rows.count()
    expect(first).to.be.within(2, 4)
    await byKeyboard(page, '[data-action="show-older"]')
    await rows.nth(first).waitFor()
    expect(await page.evaluate('document.activeElement.dataset.action')).to.equal('show-older')
    await withoutBarriers(window, 'en-1280-older-cases')
    await window.close()
  })
})

/** The relay answers with one package at a time, so that few of them are many steps. */
async function oneByOne(page: Page): Promise<void> {
  await page.route('**/v1/packages?*', (route) =>
    route.continue({ url: route.request().url().replace('limit=200', 'limit=1') }),
  )
}
