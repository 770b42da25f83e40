import { expect } from 'chai'
import { composePackage } from '#client/core/packages/compose-package.js'
import { deliverPackage } from '#client/core/packages/deliver-package.js'
import type { Session } from '#client/core/session/session.js'
import { toUtf8 } from '#crypto/bytes/bytes.js'
import { AuthorityId } from '#crypto/fields/fields.js'
import { memoryDocument } from '#test/support/client/memory-platform.js'
import { arrived } from '#test/support/constellation/arrived.js'
import type { Window } from './open-web-client.js'

/** A document that is no PDF, as a client sends it that does not look, is not shown, and saved under another name. */
export async function seesContradicted(
  { page }: Window,
  { sender, recipient, origin }: { sender: Session; recipient: Session; origin: string },
): Promise<void> {
  const id = await composePackage(sender, {
    to: [AuthorityId.parse('xb.pgo')],
    template: { id: 'mla-request', version: 1 },
    form: { subjectMatter: 'A letter that is none' },
    documents: [memoryDocument('letter.pdf', toUtf8('MZ, a program'))],
  })
  await deliverPackage(sender, id)
  await arrived(recipient, id)
  await page.goto(`${origin}/#/packages/${id}`)
  await page.locator('[data-action="preview"]').click()
  await page.locator('[data-contradicted]').waitFor()
  expect(await page.locator('.preview, [data-action="preview"]').count()).to.equal(0)
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('[data-action="save"]').click(),
  ])
  expect(saved.suggestedFilename()).to.equal('letter.pdf.bin')
}
