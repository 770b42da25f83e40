import { expect } from 'chai'
import { composePackage } from '#client/core/packages/compose-package.js'
import { deliverPackage } from '#client/core/packages/deliver-package.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { inChromium } from './in-chromium.js'
import { enter, openWebClient, withoutBarriers } from './open-web-client.js'

/** What the page of a package says of the time-stamp before there is one. */
describe('a time-stamp that is waited for, in the web client', function () {
  this.timeout(300_000)
  const here = inChromium()

  const sent = async () => {
    const alma = await here.product.officer('xa')
    const id = await composePackage(alma, {
      to: [AuthorityId.parse('xb.pgo')],
      template: { id: 'mla-request', version: 1 },
      form: { subjectMatter: 'Accounts in Belmara' },
      documents: [],
    })
    await deliverPackage(alma, id)
    return id
  }

  for (const [language, width] of [
    ['en', 1280],
    ['ar', 375],
  ] as const) {
    const at = `${language}-${width}`
    it(`is pending, then not known, and there in the end, without anything being done (${at})`, async () => {
      const id = await sent()
      const window = await openWebClient(here.browser, here.product.origin, { language, width })
      const { page } = window
      await enter(page, 'xa')
      let shows: 'pending' | 'nonsense' | 'all' = 'pending'
      await page.route('**/proof?*', async (route) => {
        if (shows === 'all') return route.continue()
        if (shows === 'nonsense') return route.fulfill({ json: {} })
        const material = (await (await route.fetch()).json()) as object
        return route.fulfill({ json: { ...material, stampPending: true } })
      })
      await page.goto(`${here.product.origin}/#/packages/${id}`)
      await page.locator('[data-proof="pending"]').waitFor({ state: 'attached' })
      await page.locator('[data-waiting-clock="attested"]').first().waitFor()
      await withoutBarriers(window, `${at}-stamp-pending`)
      shows = 'nonsense'
      await page.locator('[data-proof="unlearnt"]').waitFor()
      await withoutBarriers(window, `${at}-stamp-not-known`)
      shows = 'all'
      await page.locator('[data-proof]').waitFor({ state: 'detached' })
      expect(await page.locator('[data-waiting-clock]').count()).to.equal(0)
      await window.close()
    })
  }
})
