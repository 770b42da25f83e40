import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { listMailbox } from '#client/core/packages/list-mailbox.js'
import { inChromium } from './in-chromium.js'
import { enter, openWebClient, withoutBarriers } from './open-web-client.js'

/** What the line does to whoever sends, and to whoever waits for news. */
describe('a line that fails, in the web client', function () {
  this.timeout(600_000)
  const here = inChromium()
  const press = (page: Page, name: string) => page.locator(`[data-action="${name}"]`).click()
  const goTo = (page: Page, place: string) => page.goto(`${here.product.origin}/#/${place}`)
  const sent = async () => {
    const session = await here.product.officer('xa')
    return (await listMailbox(session, 'sent', 200)).length
  }

  /** Writes the smallest form that there is, and hands it over. */
  async function send(page: Page, urgency: string): Promise<void> {
    await goTo(page, 'compose/sounding')
    await page.selectOption('#recipient', 'xb.pgo')
    await page.getByLabel('Urgency').selectOption(urgency)
    await page.check('#field-informal')
    await page.fill('#field-subject', 'Would it be of use?')
    await page.fill('#field-questions-0-question', 'Would you be asked in vain?')
    await page.locator('form button[type=submit]').click()
    await press(page, 'send')
  }

  it('sends one package, however often its answer is lost, and tells of it on every screen', async () => {
    const { origin } = here.product
    const alma = await openWebClient(here.browser, origin)
    const yusuf = await openWebClient(here.browser, origin, { language: 'ar', width: 375 })
    const ines = await openWebClient(here.browser, origin)
    // What she is told live was changed on the way.
    await ines.page.routeWebSocket(/socket/, (socket) => {
      const relay = socket.connectToServer()
      relay.onMessage((message) =>
        socket.send(String(message).replaceAll(/("statement":"[^"]+)....("[,}])/g, '$1AAAA$2')),
      )
    })
    await Promise.all([enter(alma.page, 'xa'), enter(yusuf.page, 'xb'), enter(ines.page, 'xb')])
    await goTo(yusuf.page, 'directory')
    await yusuf.page.locator('.data-table').first().waitFor()
    const before = await sent()

    // The relay accepts it, and its answer does not arrive: twice.
    await alma.page.route('**/v1/packages', async (route) => {
      if (route.request().method() !== 'POST') return route.fallback()
      await route.fetch()
      return route.fulfill({ status: 200, json: {} })
    })
    await send(alma.page, 'urgent')
    await alma.page.locator('[data-left]').waitFor()
    expect(await alma.page.locator('[data-action="send"]').count()).to.equal(0)
    await withoutBarriers(alma, 'en-1280-sealed-already')
    await press(alma.page, 'try-again')
    await alma.page.locator('.working').waitFor({ state: 'detached' })
    await alma.page.locator('[data-left]').waitFor()
    await goTo(alma.page, 'compose')
    const waiting = alma.page.locator('[data-waiting]')
    await waiting.getByText('Informal sounding').waitFor()
    expect(await waiting.textContent()).to.include('Would it be of use?')
    await withoutBarriers(alma, 'en-1280-waiting')
    await alma.page.unroute('**/v1/packages')
    await waiting.locator('button').first().click()
    await alma.page.locator('.done-good').waitFor()
    expect(await sent()).to.equal(before + 1)

    // Whoever does something else sees it, and so does whoever looks at another tab.
    await yusuf.page.locator('.new-urgent a').waitFor()
    expect(await yusuf.page.title()).to.match(/^\(1\) /)
    await withoutBarriers(yusuf, 'ar-375-new-urgent')

    // What does not verify is told as that, and what came is seen all the same.
    await ines.page.locator('[data-line="broken"] .problem').waitFor()
    expect(await ines.page.locator('[data-line="broken"]').textContent()).to.include('Do not act')
    await withoutBarriers(ines, 'en-1280-news-broken')
    await ines.page.locator('.new-urgent').waitFor()
    for (const { page } of [alma, yusuf, ines]) await page.context().close()
  })

  it('shows a screen that failed to load as soon as it can be had', async () => {
    const { page } = await openWebClient(here.browser, here.product.origin)
    await enter(page, 'xa')
    await page.route(/statistics-screen/, (route) => route.abort())
    await goTo(page, 'statistics')
    await page.locator('.problem').waitFor()
    await page.unroute(/statistics-screen/)
    await page.locator('.problem button').click()
    await page.locator('.problem').waitFor({ state: 'detached' })
    await page.locator('.page-head h1').waitFor()

    // After a deployment nothing but the new page has what is missing.
    await page.route(/search-screen/, (route) => route.fulfill({ status: 404 }))
    await page.route(`${here.product.origin}/`, async (route) => {
      const answer = await route.fetch()
      const body = (await answer.text()).replaceAll(/assets\/index-/g, 'assets/another-')
      await route.fulfill({ response: answer, body })
    })
    await goTo(page, 'search')
    await page.locator('[data-action="reload"]').waitFor()
    await page.context().close()
  })
})
