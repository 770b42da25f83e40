import { expect } from 'chai'
import { type Window, withoutBarriers } from './open-web-client.js'

const CONTACTS = 'state,name,email\r\nFR,"Bureau de l’entraide",entraide@justice.example\r\n'

/**
 * What an officer brings in or takes away as a file beside packages: contacts that no relay knows, what another has
 * seen of the directory, rules for clocks, an empty form, and keys that prove calls of the relay.
 */
export async function bringsFiles(window: Window, origin: string): Promise<void> {
  const { page } = window
  await page.goto(`${origin}/#/directory/exchange`)
  await page.locator('[data-action="bring-contacts"]').click()
  await page.locator('#contacts-file-error').waitFor()
  const file = { name: 'contacts.csv', mimeType: 'text/csv', buffer: Buffer.from(CONTACTS) }
  await page.setInputFiles('#contacts-file', file)
  await page.locator('[data-action="bring-contacts"]').click()
  await page.getByText('entraide@justice.example').waitFor()
  const [seen] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('[data-action="save-seen"]').click(),
  ])
  await page.setInputFiles('#seen-file', await seen.path())
  await page.locator('[data-action="compare-seen"]').click()
  await page.locator('[data-compared]').waitFor()
  await withoutBarriers(window, 'en-1280-directory-files')
  await page.goto(`${origin}/#/directory`)
  await page.locator('section[aria-labelledby="elsewhere"] tbody tr').waitFor()

  await page.goto(`${origin}/#/cases/clocks`)
  await page.locator('[data-action="add-rule"]').click()
  expect(await page.locator('[role=alert] li').count()).to.equal(2)
  await page.fill('#rule-count', '20')
  await page.fill('#rule-source', 'Arrangement of 2026, article 4')
  await page.locator('[data-action="add-rule"]').click()
  await page.locator('[data-rules="1"]').waitFor()
  await withoutBarriers(window, 'en-1280-clock-rules')
  await page.locator('[data-action="remove-rule"]').click()
  await page.locator('[data-rules="0"]').waitFor()

  await page.goto(`${origin}/#/compose/mla-request/blank`)
  await page.locator('.blank-form').waitFor()
  await withoutBarriers(window, 'en-1280-blank')
  await page.goto(`${origin}/#/duty/webhooks`)
  await page.locator('.pem').waitFor()
  await withoutBarriers(window, 'en-1280-webhook-keys')
}
