import { expect } from 'chai'
import { readFile } from 'node:fs/promises'
import { composePackage } from '#client/core/packages/compose-package.js'
import { deliverPackage } from '#client/core/packages/deliver-package.js'
import { listMailbox } from '#client/core/packages/list-mailbox.js'
import type { Session } from '#client/core/session/session.js'
import { credentialsKeyIn, hireTranslator } from '#client/example/hire-translator.js'
import { toUtf8 } from '#crypto/bytes/bytes.js'
import { AuthorityId, HandoffId, PackageId } from '#crypto/fields/fields.js'
import { memoryDocument } from '#test/support/client/memory-platform.js'
import { inChromium } from './in-chromium.js'
import {
  byKeyboard,
  enter,
  openWebClient,
  pick,
  tick,
  type Window,
  withoutBarriers,
  write,
} from './open-web-client.js'

const ORIGINAL = 'طلب تبليغ\nموعد الجلسة: ٤ أيار\n'
const FRENCH = 'Demande de notification\nAudience : le 4 mai\n'
const plain = (name: string, text: string) =>
  memoryDocument(name, toUtf8(text), { mediaType: 'text/plain' })

/**
 * Yusuf hands a document over, Tove translates and certifies it, Rita reviews and countersigns it, and both texts reach
 * Alma. The hand-over, the acceptance and the certified statement are done by the keyboard alone.
 */
describe('translation in the web client', function () {
  this.timeout(300_000)
  const here = inChromium()
  const clean = async (window: Window, name: string) => {
    await withoutBarriers(window, name)
    expect(window.troubles, name).to.deep.equal([])
  }

  it('is handed over, accepted, given back, certified, and read beside its original', async () => {
    const { data, origin } = here.product
    const [alma, yusuf] = [await here.product.officer('xa'), await here.product.officer('xb')]
    const by = {
      session: yusuf,
      home: 'xb',
      credentialsKey: await credentialsKeyIn(`${data}/xb.pgo`),
    }
    const profile = {
      pairs: [{ from: 'ar', to: 'fr' }],
      accreditation: { body: 'Court of Appeal', number: 'A-1877' },
      clearance: 'RESTRICTED',
      capacity: 3,
      conflictsDeclared: null,
      confidentialitySince: '2026-01-05T00:00:00.000Z',
    }
    const hire = (home: string, name: string) => hireTranslator(data, by, { home, name, profile })
    const translator = await hire('xb-tove', 'Tove Lindqvist')
    const reviewer = await hire('xb-rita', 'Rita Okafor')
    const id = await composePackage(alma, {
      to: [AuthorityId.parse('xb.pgo')],
      template: { id: 'mla-request', version: 1 },
      form: { languages: { original: 'ar', translations: [] } },
      documents: [plain('request-ar.txt', ORIGINAL), plain('accounts.txt', 'XX00 0000')],
    })
    await deliverPackage(alma, id)
    await arrival(yusuf, id)

    // The officer chooses one of the documents, and who is to translate it.
    const officer = await openWebClient(here.browser, origin, { language: 'ar', width: 375 })
    await enter(officer.page, 'xb')
    await officer.page.goto(`${origin}/#/packages/${id}`)
    await officer.page.locator('[data-action="to-hand-off"]').click()
    await officer.page.locator('#handed-parts').waitFor()
    await officer.page.locator('[data-action="hand-off"]').click()
    expect(await officer.page.locator('[role=alert] li').count()).to.equal(5)
    await tick(officer.page, '#handed-parts input')
    await pick(officer.page, '#handed-to', 'fr')
    await tick(officer.page, '#translators input')
    const asked = officer.page.locator(`#translators input[value="${translator}"]`)
    if (!(await asked.isChecked())) await officer.page.keyboard.press('ArrowDown')
    expect(await asked.isChecked()).to.equal(true)
    await pick(officer.page, '#handed-reviewer', reviewer)
    await write(officer.page, '#handed-due', '2036-03-10T12:00')
    await write(officer.page, '#handed-purpose', 'Service abroad')
    await clean(officer, 'ar-375-hand-off')
    await byKeyboard(officer.page, '[data-action="hand-off"]')
    await officer.page.locator('[data-stage="assigned"]').waitFor()
    const place = new URL(officer.page.url()).hash
    const handoff = HandoffId.parse(place.split('/').at(-1))

    // The translator finds it waiting, takes it on, and reads what was handed over.
    const tove = await openWebClient(here.browser, origin)
    await tove.page.goto(`${origin}/?as=xb-tove`)
    await tove.page.locator(`a[href="${place}"]`).click()
    await tove.page.locator('[data-action="decline"]').click()
    await tove.page.locator('[data-action="sign-decline"]').click()
    await tove.page.locator('[role=alert] li').waitFor()
    await tove.page.locator('.acknowledge button[type=button]').click()
    await tove.page.locator('[data-action="accept"]').click()
    await tove.page.locator('[role=alert] li').waitFor()
    await clean(tove, 'en-1280-translation-accept')
    await tick(tove.page, '#declare')
    await byKeyboard(tove.page, '[data-action="accept"]')
    await tove.page.locator('[data-stage="accepted"]').waitFor()
    await tove.page.locator('[data-action="preview"]').click()
    await tove.page.locator('.preview pre', { hasText: 'طلب تبليغ' }).waitFor()
    expect(await tove.page.locator('main').textContent()).not.to.include('accounts.txt')
    const [download] = await Promise.all([
      tove.page.waitForEvent('download'),
      tove.page.locator('[data-action="xliff"]').click(),
    ])
    expect(download.suggestedFilename()).to.equal('request-ar.txt.xlf')
    const xliff = await readFile(await download.path(), 'utf8')

    // What is of another language, or not all translated, is told and not sent.
    const give = async (text: string) => {
      await tove.page.locator('input[type=file]').setInputFiles({
        name: 'request-ar.txt.xlf',
        mimeType: 'application/xml',
        buffer: Buffer.from(text),
      })
      await tove.page.locator('[data-action="give-back"]').click()
    }
    await give('')
    await tove.page.locator('[role=alert] li').waitFor()
    await give(xliff.replace('trgLang="fr"', 'trgLang="es"'))
    await tove.page.locator('[data-refused="translation-language"]').waitFor()
    await give(xliff)
    await tove.page.locator('[data-refused="translation-empty"]').waitFor()
    await clean(tove, 'en-1280-translation-empty')
    const lines = FRENCH.split('\n')
    await tove.page.getByLabel('Yes, and I have edited all of it').check()
    await give(xliff.replace(/<\/source>/g, () => `</source><target>${lines.shift()}</target>`))
    await tove.page.locator('[data-stage="delivered"]').waitFor()
    // The second linguist finds it waiting; nothing is certified before they have judged it.
    expect(await tove.page.locator('[data-action="certify"]').count()).to.equal(0)
    const rita = await openWebClient(here.browser, origin)
    await rita.page.goto(`${origin}/?as=xb-rita`)
    await rita.page.locator(`a[href="${place}"]`).click()
    await rita.page.locator('[data-action="want-changes"]').click()
    await rita.page.locator('[role=alert] a[href="#review-note"]').waitFor()
    await clean(rita, 'en-1280-review')
    await rita.page.locator('[data-action="approve-translation"]').click()
    await tove.page.locator('[data-stage="reviewed"]').waitFor()
    // Which text counts: the original, unless an instrument is named.
    await tove.page.locator('#prevails').check()
    await tove.page.locator('[data-action="certify"]').click()
    await tove.page.locator('[role=alert] a[href="#instrument"]').waitFor()
    await tove.page.fill('#instrument', 'Bilateral treaty of 2019, article 7')
    await clean(tove, 'en-1280-translation-certify')
    await byKeyboard(tove.page, '[data-action="certify"]')
    await tove.page.locator('[data-stage="certified"]').waitFor()
    await tove.page.locator('.facts', { hasText: 'treaty of 2019' }).waitFor()
    await clean(tove, 'en-1280-translation-certified')
    await tove.page.goto(`${origin}/#/translation`)
    await tove.page.locator(`a[href="${place}"]`).waitFor()
    await clean(tove, 'en-1280-translation-desk')

    // The officer’s page follows; the text is as it was given back.
    await rita.page.locator('[data-action="countersign"]').click()
    await rita.page.locator('[data-stage="countersigned"]').waitFor()
    await rita.page.locator('[data-signed]:focus').waitFor()
    await clean(rita, 'en-1280-countersigned')
    await rita.close()
    await officer.page.locator('[data-stage="countersigned"]').waitFor()
    await officer.page.locator('[data-action="open-returned"]').click()
    await officer.page.locator('[data-action="preview"]').click()
    await officer.page.locator('.preview pre', { hasText: 'Audience' }).waitFor()
    await clean(officer, 'ar-375-translation-returned')

    // Sent with its original: whoever receives both sees which is which, and who answers for it.
    await officer.page.goto(`${origin}/#/compose/mla-request`)
    await officer.page.locator('[data-action="fill-example"]').click()
    await officer.page.locator(`[data-translation="${handoff}"]`).click()
    await officer.page.locator('.file-list .mark-good').waitFor()
    expect(await officer.page.locator('.drop .file-list li').count()).to.equal(3)
    await clean(officer, 'ar-375-with-translation')
    await officer.page.locator('form button[type=submit]').click()
    await officer.page.locator('[data-action="send"]').click()
    const sent = String(await officer.page.locator('.done-good a').getAttribute('href'))
    const both = PackageId.parse(sent.split('/').at(-1))
    await arrival(alma, both)
    const reader = await openWebClient(here.browser, origin)
    await enter(reader.page, 'xa')
    await reader.page.goto(`${origin}/#/packages/${both}`)
    await reader.page.locator('[data-translation="holds"]').waitFor()
    await reader.page.locator('[data-action="side-by-side"]').click()
    await reader.page.locator('.pair-columns pre', { hasText: 'Audience' }).waitFor()
    expect(await reader.page.locator('.pair-columns pre').count()).to.equal(2)
    await clean(reader, 'en-1280-translation-pair')
    await reader.close()

    // Files that no package has yet go to her too; she declines, and what nobody has any more is taken back.
    await officer.page.goto(`${origin}/#/translation`)
    await officer.page.locator('[data-action="to-hand-off-files"]').click()
    const file = { name: 'draft-ar.txt', mimeType: 'text/plain', buffer: Buffer.from(ORIGINAL) }
    await officer.page.setInputFiles('#handed-parts', file)
    await officer.page.selectOption('#handed-from', 'ar')
    await officer.page.selectOption('#handed-to', 'fr')
    await officer.page.getByLabel('Tove Lindqvist').check()
    await officer.page.fill('#handed-due', '2036-03-10T12:00')
    await officer.page.fill('#handed-purpose', 'To be sent')
    await clean(officer, 'ar-375-hand-off-files')
    await officer.page.locator('[data-action="hand-off"]').click()
    await officer.page.locator('[data-stage="assigned"]').waitFor()
    await officer.page.locator('[data-action="recall"]').click()
    await clean(officer, 'ar-375-recall')
    await officer.page.locator('[data-action="sign-recall"]').click()
    await officer.page.locator('[data-stage="recalled"]').waitFor()

    // The same documents for another turn: the first is taken back by itself, and she declines the new one.
    await officer.page.goto(`${origin}/${place}/reassign`)
    await officer.page.getByLabel('Tove Lindqvist').check()
    await officer.page.fill('#handed-due', '2036-03-10T12:00')
    await officer.page.fill('#handed-purpose', 'Once more')
    await clean(officer, 'ar-375-reassign')
    await officer.page.locator('[data-action="hand-off"]').click()
    await officer.page.locator('[data-stage="assigned"]').waitFor()
    await tove.page.goto(`${origin}/${new URL(officer.page.url()).hash}`)
    await tove.page.locator('[data-action="decline"]').click()
    await tove.page.selectOption('#ground', 'deadline')
    await tove.page.locator('[data-action="sign-decline"]').click()
    await officer.page.locator('[data-stage="exhausted"]').waitFor()
    await clean(officer, 'ar-375-declined')
    await officer.page.goto(`${origin}/${place}`)
    await officer.page.locator('[data-stage="superseded"], [data-stage="recalled"]').waitFor()

    // After a breach all that she has is taken back at once, and seen before.
    await officer.page.goto(`${origin}/#/packages/${id}/hand-off`)
    await officer.page.locator('#handed-parts input').first().check()
    await officer.page.selectOption('#handed-to', 'fr')
    await officer.page.getByLabel('Tove Lindqvist').check()
    await officer.page.fill('#handed-due', '2036-03-10T12:00')
    await officer.page.fill('#handed-purpose', 'A last time')
    await officer.page.locator('[data-action="hand-off"]').click()
    await officer.page.locator('[data-stage="assigned"]').waitFor()
    const last = officer.page.url()
    await officer.page.goto(`${origin}/#/translation/breach`)
    await officer.page.getByLabel('Tove Lindqvist').check()
    await officer.page.locator('[data-action="recall-all"]').click()
    await officer.page.locator('[data-recalled="1"]').waitFor()
    await clean(officer, 'ar-375-recalled-all')
    await officer.page.goto(last)
    await officer.page.locator('[data-stage="recalled"]').waitFor()
    await Promise.all([officer.close(), tove.close()])
  })
})

/** Until the workers have made it available. */
async function arrival(session: Session, id: PackageId): Promise<void> {
  for (;;) {
    const rows = await listMailbox(session, 'inbox', 100)
    if (rows.some((row) => row.package === id)) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
