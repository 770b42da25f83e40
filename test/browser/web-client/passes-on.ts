import { expect } from 'chai'
import { composePackage } from '#client/core/packages/compose-package.js'
import { deliverPackage } from '#client/core/packages/deliver-package.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import type { Marks } from '#crypto/package/manifest.js'
import { memoryDocument } from '#test/support/client/memory-platform.js'
import { arrived } from '#test/support/constellation/arrived.js'
import type { Constellation } from '#test/support/constellation/constellation.js'
import { enter, type Window, withoutBarriers } from './open-web-client.js'

/**
 * Whoever received a package passes it on to a third authority, which sees the original proved; where its marks ask
 * for leave, that is told first, and nothing is sent.
 */
export async function passesOn(product: Constellation, from: Window, to: Window): Promise<void> {
  const [sender, receiver] = [await product.officer('xb'), await product.officer('xa')]
  const received = async (marks: Marks) => {
    const id = await composePackage(sender, {
      to: [AuthorityId.parse('xa.moj')],
      template: { id: 'mla-request', version: 1 },
      form: {},
      documents: [memoryDocument('boat.txt', new TextEncoder().encode('A boat.'))],
      marks,
    })
    await deliverPackage(sender, id)
    await arrived(receiver, id)
    return id
  }
  const { page } = from
  const asked = await received({ tlp: 'TLP:AMBER', classification: null })
  await page.goto(`${product.origin}/`)
  await enter(page, 'xa')
  await page.goto(`${product.origin}/#/packages/${asked}`)
  await page.locator('[data-action="to-forward"]').click()
  await page.selectOption('#forward-to', 'xc.moj')
  await page.locator('[data-leave="missing"]').waitFor()
  expect(await page.locator('[data-action="forward"]').isDisabled()).to.equal(true)
  await withoutBarriers(from, 'en-1280-leave-missing')

  const free = await received({ tlp: 'TLP:GREEN', classification: null })
  await page.goto(`${product.origin}/#/packages/${free}/forward`)
  await page.locator('[data-action="forward"]').click()
  await page.locator('[role=alert] li').first().waitFor()
  await page.selectOption('#forward-to', 'xc.moj')
  await page.fill('#forward-reasons', 'Competent for the coast.')
  await page.locator('[data-leave="not-needed"]').waitFor()
  await withoutBarriers(from, 'en-1280-forward')
  await page.locator('[data-action="forward"]').click()
  const sent = await page.locator('.done-good a').getAttribute('href')

  await to.page.goto(`${product.origin}/${String(sent)}`)
  await to.page.locator('[data-chain="holds"]').waitFor()
  await to.page.locator('[data-action="to-forward"]').click()
  await to.page.selectOption('#forward-to', 'xb.pgo')
  await to.page.locator('[data-leave="not-needed"]').waitFor()
  await withoutBarriers(to, 'ar-375-forward')
}
