import { expect } from 'chai'
import { type Window, withoutBarriers } from './open-web-client.js'

/**
 * An officer of xb records what was asked by word of mouth, and links the package of xa that confirms it; what xb
 * asked itself leads to the form of the written confirmation.
 */
export async function notesOral(window: Window, origin: string, confirmation: string) {
  const { page } = window
  const note = async (direction: 'received' | 'made') => {
    await page.goto(`${origin}/#/duty`)
    await page.locator('[data-action="to-note-oral"]').click()
    await page.locator('[data-action="note-oral"]').click()
    expect(await page.locator('[role=alert] li').count()).to.equal(3)
    await page.locator(`input[value="${direction}"]`).check()
    await page.selectOption('#oral-counterpart', 'xa.moj')
    await page.fill('#oral-person', 'A. Moreno, Ministry of Justice')
    await page.fill('#oral-asked', 'Keep the logs of account 0042.')
    await withoutBarriers(window, `en-1280-oral-${direction}`)
    await page.locator('[data-action="note-oral"]').click()
    await page.locator('[data-noted]').waitFor()
    await page.goto(`${origin}/#/duty`)
  }
  await note('received')
  await page.locator('[data-action="confirm-oral"]').click()
  await page.selectOption('#oral-package', confirmation)
  await withoutBarriers(window, 'en-1280-oral-confirm')
  await page.locator('[data-action="link-oral"]').click()
  await page.locator('[data-oral="awaited"]').waitFor({ state: 'detached' })
  await page.locator('#oral ~ * input[type=checkbox]').check()
  await page.locator('[data-oral="confirmed"]').waitFor()

  await note('made')
  await page.locator('[data-action="write-oral"]').click()
  await page.locator('#recipient').waitFor()
  expect(await page.locator('#recipient').inputValue()).to.equal('xa.moj')
}
