import { expect } from 'chai'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { type Constellation, constellation } from '#test/support/constellation/constellation.js'
import { ROOT } from '../bundle-tests.js'
import { launchChromium } from '../launch-chromium.js'

let started: Promise<{ browser: Browser; product: Constellation } | undefined> | undefined

// Of the whole run: whichever file of this folder is loaded first brings it.
after(async () => {
  const here = await started
  await here?.browser.close()
  await here?.product.close()
})

/**
 * A browser and the whole product, with the example at hand: one of each for all tests of the web client, so a test
 * takes the state of the other tests as it finds it. Skipped where there is no browser.
 */
export function inChromium() {
  let here: { browser: Browser; product: Constellation } | undefined
  before(async function () {
    started ??= start()
    here = await started
    if (here === undefined) this.skip()
  })
  afterEach(async function () {
    if (here && this.currentTest?.state === 'failed') await leaveFailed(here.browser)
  })
  return {
    get browser() {
      return here?.browser ?? expect.fail('no browser was started')
    },
    get product() {
      return here?.product ?? expect.fail('the product was not started')
    },
  }
}

async function start() {
  const browser = await launchChromium()
  if (browser === undefined) return undefined
  // Whoever does not answer is alerted again while a test looks on.
  const env = { EXAMPLE_IDENTITIES: 'true', DUTY_ESCALATION_SECONDS: '2,3600' }
  // Security keys are bound to a name, never to a number.
  return { browser, product: await constellation({ env, originHost: 'localhost' }) }
}

/** Keeps what each page of a test that failed looked like, and closes it. */
async function leaveFailed(browser: Browser): Promise<void> {
  const folder = join(ROOT, '.artefacts/web-client/failed')
  await mkdir(folder, { recursive: true })
  for (const context of browser.contexts()) {
    for (const [at, page] of context.pages().entries()) {
      const path = join(folder, `${Date.now()}-${at}.png`)
      // A page that hangs says that by having no picture.
      await page.screenshot({ path, fullPage: true, timeout: 10_000 }).catch(() => undefined)
    }
    await context.close()
  }
}
