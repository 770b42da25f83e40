import { readFile } from 'node:fs/promises'
import { expect } from 'chai'
import { composePackage } from '#client/core/packages/compose-package.js'
import { deliverPackage } from '#client/core/packages/deliver-package.js'
import { ShownBreach } from '#client/core/log/log-memory.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { parseCheckpoint } from '#crypto/transparency/checkpoint.js'
import { parseNote } from '#crypto/transparency/note.js'
import { inChromium } from './in-chromium.js'
import { enter, openWebClient, withoutBarriers } from './open-web-client.js'

/** The silent witness in a browser: what it saw of the log yesterday, the log must still show today. */
describe('a log that shrinks, in the web client', function () {
  this.timeout(300_000)
  const here = inChromium()

  const sizeOf = (note: string) => parseCheckpoint(parseNote(note).text).size
  /** The newest checkpoint once it is over more than so many leaves. */
  async function beyond(size: number): Promise<string> {
    for (;;) {
      const answer = await fetch(`${here.product.origin}/log/checkpoint`)
      const note = answer.ok ? await answer.text() : undefined
      if (note !== undefined && sizeOf(note) > size) return note
      await new Promise((done) => setTimeout(done, 100))
    }
  }

  it('is named and alarms, in a session that goes on and in each that begins, and is kept as evidence', async () => {
    const before = await beyond(0)
    const xa = await here.product.officer('xa')
    const id = await composePackage(xa, {
      to: [AuthorityId.parse('xb.pgo')],
      template: { id: 'mla-request', version: 1 },
      form: {},
      documents: [],
    })
    await deliverPackage(xa, id)
    await beyond(sizeOf(before))

    const alma = await openWebClient(here.browser, here.product.origin)
    await enter(alma.page, 'xa')
    const alarm = alma.page.locator('.log-alarm [data-breach="shrunken"]')
    expect(await alarm.count()).to.equal(0)

    // Genuine, signed by the log, and older than what this browser has seen. A lost network is looked at again.
    await alma.page.route('**/log/checkpoint', (route) => route.fulfill({ body: before }))
    await alma.page.evaluate(
      `dispatchEvent(new Event('offline')), dispatchEvent(new Event('online'))`,
    )
    // A look that was under way is not begun again: then it is the next one, a minute later.
    await alarm.waitFor({ timeout: 100_000 })
    expect(await alma.page.locator('.log-alarm').getAttribute('role')).to.equal('alert')
    await withoutBarriers(alma, 'en-1280-log-alarm')
    const [download] = await Promise.all([
      alma.page.waitForEvent('download'),
      alarm.locator('button').first().click(),
    ])
    const kept = ShownBreach.parse(JSON.parse(await readFile(await download.path(), 'utf8')))
    expect(kept).to.deep.include({ breach: 'shrunken', shown: before })
    expect(sizeOf(kept.remembered)).to.be.greaterThan(sizeOf(before))

    // No session begins with such a log, and the alarm is there when one begins again.
    await alma.page.reload()
    await alma.page.locator('.problem').first().waitFor()
    expect(await alma.page.locator('.problem').first().textContent()).to.include('(shrunken)')
    await alma.page.unroute('**/log/checkpoint')
    await alma.page.reload()
    await alarm.waitFor()
    await alma.close()
  })
})
