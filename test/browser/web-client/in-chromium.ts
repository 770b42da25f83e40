import { expect } from 'chai'
import type { Browser } from 'playwright-core'
import { type Constellation, constellation } from '#test/support/constellation/constellation.js'
import { launchChromium } from '../launch-chromium.js'

/**
 * A browser and the whole product for the tests of one `describe`, which are skipped where there is no browser.
 *
 * @param env - what the product wants otherwise.
 */
export function inChromium(env: Readonly<Record<string, string>> = {}) {
  let browser: Browser | undefined
  let product: Constellation | undefined
  before(async function () {
    browser = await launchChromium()
    if (browser === undefined) return this.skip()
    product = await constellation({ env })
  })
  after(async () => {
    await browser?.close()
    await product?.close()
  })
  return {
    get browser() {
      return browser ?? expect.fail('no browser was started')
    },
    get product() {
      return product ?? expect.fail('the product was not started')
    },
  }
}
