import { expect } from 'chai'
import { join } from 'node:path'
import { suspendAuthority } from '#client/core/operations/suspend-authority.js'
import { operatorKeyAt } from '#client/keystore/operator-key-at.js'
import { httpRelay } from '#client/transport/http-relay.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { choosesOperator } from './chooses-operator.js'
import { inChromium } from './in-chromium.js'
import { openWebClient, type Window, withoutBarriers } from './open-web-client.js'

describe('the audit in the web client', function () {
  this.timeout(300_000)
  const here = inChromium()
  const xa = AuthorityId.parse('xa.moj')

  const clean = async (window: Window, name: string) => {
    await withoutBarriers(window, name)
    expect(window.troubles, name).to.deep.equal([])
  }
  async function open(language: string, width: number) {
    const window = await openWebClient(here.browser, here.product.origin, { language, width })
    await choosesOperator(window.page, here.product)
    await window.page.locator('[data-action="open-operator"]').click()
    await window.page.locator('[data-audit]').first().waitFor()
    return window
  }
  /** So many statements that stop nobody's mail. */
  async function stated(count: number) {
    const { data, origin } = here.product
    const key = await operatorKeyAt(join(data, 'operator/operator-key.json'))
    const relay = httpRelay(origin, key, () => new Date())
    for (let place = 1; place <= count; place++) {
      const said = { authority: xa, standing: 'lifted', reason: `Exercise ${place}` } as const
      await suspendAuthority(relay, key, { ...said, at: new Date() })
    }
  }

  it('lists who stated what, goes on to older ones, and finds by authority, kind and day', async () => {
    await stated(26)
    const [english, arabic] = await Promise.all([open('en', 1280), open('ar', 375)])
    const { page } = english
    const rows = page.locator('[data-audit]')
    expect(await rows.count()).to.equal(25)
    await page.getByText('Exercise 26').waitFor()
    await page.locator('[data-action="audit-older"]').click()
    await page.getByText('Exercise 1', { exact: true }).waitFor()
    await page.locator('[data-audit="X.1"]').first().waitFor()
    expect(await rows.count()).to.be.above(26)
    await clean(english, 'en-1280-audit')

    await page.fill('#audit-about', 'nobody at all')
    await page.locator('[data-action="audit-show"]').click()
    await page.locator('[role=alert] a[href="#audit-about"]').waitFor()
    await page.fill('#audit-about', xa)
    await page.selectOption('#audit-code', 'X.1')
    await page.locator('[data-action="audit-show"]').click()
    await page.locator('[data-audit="X.4"]').first().waitFor({ state: 'detached' })
    await page.locator('[data-audit="X.1"]').first().waitFor()
    const kinds = await rows.evaluateAll((found) =>
      found.map((one) => (one as HTMLElement).dataset['audit']),
    )
    expect(new Set(kinds)).to.deep.equal(new Set(['X.1']))
    await page.fill('#audit-since', '2099-01-01')
    await page.locator('[data-action="audit-show"]').click()
    await page.locator('section[aria-labelledby="audit"] .empty').waitFor()
    await clean(arabic, 'ar-375-audit')
    await Promise.all([english.close(), arabic.close()])
  })

  it('shows apart what does not verify, and copies the digest of what does', async () => {
    const window = await open('en', 1280)
    const { page } = window
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    const copy = page.locator('[data-copies]').first()
    await copy.click()
    await copy.getByText('✓').waitFor()
    const copied = await page.evaluate<string>('navigator.clipboard.readText()')
    expect(copied).to.equal(await copy.getAttribute('data-copies'))
    await page.route('**/v1/audit/inquiries', async (route) => {
      const answer = (await (await route.fetch()).json()) as { statements: object[] }
      const [first, second, ...others] = answer.statements
      // The statement of another act, with evidence that is sound.
      const swapped = { ...second, ...evidenceOf(first) }
      await route.fulfill({ json: { ...answer, statements: [swapped, second, ...others] } })
    })
    await page.locator('[data-action="audit-show"]').click()
    await page.locator('[role=alert]', { hasText: 'evidence-untrusted' }).waitFor()
    await clean(window, 'en-1280-audit-doubtful')
    await window.close()
  })
})

const evidenceOf = (record: object | undefined) => ({
  evidence: (record as { readonly evidence: object }).evidence,
})
