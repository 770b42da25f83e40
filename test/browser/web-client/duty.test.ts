import { expect } from 'chai'
import { composePackage } from '#client/core/packages/compose-package.js'
import { deliverPackage } from '#client/core/packages/deliver-package.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { inChromium } from './in-chromium.js'
import { flipText } from '#test/support/flip-text.js'
import { notesOral } from './notes-oral.js'
import { byKeyboard, enter, openWebClient, withoutBarriers } from './open-web-client.js'

/** An urgent package at night: one officer sees it come in, the one on duty takes it over. */
describe('duty in the web client', function () {
  this.timeout(300_000)
  const here = inChromium()

  it('shows an urgent package at once, how the alerts go on, and who has taken it over', async () => {
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
    // Nobody answers: the alert goes on, and the desk counts along.
    await hana.page.locator(`[data-row^="${id}"] [data-alerts="2"]`).waitFor()
    await byKeyboard(hana.page, `[data-row^="${id}"] [data-action="take"]`)
    await hana.page.locator('[data-held="take"]').waitFor()
    await withoutBarriers(hana, 'en-1280-duty')
    await yusuf.page.goto(`${here.product.origin}/#/duty`)
    await yusuf.page.locator('[data-held="take"]').waitFor()
    expect(await yusuf.page.locator('[data-held="take"]').textContent()).to.include('Hana Kovacs')
    expect([...hana.troubles, ...yusuf.troubles]).to.deep.equal([])
    await yusuf.close()

    // Who is woken is set here, too.
    await hana.page.goto(`${here.product.origin}/#/duty/roster`)
    await hana.page.locator('[data-action="add-shift"]').click()
    await hana.page.locator('[data-action="set-roster"]').click()
    await hana.page.locator('[role=alert] li').waitFor()
    await hana.page.locator('#shift-0-officers input').first().check()
    await hana.page.locator('[data-action="add-exception"]').click()
    const tomorrow = "new Intl.DateTimeFormat('sv-SE').format(Date.now() + 86_400_000)"
    const day = await hana.page.evaluate<string>(tomorrow)
    await hana.page.fill('#exception-0-from', `${day}T10:00`)
    await hana.page.fill('#exception-0-to', `${day}T09:00`)
    await hana.page.locator('#exception-0-officers input').last().check()
    await hana.page.fill('#email-0', 'duty@pgo.xb.example')
    await hana.page.locator('[data-action="set-roster"]').click()
    // An exception ends after it begins.
    await hana.page.locator('[role=alert] a[href="#exception-0-to"]').waitFor()
    await hana.page.fill('#exception-0-to', `${day}T11:00`)
    await hana.page.locator('[data-action="set-roster"]').click()
    await hana.page.locator('[data-roster="1"]').waitFor()
    await withoutBarriers(hana, 'en-1280-roster')
    await hana.page.goto(`${here.product.origin}/#/duty`)
    await hana.page.locator('.duty-turns .mark').first().waitFor()
    await withoutBarriers(hana, 'en-1280-duty-week')

    // One that was changed on its way is told as such, and keeps no other from being seen.
    const forged = await composePackage(alma, {
      to: [AuthorityId.parse('xb.pgo')],
      template: { id: 'mla-request', version: 1 },
      form: {},
      documents: [],
      urgency: 'urgent',
    })
    await deliverPackage(alma, forged)
    await hana.page.locator(`[data-row="${forged}"]`).waitFor()
    const database = await here.product.openDatabase()
    const packages = database.collection<{ _id: string; header: string }>('packages')
    const { header = '' } = (await packages.findOne({ _id: forged })) ?? {}
    const at = { _id: forged }
    await packages.updateOne(at, { $set: { header: flipText(header, 6 * (header.length - 4)) } })
    await hana.page.reload()
    await hana.page.locator(`[data-row="${forged}"] [data-problem]`).waitFor()
    await hana.page.locator(`[data-row="${id}"] [data-held="take"]`).waitFor()
    await withoutBarriers(hana, 'en-1280-duty-forged')
    await packages.updateOne(at, { $set: { header } })
    await database.close()

    await notesOral(hana, here.product.origin, id)
    await hana.page.goto(`${here.product.origin}/#/directory`)
    await hana.page.locator('a[href="#/directory/xa.moj"]').waitFor()
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
