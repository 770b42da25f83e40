import { expect } from 'chai'
import { keyNeeds } from '#client/core/officers/key-needs.js'
import { readPackage } from '#client/core/packages/open-package.js'
import { resealedCopy } from '#client/core/resealing/resealed-copy.js'
import type { PackageId } from '#crypto/fields/fields.js'
import { aFormerKey } from './a-former-key.js'
import { inChromium } from './in-chromium.js'
import {
  byKeyboard,
  enter,
  openWebClient,
  tick,
  type Window,
  withoutBarriers,
} from './open-web-client.js'

/** What a former key opens is seen, sealed anew, and the key destroyed: by the keyboard, and by nobody who may not. */
describe('former keys in the web client', function () {
  this.timeout(600_000)
  const here = inChromium()
  let kid: string
  let ids: readonly PackageId[]
  let present: string
  before(async () => {
    ;({ kid, ids, present } = await aFormerKey(here.product))
  })

  const clean = async (window: Window, name: string, allowed = /^$/) => {
    await withoutBarriers(window, name)
    expect(
      window.troubles.filter((one) => !allowed.test(one)),
      name,
    ).to.deep.equal([])
  }
  const focus = ({ page }: Window, selector: string) =>
    page.locator(`${selector}:focus`).waitFor({ state: 'attached' })
  const row = ({ page }: Window, key = kid) => page.locator(`.former-keys tr[data-row="${key}"]`)
  const standing = (window: Window, is: string) =>
    row(window).locator(`[data-key-standing="${is}"]`).waitFor()
  /** Somebody looks at the keys, and at what is to be done with the former one. */
  async function looks(home: string, options?: { language: string; width: number }) {
    const window = await openWebClient(here.browser, here.product.origin, options)
    await enter(window.page, home)
    await window.page.goto(`${here.product.origin}/#/authority`)
    await byKeyboard(window.page, '[data-action="count-keys"]')
    await standing(window, 'needed')
    await byKeyboard(window.page, `[data-retire="${kid}"]`)
    await focus(window, '#retired-key')
    return window
  }
  const copies = async () => {
    const session = await here.product.officer('xb')
    return Promise.all(ids.map(async (id) => (await resealedCopy(session, id))?.payload.version))
  }

  it('shows what each key opens, and to each what they may do about it', async () => {
    const yusuf = await looks('xb', { language: 'ar', width: 375 })
    await clean(yusuf, 'ar-375-former-keys')
    expect(
      await yusuf.page.locator('[data-still-opens]').getAttribute('data-still-opens'),
    ).to.equal('2')
    await row(yusuf, present).locator('[data-key-standing="present"]').waitFor()
    expect(await row(yusuf, present).locator('button').count()).to.equal(0)
    // Nothing is destroyed while it is needed.
    expect(await yusuf.page.locator('[data-action="destroy-key"]').count()).to.equal(0)
    await yusuf.close()
    // A duty officer seals anew and destroys nothing.
    const hana = await looks('xb-duty')
    await hana.page.locator('[data-action="seal-packages"]').waitFor()
    expect(await hana.page.locator('.former-keys').textContent()).to.include('Packages: 3')
    expect(await hana.page.getByText('It may be destroyed').count()).to.equal(0)
    await hana.close()
  })

  it('says so where it cannot be counted, and counts again', async () => {
    const window = await openWebClient(here.browser, here.product.origin)
    await enter(window.page, 'xb')
    await window.page.goto(`${here.product.origin}/#/authority`)
    const problem = { type: 'about:blank', title: 'Not permitted', status: 403 }
    const answer = { status: 403, json: { ...problem, code: 'not-permitted' } }
    await window.page.route('**/v1/sealed?*', (route) => route.fulfill(answer), { times: 1 })
    await byKeyboard(window.page, '[data-action="count-keys"]')
    await window.page.locator('.former-keys .problem').waitFor()
    await clean(window, 'en-1280-keys-not-counted', /403/)
    await byKeyboard(window.page, '[data-action="count-keys"]')
    await standing(window, 'needed')
    expect(await window.page.locator('.former-keys .problem').count()).to.equal(0)
    await window.close()
  })

  it('is sealed anew package by package, stopped, and gone on with past one that fails', async () => {
    const window = await looks('xb')
    const { page } = window
    // The first waits until it is stopped, which then is done and no other.
    let goOn: () => void = () => undefined
    const held = new Promise<void>((resolve) => (goOn = resolve))
    await page.route(
      '**/resealings',
      async (route) => {
        await held
        await route.continue()
      },
      { times: 1 },
    )
    await clean(window, 'en-1280-former-keys')
    await byKeyboard(page, '[data-action="seal-packages"]')
    await focus(window, '[data-action="stop-sealing"]')
    await page.locator('[role="status"][data-sealing="1"]').waitFor()
    expect(await page.locator('[data-sealing]').textContent()).to.match(/Package .1. of .3./)
    // Another key is not looked at meanwhile: that would stop it.
    expect(await row(window).locator('button').isDisabled()).to.equal(true)
    await clean(window, 'en-1280-sealing-packages')
    await page.keyboard.press('Enter')
    await page.locator('[data-action="stop-sealing"][aria-disabled="true"]').waitFor()
    goOn()
    await page.locator('[data-sealed-anew="1"]').waitFor()
    await focus(window, '[data-sealed-anew]')
    await row(window).getByText('Packages: 2').waitFor()
    expect((await copies()).filter((version) => version === 1)).to.have.length(1)

    const conflict = { type: 'about:blank', title: 'Conflict', status: 409 }
    const answer = { status: 409, json: { ...conflict, code: 'resealing-conflict' } }
    await page.route('**/resealings', (route) => route.fulfill(answer), { times: 1 })
    await byKeyboard(page, '[data-action="seal-packages"]')
    await page.locator('[data-not-sealed="1"]').waitFor()
    const why = await page.locator('[data-not-sealed]').textContent()
    expect(why).to.include('A colleague has sealed this package anew meanwhile')
    await row(window).getByText('Packages: 1').waitFor()
    await clean(window, 'en-1280-not-sealed', /409/)

    await byKeyboard(page, '[data-action="seal-packages"]')
    await standing(window, 'translations')
    await page.locator('[data-not-sealed]').waitFor({ state: 'detached' })
    expect(await page.locator('[data-action="seal-packages"]').count()).to.equal(0)
    expect(await copies()).to.deep.equal([1, 1, 1])
    await window.close()
  })

  it('is destroyed when its translations are given up, and asked once more what nobody counts', async () => {
    const window = await openWebClient(here.browser, here.product.origin)
    const { page } = window
    await enter(page, 'xb')
    await page.goto(`${here.product.origin}/#/authority`)
    await byKeyboard(page, '[data-action="count-keys"]')
    await standing(window, 'translations')
    await byKeyboard(page, `[data-retire="${kid}"]`)
    await byKeyboard(page, '[data-action="destroy-key"]')
    await focus(window, '#translations-given-up[aria-invalid="true"]')
    await tick(page, '#translations-given-up')
    await byKeyboard(page, '[data-action="destroy-key"]')
    await focus(window, '.confirm')
    const question = await page.locator('.confirm').textContent()
    for (const told of [kid, 'notes about alerts', 'originals.sealed']) {
      expect(question).to.include(told)
    }
    await clean(window, 'en-1280-destroy-key')

    // What comes in between is counted, and the key is there still.
    const coming = [{ kid, packages: 1 }]
    const late = { packages: [], coming, next: null }
    await page.route('**/v1/sealed?*', (route) => route.fulfill({ json: late }), { times: 1 })
    await byKeyboard(page, '[data-action="destroy-key-sure"]')
    await page.locator('[data-retiring] .problem', { hasText: 'still needs this key' }).waitFor()
    await standing(window, 'translations')
    expect((await keyNeeds(await here.product.officer('xb'))).map((one) => one.kid)).to.include(kid)

    await byKeyboard(page, '[data-action="destroy-key-sure"]')
    await page.locator(`[data-destroyed="${kid}"]`).waitFor()
    await focus(window, '[data-destroyed]')
    await row(window).waitFor({ state: 'detached' })
    await clean(window, 'en-1280-key-destroyed')
    const session = await here.product.officer('xb')
    expect((await keyNeeds(session)).map((one) => one.kid)).to.not.include(kid)
    for (const id of ids) await readPackage(session, id)
    expect(await vaults()).to.equal(1)

    // Had it broken off, the same is done once more.
    await page.locator('.gone-keys summary').click()
    await byKeyboard(page, `[data-gone="${kid}"]`)
    await focus(window, '#retired-key')
    await window.close()
  })

  async function vaults(): Promise<number> {
    const database = await here.product.openDatabase()
    const count = await database.collection('vaults').countDocuments({ authority: 'xb.pgo' })
    await database.close()
    return count
  }
})
