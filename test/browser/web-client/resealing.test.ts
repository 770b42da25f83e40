import { expect } from 'chai'
import { composePackage } from '#client/core/packages/compose-package.js'
import { deliverPackage } from '#client/core/packages/deliver-package.js'
import { resealedCopy } from '#client/core/resealing/resealed-copy.js'
import { AuthorityId, type PackageId } from '#crypto/fields/fields.js'
import { memoryDocument } from '#test/support/client/memory-platform.js'
import { arrived } from '#test/support/constellation/arrived.js'
import { inChromium } from './in-chromium.js'
import {
  byKeyboard,
  enter,
  openWebClient,
  type Window,
  withoutBarriers,
} from './open-web-client.js'

const TEXT = 'An exhibit, as text. '.repeat(100_000)

/** An officer seals one package anew, while a colleague has it open. */
describe('sealing anew in the web client', function () {
  this.timeout(300_000)
  const here = inChromium()

  async function sent(): Promise<PackageId> {
    const alma = await here.product.officer('xa')
    const id = await composePackage(alma, {
      to: [AuthorityId.parse('xb.pgo')],
      template: { id: 'mla-request', version: 1 },
      form: { purpose: 'Service of a summons' },
      documents: [{ ...memoryDocument('exhibit.txt', Buffer.from(TEXT)), mediaType: 'text/plain' }],
    })
    await deliverPackage(alma, id)
    await arrived(await here.product.officer('xb'), id)
    return id
  }
  const clean = async (window: Window, name: string) => {
    await withoutBarriers(window, name)
    expect(window.troubles, name).to.deep.equal([])
  }

  for (const [language, width] of [
    ['en', 1280],
    ['ar', 375],
  ] as const) {
    const at = `${language}-${width}`
    it(`says what it does, does it, and leaves the package as it was (${at})`, async () => {
      const id = await sent()
      const [yusuf, colleague] = await Promise.all([
        openWebClient(here.browser, here.product.origin, { language, width }),
        openWebClient(here.browser, here.product.origin, { language, width }),
      ])
      for (const { page } of [yusuf, colleague]) {
        await enter(page, 'xb')
        await page.goto(`${here.product.origin}/#/packages/${id}`)
        await page.locator('.verified').waitFor()
      }
      const { page } = yusuf
      await byKeyboard(page, '[data-action="to-seal-anew"]')
      await page.locator('[data-action="seal-anew"]').waitFor()
      expect(await page.locator('[data-version]').count()).to.equal(0)
      await clean(yusuf, `${at}-seal-anew`)
      await byKeyboard(page, '[data-action="seal-anew"]')
      await page.locator('[data-sealed-anew="1"]').waitFor()
      await page.locator('[data-version="1"]').waitFor()
      await clean(yusuf, `${at}-sealed-anew`)
      const session = await here.product.officer('xb')
      expect((await resealedCopy(session, id))?.payload).to.include({ version: 1 })

      // A colleague who has not heard of it is told, and is shown the copy when asking again.
      const gone = { type: 'about:blank', title: 'Gone', status: 410, code: 'content-resealed' }
      const answer = { status: 410, json: gone }
      await colleague.page.route('**/parts/**', (route) => route.fulfill(answer), { times: 1 })
      await colleague.page.locator('[data-action="preview"]').click()
      await colleague.page.locator('.problem').waitFor()
      await withoutBarriers(colleague, `${at}-resealed-meanwhile`)
      await colleague.page.locator('[data-action="preview"]').click()
      const shown = colleague.page.locator('.preview pre:not(:empty)')
      await shown.waitFor()
      expect(await shown.textContent()).to.equal(TEXT)

      await Promise.all([yusuf.close(), colleague.close()])
    })
  }

  it('is begun anew when it came to nothing, and once more when that is asked for', async () => {
    const id = await sent()
    const window = await openWebClient(here.browser, here.product.origin)
    const { page } = window
    await enter(page, 'xb')
    const conflict = { type: 'about:blank', title: 'Conflict', status: 409 }
    const answer = { status: 409, json: { ...conflict, code: 'resealing-conflict' } }
    await page.route('**/resealings', (route) => route.fulfill(answer), { times: 1 })
    await page.goto(`${here.product.origin}/#/packages/${id}/seal-anew`)
    await page.locator('[data-action="seal-anew"]').click()
    await page.locator('.problem').waitFor()
    const session = await here.product.officer('xb')
    expect(await resealedCopy(session, id)).to.equal(undefined)
    await withoutBarriers(window, 'en-1280-seal-anew-again')
    await page.locator('[data-action="seal-anew"]').click()
    await page.locator('[data-sealed-anew="1"]').waitFor()
    expect(await page.locator('.problem').count()).to.equal(0)
    await page.goto(`${here.product.origin}/#/packages/${id}`)
    await page.locator('[data-action="to-seal-anew"]').click()
    await page.locator('[data-version="1"]').waitFor()
    await page.locator('[data-action="seal-anew"]').click()
    await page.locator('[data-sealed-anew="2"]').waitFor()
    expect((await resealedCopy(session, id))?.payload.version).to.equal(2)
    await window.close()
  })
})
