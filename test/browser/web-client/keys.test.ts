import { readFile } from 'node:fs/promises'
import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { openKeystore } from '#crypto/keystore/open-keystore.js'
import { inChromium } from './in-chromium.js'
import { bringsFiles } from './brings-files.js'
import { enter, openWebClient, withoutBarriers } from './open-web-client.js'

const NEXT = 'thimble harbour quartz seven'

/** Keys as a person brings them in: two files and a passphrase, on a relay that offers no example. */
describe('keys in the web client', function () {
  this.timeout(300_000)
  const here = inChromium()

  const secret = async (home: string) =>
    (await readFile(`${here.product.home(home)}/passphrase`, 'utf8')).trim()
  async function bringIn(page: Page, home: string, passphrase: string): Promise<void> {
    await page.setInputFiles('#keystore', `${here.product.home(home)}/officer.keystore`)
    await page.setInputFiles('#trust', `${here.product.data}/trust.json`)
    await page.fill('#passphrase', passphrase)
    await page.locator('form button[type=submit]').last().click()
  }

  /** No key is where the browser would write it to the disk, so a page that is loaded anew asks again. */
  async function bringAnew(page: Page): Promise<void> {
    expect(await page.evaluate<unknown[]>(KEYS)).to.deep.equal([])
    await page.reload()
    await page
      .locator('input[type=password]')
      .first()
      .fill(await secret('xa'))
    await page.keyboard.press('Enter')
    await page.locator('.views, table').first().waitFor()
  }

  /** A second tab asks for the passphrase, and both go on. */
  async function besideInATab(page: Page): Promise<void> {
    const tab = await page.context().newPage()
    await tab.goto(`${here.product.origin}/`)
    await tab
      .locator('input[type=password]')
      .first()
      .fill(await secret('xa'))
    await tab.keyboard.press('Enter')
    await tab.locator('.views').waitFor()
    await tab.close()
    await page.goto(`${here.product.origin}/#/cases`)
    await page.goto(`${here.product.origin}/#/sessions`)
    await page.locator('table tbody tr').first().waitFor()
    const rows = await page.locator('table').first().locator('tbody tr').allTextContents()
    expect(rows.filter((row) => row.includes('This one'))).to.have.length(1)
  }

  /** A second window with the same key, ended from the first one: it locks by itself. */
  async function isPutOut(by: Page): Promise<void> {
    const other = await openWebClient(here.browser, here.product.origin)
    await enter(other.page, 'xa')
    // Those of an example alone are.
    expect(await other.page.evaluate<unknown[]>(KEYS)).to.deep.equal([[false, false]])
    await bringAnew(by)
    const ofOthers = by.locator('table').first().locator('tr:has([data-action="end-session"])')
    await ofOthers.filter({ hasText: 'Browser' }).first().locator('button').click()
    await other.page.locator('input[type=password]').first().waitFor()
    expect(await other.page.evaluate<unknown[]>(KEYS)).to.deep.equal([])
    await other.close()
  }

  it('are brought in, asked for by a page loaded anew, locked, and opened again', async () => {
    const { page, troubles, close } = await openWebClient(here.browser, here.product.origin, {
      example: false,
    })
    expect(await page.locator('[data-home]').count()).to.equal(0)
    await bringIn(page, 'xa', 'not the passphrase')
    await page.locator('.problem').waitFor()
    expect(await page.locator('.problem').textContent()).to.include('does not open the keystore')
    await bringIn(page, 'xa', await secret('xa'))
    await page.waitForURL(/#\/packages$/)
    await bringAnew(page)
    // Where the key is signed in: here. Locking ends that at the relay.
    await page.goto(`${here.product.origin}/#/sessions`)
    await page.locator('table tbody tr').first().waitFor()
    const rows = await page.locator('table').first().locator('tbody tr').allTextContents()
    expect(rows.filter((row) => row.includes('This one'))).to.have.length(1)
    await withoutBarriers({ page, troubles, close }, 'en-1280-sessions')
    await besideInATab(page)
    await isPutOut(page)
    await page.goto(`${here.product.origin}/#/packages`)
    await page.locator('.views').waitFor()
    const [ended] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === 'DELETE'),
      page.locator('.top-tools button').first().click(),
    ])
    expect(ended.status()).to.equal(200)
    await page.locator('input[type=password]').first().waitFor()
    expect(await page.evaluate<unknown[]>(KEYS)).to.deep.equal([])
    await withoutBarriers({ page, troubles, close }, 'en-1280-locked')
    // Another passphrase: the file that is kept here is under it, and so is the one that is saved.
    await page.locator('[data-action="other-passphrase"]').click()
    await page.locator('[data-action="change-passphrase"]').click()
    expect(await page.locator('[role=alert] li').count()).to.equal(2)
    const [now, next, again] = await page.locator('[id*="-passphrase-"][type=password]').all()
    await now?.fill(await secret('xa'))
    await next?.fill(NEXT)
    await again?.fill(NEXT)
    await withoutBarriers({ page, troubles, close }, 'en-1280-other-passphrase')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('[data-action="change-passphrase"]').click(),
    ])
    expect(download.suggestedFilename()).to.equal('officer.keystore')
    await page.locator('[data-passphrase="changed"]').waitFor()
    await openKeystore(await readFile(await download.path(), 'utf8'), NEXT)
    await page.locator('input[type=password]').first().fill(NEXT)
    await page.keyboard.press('Enter')
    await page.locator('.views').waitFor()

    // A key as of a moment: one to come is refused, and what that leaves is seen before anything is signed.
    const { data, origin } = here.product
    await page.goto(`${origin}/#/authority`)
    await page.setInputFiles('#operational', `${data}/xa.moj/operational.keystore`)
    await page.setInputFiles('#identity', `${data}/xa.moj/identity.p12`)
    const folder = (await readFile(`${data}/xa.moj/passphrase`, 'utf8')).trim()
    await page.fill('#authority-passphrase', folder)
    await page.locator('[data-action="open-keys"]').click()
    await page.locator('[data-officer="Tomas Lind"]').click()
    await page.fill('#revoked-since', '2096-03-10T12:00')
    await page.locator('[data-action="show-impact"]').click()
    await page.locator('[role=alert] a[href="#revoked-since"]').waitFor()
    await page.fill('#revoked-since', '2024-03-10T12:00')
    await page.locator('[data-action="show-impact"]').click()
    await page.locator('[data-impact]').waitFor()
    await page.locator('[data-action="revoke-since"]').waitFor()
    await withoutBarriers({ page, troubles, close }, 'en-1280-revoke-since')

    // Who has what of the authority to translate, as it is asked after a breach.
    await page.goto(`${origin}/#/translation`)
    await page.locator('[data-action="to-breach"]').click()
    await page.locator('#breach-who, .empty').first().waitFor()
    await withoutBarriers({ page, troubles, close }, 'en-1280-breach')

    // The files of the authority's folder under another passphrase: all of them, and saved.
    await page.goto(`${origin}/#/authority`)
    await page.locator('[data-action="folder-passphrase"]').click()
    await page.locator('[data-action="reseal-folder"]').click()
    expect(await page.locator('[role=alert] li').count()).to.equal(3)
    const names = ['operational.keystore', 'identity.p12']
    await page.setInputFiles(
      '#folder-files',
      names.map((name) => `${data}/xa.moj/${name}`),
    )
    await page.fill('#folder-passphrase-now', folder)
    await page.fill('#folder-passphrase-next', NEXT)
    await page.fill('#folder-passphrase-again', NEXT)
    await withoutBarriers({ page, troubles, close }, 'en-1280-folder-passphrase')
    const [resealed] = await Promise.all([
      page.waitForEvent('download', (one) => one.suggestedFilename() === names[0]),
      page.locator('[data-action="reseal-folder"]').click(),
    ])
    await page.locator('[data-folder-passphrase="changed"]').waitFor()
    await openKeystore(await readFile(await resealed.path(), 'utf8'), NEXT)

    await bringsFiles({ page, troubles, close }, origin)
    expect(troubles).to.deep.equal([])
    await close()
  })

  it('are missed in plain words, and the way leads to each field', async () => {
    const { page, troubles, close } = await openWebClient(here.browser, here.product.origin, {
      width: 375,
      example: false,
    })
    await page.locator('#keystore').waitFor()
    await page.locator('form button[type=submit]').last().click()
    const alert = page.locator('form [role=alert]')
    await alert.waitFor()
    expect(await alert.locator('li').count()).to.equal(3)
    await alert.locator('a').last().click()
    expect(await page.evaluate('document.activeElement.id')).to.equal('passphrase')
    await withoutBarriers({ page, troubles, close }, 'en-375-missing')
    await close()
  })
})

// As text: typed for Node, tests know no IndexedDB.
const KEYS = `new Promise((resolve, reject) => {
  const request = indexedDB.open('rogatory')
  request.onerror = () => reject(request.error)
  request.onsuccess = () => {
    const all = request.result.transaction('keys').objectStore('keys').getAll()
    all.onsuccess = () => {
      request.result.close()
      const written = all.result.flatMap(({ keys }) => keys ?? [])
      resolve(written.map((keys) => [keys.signingKey, keys.sealingKey].map((key) => key.privateKey.extractable)))
    }
  }
})`
