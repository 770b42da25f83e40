import { expect } from 'chai'
import type { Browser } from 'playwright-core'
import { bundleTests } from './bundle-tests.js'
import { launchChromium } from './launch-chromium.js'
import { type ServedPage, servePage } from './serve-page.js'

/** What the page says of its run of mocha. */
type Outcome = { readonly passed: number; readonly pending: number; readonly failures: string[] }

describe('crypto/ in Chromium', function () {
  this.timeout(600_000)
  let browser: Browser
  let page: ServedPage

  before(async function () {
    const launched = await launchChromium()
    if (launched === undefined) return this.skip()
    browser = launched
    page = await servePage(await bundleTests())
  })
  after(async () => {
    // Undefined where the browser was skipped or did not start.
    await (browser as Browser | undefined)?.close()
    ;(page as ServedPage | undefined)?.close()
  })

  it('passes the tests that pass in Node', async () => {
    const tab = await browser.newPage()
    const broken: string[] = []
    tab.on('pageerror', (error) => broken.push(error.message))
    await tab.goto(page.url, { waitUntil: 'load' })
    expect(broken).to.deep.equal([])
    const { passed, pending, failures } = await tab.evaluate<Outcome>(RUN)
    expect(failures).to.deep.equal([])
    expect(pending).to.equal(0)
    // Each folder of crypto/ has tests; fewer than this means that they were not found.
    expect(passed).to.be.greaterThan(300)
  })
})

// As text: typed for Node, tests know neither the page nor its global mocha.
const RUN = `new Promise((resolve) => {
  const failures = []
  const runner = mocha.run()
  runner.on('fail', (test, error) => failures.push(test.fullTitle() + ': ' + error.message))
  runner.on('end', () =>
    resolve({ passed: runner.stats.passes, pending: runner.stats.pending, failures }),
  )
})`
