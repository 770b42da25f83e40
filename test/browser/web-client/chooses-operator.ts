import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { Constellation } from '#test/support/constellation/constellation.js'

/** At the operator's screen with its three files chosen and the passphrase typed; nothing is pressed yet. */
export async function choosesOperator(
  page: Page,
  { data, origin }: Pick<Constellation, 'data' | 'origin'>,
): Promise<void> {
  await page.goto(`${origin}/#/operator`)
  await page.setInputFiles('#op-root', join(data, 'operator/network-root.p12'))
  await page.setInputFiles('#op-key', join(data, 'operator/operator-key.json'))
  await page.setInputFiles('#op-trust', join(data, 'trust.json'))
  const secret = (await readFile(join(data, 'operator/passphrase.txt'), 'utf8')).trim()
  await page.fill('#op-passphrase', secret)
}
