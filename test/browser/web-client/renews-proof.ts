import { expect } from 'chai'
import { readFile } from 'node:fs/promises'
import { parseBundle } from '#crypto/proof/parse-bundle.js'
import { verifyBundle } from '#crypto/proof/verify-bundle.js'
import type { Constellation } from '#test/support/constellation/constellation.js'
import { type Window, withoutBarriers } from './open-web-client.js'

/** So far ahead that whatever the example stamps with has ended. */
const DAYS = '20000'

/**
 * An archive of one bundle and of one file that is none is judged; the bundle is due, is stamped anew by way of the
 * relay, and saved.
 */
export async function renewsProof(
  window: Window,
  { origin, trust }: Pick<Constellation, 'origin' | 'trust'>,
  octets: Uint8Array,
  at: string,
): Promise<void> {
  const { page } = window
  await page.goto(`${origin}/#/proof`)
  await page.locator('a[href="#/proof/ageing"]').click()
  await page.locator('[data-action="judge-ageing"]').click()
  await page.locator('[role=alert] a[href="#ageing-files"]').waitFor()
  const type = { mimeType: 'application/octet-stream' }
  await page.setInputFiles('#ageing-files', [
    { name: 'a.rogatory-proof', ...type, buffer: Buffer.from(octets) },
    { name: 'b.rogatory-proof', ...type, buffer: Buffer.from('no bundle') },
    { name: 'notes.txt', ...type, buffer: Buffer.from('…') },
  ])
  await page.locator('[data-chosen="2"]').waitFor()
  await page.fill('#ageing-within', DAYS)
  await page.locator('[data-action="judge-ageing"]').click()
  await page.locator('[data-due="1"]').waitFor()
  await page.locator('section[aria-labelledby="unjudged"] tbody tr').waitFor()
  expect(await page.locator('#renew-choice input').isChecked()).to.equal(true)
  const [renewed] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('[data-action="renew"]').click(),
  ])
  await page.locator('[data-renewed="1"]').waitFor()
  await withoutBarriers(window, `${at}-ageing`)
  const bundle = parseBundle(new Uint8Array(await readFile(await renewed.path())))
  expect(bundle.renewals).to.have.length(1)
  expect((await verifyBundle(bundle, trust, { at: new Date() })).verdict).to.equal('proved')
}
