import { expect } from 'chai'
import { composePackage } from '#client/core/compose-package.js'
import { deliverPackage } from '#client/core/deliver-package.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { inChromium } from './in-chromium.js'
import { enter, openWebClient, withoutBarriers } from './open-web-client.js'

/** An urgent package at night: one officer sees it come in, the one on duty takes it over. */
describe('duty in the web client', function () {
  this.timeout(300_000)
  const here = inChromium()

  it('shows an urgent package at once, and who has taken it over', async () => {
    const [hana, yusuf] = await Promise.all([
      openWebClient(here.browser, here.product.origin),
      openWebClient(here.browser, here.product.origin, { width: 375 }),
    ])
    await Promise.all([enter(hana.page, 'xb-duty'), enter(yusuf.page, 'xb')])
    await hana.page.goto(`${here.product.origin}/#/duty`)
    await hana.page.locator('.empty, .data-table').first().waitFor()
    await yusuf.page.locator('.empty, .data-table').first().waitFor()

    const alma = await here.product.officer('xa')
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
    await withoutBarriers(yusuf, 'en-375-new-urgent')
    await hana.page.locator(`[data-row^="${id}"] [data-action="take"]`).click()
    await hana.page.locator('[data-held="take"]').waitFor()
    await withoutBarriers(hana, 'en-1280-duty')
    await yusuf.page.goto(`${here.product.origin}/#/duty`)
    await yusuf.page.locator('[data-held="take"]').waitFor()
    expect(await yusuf.page.locator('[data-held="take"]').textContent()).to.include('Hana Kovacs')
    // That there is no roster yet is an answer of the relay, which the browser logs as a failure.
    const troubles = [...hana.troubles, ...yusuf.troubles].filter((one) => !/\b404\b/.test(one))
    expect(troubles).to.deep.equal([])
    await yusuf.close()

    await hana.page.goto(`${here.product.origin}/#/directory`)
    await hana.page.locator('.data-table').waitFor()
    await withoutBarriers(hana, 'en-1280-directory')
    await hana.page.goto(`${here.product.origin}/#/directory/xa.moj`)
    await hana.page.locator('.facts').first().waitFor()
    await withoutBarriers(hana, 'en-1280-entry')
    // A lost line is said, and said to be over.
    await hana.page.context().setOffline(true)
    await hana.page.locator('.line-bad').waitFor()
    await withoutBarriers(hana, 'en-1280-offline')
    await hana.page.context().setOffline(false)
    await hana.page.locator('.line-bad').waitFor({ state: 'detached' })
    await hana.close()
  })
})
