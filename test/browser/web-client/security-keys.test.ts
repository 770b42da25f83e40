import { readFile } from 'node:fs/promises'
import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { isBoundKeystore } from '#crypto/keystore/is-bound-keystore.js'
import { openKeystore } from '#crypto/keystore/open-keystore.js'
import { readBoundKeystore } from '#crypto/keystore/read-bound-keystore.js'
import { inChromium } from './in-chromium.js'
import { openWebClient, withoutBarriers } from './open-web-client.js'
import { virtualSecurityKeys } from './virtual-security-keys.js'

const NEXT = 'thimble harbour quartz seven'

/** A keystore that a browser opens to passphrase and security key together, and to nothing less. */
describe('security keys in the web client', function () {
  this.timeout(300_000)
  const here = inChromium()
  const file = () => `${here.product.home('xb')}/officer.keystore`

  async function bringIn(page: Page, passphrase: string): Promise<void> {
    await page.setInputFiles('#keystore', file())
    await page.setInputFiles('#trust', `${here.product.data}/trust.json`)
    await page.fill('#passphrase', passphrase)
    await page.locator('form button[type=submit]').last().click()
  }
  /** With the first field for a passphrase, which is that of the identity that is kept. */
  async function unlock(page: Page, passphrase: string): Promise<void> {
    await page.locator('input[type=password]').first().fill(passphrase)
    await page.keyboard.press('Enter')
  }
  async function lock(page: Page): Promise<void> {
    await page.locator('.views').waitFor()
    await page.locator('.top-tools button').first().click()
    await page.locator('[data-action="security-keys"]').waitFor()
  }
  async function refused(page: Page, words: string): Promise<void> {
    const problem = page.locator('.problem', { hasText: words })
    await problem.waitFor()
  }
  const act = (page: Page, name: string) => page.locator(`[data-action="${name}"]`).click()
  const done = (page: Page, what: string) => page.locator(`[data-security-key="${what}"]`).waitFor()
  const passphraseOfTask = (page: Page) =>
    page.locator('[id^="passphrase-security-key-"][type=password]')

  async function removeMain(page: Page, passphrase: string): Promise<void> {
    await passphraseOfTask(page).fill(passphrase)
    await page.locator('[data-security-key-name="Main key"] button').click()
    await act(page, 'remove-security-key-sure')
  }

  it('are bound, needed besides the passphrase, doubled, removed, and lost', async () => {
    const window = await openWebClient(here.browser, here.product.origin, { example: false })
    const { page, troubles, close } = window
    const secret = (await readFile(`${here.product.home('xb')}/passphrase`, 'utf8')).trim()
    const keys = await virtualSecurityKeys(page)
    await keys.plug('plain', { hasPrf: false })
    await keys.plug('copied', { defaultBackupEligibility: true })
    await bringIn(page, secret)
    await lock(page)

    // What is missing is told; a key that cannot do it is refused, and nothing has changed.
    await act(page, 'security-keys')
    await act(page, 'bind-security-key')
    expect(await page.locator('[role=alert] li').count()).to.equal(1)
    await passphraseOfTask(page).fill(secret)
    keys.touch('plain')
    await act(page, 'bind-security-key')
    await refused(page, 'cannot do what is needed')
    keys.touch(undefined)
    await act(page, 'bind-security-key')
    await refused(page, 'No bound security key has answered')
    keys.touch('copied')
    await act(page, 'bind-security-key')
    await refused(page, 'cannot do what is needed')
    await withoutBarriers(window, 'en-1280-security-key')
    expect(isBoundKeystore(await page.evaluate<string>(KEPT))).to.equal(false)

    await keys.unplug('plain')
    await keys.unplug('copied')
    await keys.plug('main')
    keys.touch('main')
    await act(page, 'bind-security-key')
    await done(page, 'bound')
    await withoutBarriers(window, 'en-1280-security-key-bound')
    const { rpId, securityKeys } = readBoundKeystore(await page.evaluate<string>(KEPT))
    expect([rpId, ...securityKeys.map(({ name }) => name)]).to.deep.equal(['localhost', 'Main key'])

    // Neither without the key, also from a page that was opened before another tab has bound it, nor with another
    // passphrase, nor with another key; with both, it opens.
    const bound = await page.evaluate<string>(KEPT)
    await page.evaluate(kept(await readFile(file(), 'utf8')))
    await page.reload()
    await page.locator('[data-action="security-keys"]').waitFor()
    await page.evaluate(kept(bound))
    keys.touch(undefined)
    await unlock(page, secret)
    await refused(page, 'No bound security key has answered')
    await page.reload()
    keys.touch('main')
    await unlock(page, NEXT)
    await refused(page, 'does not open the keystore')
    // What is open is in no file of the browser, so a page that is loaded anew asks again.
    await unlock(page, secret)
    await page.locator('.views').waitFor()
    await page.reload()
    await page.locator('[data-action="security-keys"]').waitFor()
    await keys.plug('spare')
    keys.touch('spare')
    await unlock(page, secret)
    await refused(page, 'No bound security key has answered')
    keys.touch('main')
    await unlock(page, secret)
    await lock(page)

    // A spare one, by which the first is removed when that is lost.
    await act(page, 'security-keys')
    await passphraseOfTask(page).fill(secret)
    await act(page, 'bind-security-key')
    await refused(page, 'bound already')
    keys.touch('main', 'spare')
    await act(page, 'bind-security-key')
    await done(page, 'bound')
    await keys.unplug('main')
    keys.touch('spare')
    // Not in the place of what another tab has put there meanwhile.
    await act(page, 'more-security-keys')
    await page.evaluate(CHANGED_MEANWHILE)
    await removeMain(page, secret)
    await refused(page, 'changed in another tab')
    await page.reload()
    await act(page, 'security-keys')
    await removeMain(page, secret)
    await done(page, 'removed')

    // Another passphrase: what is kept stays bound, and the file that is saved opens by itself.
    keys.touch('spare')
    await act(page, 'other-passphrase')
    await page.locator('[data-action="change-passphrase"]').waitFor()
    const [now, next, again] = await page.locator('[id*="-passphrase-"][type=password]').all()
    await now?.fill(secret)
    await next?.fill(NEXT)
    await again?.fill(NEXT)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      act(page, 'change-passphrase'),
    ])
    await page.locator('[data-passphrase="changed"]').waitFor()
    await openKeystore(await readFile(await download.path(), 'utf8'), NEXT)
    await unlock(page, NEXT)
    await lock(page)

    // Every key lost: the file takes the place of what was bound, when that is wanted.
    keys.touch(undefined)
    await bringIn(page, secret)
    await refused(page, 'bound to a security key in this browser')
    expect(isBoundKeystore(await page.evaluate<string>(KEPT))).to.equal(true)
    await act(page, 'unbind')
    await act(page, 'unbind-sure')
    await page.locator('.views').waitFor()
    expect(isBoundKeystore(await page.evaluate<string>(KEPT))).to.equal(false)
    expect(troubles).to.deep.equal([])
    await close()
  })
})

// As text: typed for Node, tests know no IndexedDB.
const withIdentities = (mode: string, act: string) => `new Promise((resolve, reject) => {
  const request = indexedDB.open('rogatory')
  request.onerror = () => reject(request.error)
  request.onsuccess = () => {
    const transaction = request.result.transaction('identities', '${mode}')
    const store = transaction.objectStore('identities')
    let answer
    store.getAll().onsuccess = ({ target: { result: [identity] } }) => {
      ${act}
    }
    transaction.oncomplete = () => {
      request.result.close()
      resolve(answer)
    }
  }
})`
const KEPT = withIdentities('readonly', 'answer = identity.keystore')
const kept = (keystore: string) =>
  withIdentities(
    'readwrite',
    `store.put({ ...identity, keystore: ${JSON.stringify(keystore)} }, identity.id)`,
  )
const CHANGED_MEANWHILE = withIdentities(
  'readwrite',
  "store.put({ ...identity, keystore: identity.keystore + ' ' }, identity.id)",
)
