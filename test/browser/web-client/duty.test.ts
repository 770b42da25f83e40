import { expect } from 'chai'
import type { Browser } from 'playwright-core'
import { composePackage } from '#client/core/compose-package.js'
import { deliverPackage } from '#client/core/deliver-package.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { type Constellation, constellation } from '#test/support/constellation/constellation.js'
import { launchChromium } from '../launch-chromium.js'
import {
  barriers,
  enter,
  openWebClient,
  overflow,
  picture,
  type Window,
} from './open-web-client.js'

/** An urgent package at night: one officer sees it come in, the one on duty takes it over. */
describe('duty in the web client', function () {
  this.timeout(300_000)
  let browser: Browser
  let product: Constellation

  before(async function () {
    const launched = await launchChromium()
    if (launched === undefined) return this.skip()
    browser = launched
    product = await constellation({ env: { EXAMPLE_IDENTITIES: 'true' } })
  })
  after(async () => {
    await (browser as Browser | undefined)?.close()
    await (product as Constellation | undefined)?.close()
  })

  const clean = async (window: Window, name: string) => {
    await picture(window.page, name)
    expect(await barriers(window.page), name).to.deep.equal([])
    expect(await overflow(window.page), name).to.equal(0)
  }

  it('shows an urgent package at once, and who has taken it over', async () => {
    const [hana, yusuf] = await Promise.all([
      openWebClient(browser, product.origin),
      openWebClient(browser, product.origin, { width: 375 }),
    ])
    await Promise.all([enter(hana.page, 'xb-duty'), enter(yusuf.page, 'xb')])
    await hana.page.goto(`${product.origin}/#/duty`)
    await hana.page.locator('.empty').waitFor()
    await yusuf.page.locator('.empty').waitFor()

    const alma = await product.officer('xa')
    const id = await composePackage(alma, {
      to: [AuthorityId.parse('xb.pgo')],
      template: { id: 'mla-request', version: 1 },
      form: {},
      documents: [],
      urgency: 'emergency',
    })
    await deliverPackage(alma, id)
    await hana.page.locator(`.data-table a[href="#/packages/${id}"]`).waitFor()
    await yusuf.page.locator('.new-urgent').waitFor()
    await clean(yusuf, 'en-375-new-urgent')
    await hana.page.locator('[data-action="take"]').click()
    await hana.page.locator('[data-held="take"]').waitFor()
    await clean(hana, 'en-1280-duty')
    await yusuf.page.goto(`${product.origin}/#/duty`)
    await yusuf.page.locator('[data-held="take"]').waitFor()
    expect(await yusuf.page.locator('[data-held="take"]').textContent()).to.include('Hana Kovacs')
    // That there is no roster yet is an answer of the relay, which the browser logs as a failure.
    const troubles = [...hana.troubles, ...yusuf.troubles].filter((one) => !/\b404\b/.test(one))
    expect(troubles).to.deep.equal([])
    await yusuf.close()

    await hana.page.goto(`${product.origin}/#/directory`)
    await hana.page.locator('.data-table').waitFor()
    await clean(hana, 'en-1280-directory')
    await hana.page.goto(`${product.origin}/#/directory/xa.moj`)
    await hana.page.locator('.facts').first().waitFor()
    await clean(hana, 'en-1280-entry')
    // A lost line is said, and said to be over.
    await hana.page.context().setOffline(true)
    await hana.page.locator('.line-bad').waitFor()
    await clean(hana, 'en-1280-offline')
    await hana.page.context().setOffline(false)
    await hana.page.locator('.line-bad').waitFor({ state: 'detached' })
    await hana.close()
  })
})
