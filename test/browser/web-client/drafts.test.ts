import { expect } from 'chai'
import { readFile } from 'node:fs/promises'
import { listDrafts } from '#client/core/drafting/list-drafts.js'
import { readPackage } from '#client/core/packages/open-package.js'
import { setPolicy } from '#client/core/directory/set-policy.js'
import { letterPdf } from '#client/files/letter-pdf.js'
import { authorityKeysIn } from '#client/keystore/authority-keys.js'
import { PackageId } from '#crypto/fields/fields.js'
import { inChromium } from './in-chromium.js'
import { enter, openWebClient, type Window, withoutBarriers } from './open-web-client.js'

/** Four eyes: Alma writes and submits, Tomas changes and approves, Alma sends. */
describe('drafts in the web client', function () {
  this.timeout(300_000)
  const here = inChromium()
  const policy = async (approvals: number) => {
    const folder = here.product.home('xa.moj')
    const passphrase = (await readFile(`${folder}/passphrase`, 'utf8')).trim()
    const { identity } = await authorityKeysIn(folder, passphrase)
    await setPolicy(await here.product.officer('xa'), identity, { approvals })
  }
  const clean = async (window: Window, name: string) => {
    await withoutBarriers(window, name)
    expect(window.troubles, name).to.deep.equal([])
  }
  // Other tests send without anybody's approval.
  afterEach(() => policy(0))

  it('are written together, approved by another officer, and sent', async () => {
    await policy(1)
    const letter = {
      name: 'request.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from(letterPdf(['A request, as a letter.'])),
    }
    const [alma, tomas] = await Promise.all([
      openWebClient(here.browser, here.product.origin),
      openWebClient(here.browser, here.product.origin, { language: 'ar', width: 375 }),
    ])
    await Promise.all([enter(alma.page, 'xa'), enter(tomas.page, 'xa-legal')])
    await alma.page.goto(`${here.product.origin}/#/drafts`)
    await alma.page.locator('.empty').waitFor()
    await clean(alma, 'en-1280-drafts-none')

    await alma.page.goto(`${here.product.origin}/#/compose/mla-request`)
    await alma.page.locator('[data-action="fill-example"]').click()
    await alma.page.setInputFiles('#documents-input', letter)
    await alma.page.fill('#draft-title', 'Accounts in Belmara')
    await alma.page.locator('[data-action="save-draft"]').click()
    await alma.page.locator('[data-kept="1"]').waitFor()
    await clean(alma, 'en-1280-draft-saved')

    // A colleague changes it meanwhile: neither is lost, and a person decides.
    const [listed] = await listDrafts(await here.product.officer('xa'))
    const draft = String(listed?.draft)
    await tomas.page.goto(`${here.product.origin}/#/drafts`)
    await tomas.page.locator(`a[href="#/drafts/${draft}"]`).waitFor()
    await clean(tomas, 'ar-375-drafts')
    await tomas.page.locator(`a[href="#/drafts/${draft}"]`).click()
    await tomas.page.fill('#field-subjectMatter', 'Accounts, as Tomas words it.')
    await tomas.page.locator('[data-action="save-draft"]').click()
    await tomas.page.locator('[data-kept="2"]').waitFor()
    await clean(tomas, 'ar-375-draft')
    await alma.page.fill('#draft-title', 'Accounts in Belmara, urgent')
    await alma.page.locator('[data-action="save-draft"]').click()
    await alma.page.locator('[data-aside="3"]').waitFor()
    await alma.page.locator('[data-action="settle"]').click()
    await alma.page.locator('[data-action="merge"]').waitFor()
    expect(await alma.page.locator('.read-version').count()).to.equal(2)
    await alma.page.locator('.read-version[data-version="2"] summary').click()
    await alma.page.getByText('Accounts, as Tomas words it.').waitFor()
    await clean(alma, 'en-1280-draft-conflict')
    await alma.page.locator('[data-action="merge"]').click()
    await alma.page.locator('#field-subjectMatter').waitFor()
    expect(await alma.page.inputValue('#field-subjectMatter')).to.include('Tomas')
    expect(await alma.page.inputValue('#draft-title')).to.include('urgent')

    // The document lies on Alma's computer only: it is asked for again before anything is sealed.
    await alma.page.locator('form button[type=submit]').click()
    expect(await alma.page.locator('.read-form').count()).to.equal(0)
    await alma.page.setInputFiles('#documents-input', letter)
    await alma.page.locator('form button[type=submit]').click()
    await alma.page.locator('[data-action="submit-for-approval"]').click()
    await alma.page.locator('.package-columns').waitFor()
    expect(await alma.page.locator('[data-action="approve"]').count()).to.equal(0)
    expect(await alma.page.locator('[data-action="send-draft"]').count()).to.equal(0)
    await clean(alma, 'en-1280-draft-waiting')

    // Tomas wants something changed first, and Alma reads what.
    await tomas.page.goto(`${here.product.origin}/#/drafts`)
    await tomas.page.locator('.mark-open').waitFor()
    await tomas.page.locator(`a[href="#/drafts/${draft}"]`).click()
    await tomas.page.locator('[data-action="send-back"]').click()
    await clean(tomas, 'ar-375-draft-send-back')
    await tomas.page.fill('#return-note', 'The amount is wrong:\nsee page 2.')
    await tomas.page.locator('[data-action="send-back-sure"]').click()
    await tomas.page.locator('.sent-back').waitFor()
    await clean(tomas, 'ar-375-draft-sent-back')
    await alma.page.locator('.sent-back').waitFor()
    expect(await alma.page.locator('.sent-back').textContent()).to.include(
      'The amount is wrong: see page 2.',
    )
    await clean(alma, 'en-1280-draft-sent-back')
    await alma.page.goto(`${here.product.origin}/#/drafts`)
    await alma.page.locator('.mark-open').waitFor()
    await clean(alma, 'en-1280-drafts-sent-back')
    await alma.page.locator(`a[href="#/drafts/${draft}"]`).click()
    await alma.page.setInputFiles('#documents-input', letter)
    await alma.page.locator('form button[type=submit]').click()
    await alma.page.locator('[data-action="submit-for-approval"]').click()
    await alma.page.locator('.package-columns').waitFor()

    await tomas.page.goto(`${here.product.origin}/#/drafts`)
    await tomas.page.locator('.mark-open').waitFor()
    await tomas.page.locator(`a[href="#/drafts/${draft}"]`).click()
    await tomas.page.locator('[data-action="approve"]').waitFor()
    await tomas.page.setInputFiles('#own-document', letter)
    await tomas.page.locator('[data-same="true"]').waitFor()
    await tomas.page.setInputFiles('#own-document', { ...letter, buffer: Buffer.from('another') })
    await tomas.page.locator('[data-same="false"]').waitFor()
    await tomas.page.locator('[data-action="approve"]').click()
    await tomas.page.locator('[data-approved="true"]').waitFor()
    await tomas.page.locator('.done-good:focus').waitFor()
    await clean(tomas, 'ar-375-draft-approved')

    await alma.page.locator('[data-action="send-draft"]').click()
    await alma.page.locator('.done-good').waitFor()
    await clean(alma, 'en-1280-draft-sent')
    // Tomas still has it open: he is told that it is no more.
    await tomas.page.locator('.problem').waitFor()
    expect(await tomas.page.locator('[data-action="send-draft"]').count()).to.equal(0)
    const sent = String(await alma.page.locator('.done-good a').getAttribute('href'))
    const id = PackageId.parse(sent.split('/').at(-1))
    const { opened } = await readPackage(await here.product.officer('xa'), id)
    expect(opened.approvals.map(({ credential }) => credential.payload.name)).to.deep.equal([
      'Tomas Lind',
    ])
    expect(await listDrafts(await here.product.officer('xa'))).to.deep.equal([])
    await Promise.all([alma.close(), tomas.close()])
  })
})
