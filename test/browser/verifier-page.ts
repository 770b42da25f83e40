import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { ROOT } from './bundle-tests.js'

export type GivenFile = { readonly name: string; readonly octets: Uint8Array | string }
export type Given = {
  readonly bundle?: GivenFile
  readonly trust?: GivenFile
  readonly documents?: readonly GivenFile[]
}

const PAGE = pathToFileURL(join(ROOT, 'dist/client/verifier/rogatory-verifier.html')).href

/**
 * The built page as a court opens it: from disk, in a browser without a network. Whatever it asks of a
 * network, and whatever goes wrong in it, is noted.
 *
 * @param served - where a relay serves it, to open it from there instead.
 */
export async function openVerifier(
  browser: Browser,
  language: string,
  width: number,
  served?: string,
) {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    locale: language,
    offline: served === undefined,
  })
  const page = await context.newPage()
  const troubles: string[] = []
  await context.route(/^(?!file:|data:)/, (route) => {
    if (route.request().url() === served) return route.continue()
    troubles.push(`asked for ${route.request().url()}`)
    return route.abort()
  })
  page.on('pageerror', (error) => troubles.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text())
  })
  await page.goto(`${served ?? PAGE}#${language}`)
  return { page, troubles, close: () => context.close() }
}

const payload = ({ name, octets }: GivenFile) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(octets),
})

/** Chooses the files and asks for the result; waits until there is one, or a problem. */
export async function verifyWith(page: Page, { bundle, trust, documents = [] }: Given) {
  if (bundle) await page.setInputFiles('#bundle', payload(bundle))
  if (trust) await page.setInputFiles('#trust', payload(trust))
  if (documents.length > 0) await page.setInputFiles('#documents', documents.map(payload))
  await page.click('#verify')
  await page.waitForSelector('#result, #problems', { timeout: 120_000 })
}

/** Keeps what the page looks like as an artefact of the run. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = join(ROOT, '.artefacts/verifier')
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}
