import { expect } from 'chai'
import { mkdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { ROOT } from '../bundle-tests.js'
import { squeezed } from './squeezed.js'

const AXE = createRequire(import.meta.url).resolve('axe-core')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

export type Window = {
  readonly page: Page
  /** What the page logged as an error, what it asked of any other origin, what it threw. */
  readonly troubles: readonly string[]
  readonly close: () => Promise<void>
}

/**
 * Where it is another day than in UTC at this moment, so that both dates stand on the screen at whatever hour the
 * tests run: nothing needs more room. For README a zone that its readers know.
 */
function zone(): string {
  if (process.env['UPDATE_PICTURES'] === 'true') return 'Europe/Paris'
  return new Date().getUTCHours() < 11 ? 'Pacific/Pago_Pago' : 'Pacific/Kiritimati'
}

/**
 * A browser of its own at the start page, in a language and a width.
 * Without `example` it is as on a relay that offers none, which `site.json` says.
 */
export async function openWebClient(
  browser: Browser,
  origin: string,
  { language = 'en', width = 1280, example = true } = {},
): Promise<Window> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    locale: language,
    timezoneId: zone(),
  })
  const page = await context.newPage()
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text())
  })
  page.on('request', (request) => {
    const url = request.url()
    if (!/^(blob|data):/.test(url) && new URL(url).origin !== origin) troubles.push(`asked ${url}`)
  })
  page.setDefaultTimeout(60_000)
  if (!example) {
    await page.route('**/site.json', async (route) => {
      const site = (await (await route.fetch()).json()) as object
      await route.fulfill({ json: { ...site, example: false } })
    })
  }
  await page.goto(`${origin}/`)
  return { page, troubles, close: () => context.close() }
}

/** Signs in as an officer of the example: `xa`, `xb` and so on. */
export async function enter(page: Page, home: string): Promise<void> {
  await page.locator(`[data-home="${home}"]`).click()
  await page.waitForURL(/#\/packages$/)
  await page.locator('.views').waitFor()
}

/** Goes to a control by the tabulator alone, as somebody does who has no mouse. */
export async function reach(page: Page, selector: string): Promise<void> {
  await page.locator(selector).first().waitFor()
  const reached = `document.activeElement?.matches(${JSON.stringify(selector)}) === true`
  for (let steps = 0; !(await page.evaluate<boolean>(reached)); steps++) {
    expect(steps, `${selector} is reached by the keyboard`).to.be.lessThan(250)
    await page.keyboard.press('Tab')
  }
}

/** Presses a control, or follows a link, by the keyboard alone. */
export async function byKeyboard(page: Page, selector: string): Promise<void> {
  await reach(page, selector)
  await page.keyboard.press('Enter')
}

/** Ticks a box, or chooses one of several, by the keyboard alone. */
export async function tick(page: Page, selector: string): Promise<void> {
  await reach(page, selector)
  await page.keyboard.press('Space')
}

/** Chooses from a list by the arrows. */
export async function pick(page: Page, selector: string, value: string): Promise<void> {
  await reach(page, selector)
  const chosen = page.locator(selector)
  for (let steps = 0; (await chosen.inputValue()) !== value; steps++) {
    expect(steps, `${value} is in ${selector}`).to.be.lessThan(250)
    await page.keyboard.press('ArrowDown')
  }
}

/** Writes into a field; a day or a moment is set as its own control sets it. */
export async function write(page: Page, selector: string, text: string): Promise<void> {
  await reach(page, selector)
  const type = await page.locator(selector).getAttribute('type')
  if (type?.startsWith('date') === true) await page.fill(selector, text)
  else await page.keyboard.type(text)
}

type Chosen = Parameters<Page['setInputFiles']>[1]

/** Chooses files as the browser asks for them. */
export async function choose(page: Page, selector: string, files: Chosen): Promise<void> {
  await reach(page, selector)
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.keyboard.press('Space'),
  ])
  await chooser.setFiles(files)
}

/** What axe finds on the page as it stands: rule and place. */
async function barriers(page: Page): Promise<string[]> {
  // Evaluated by the browser's debugger, which the page's policy does not bind.
  await page.evaluate(await readFile(AXE, 'utf8'))
  return page.evaluate<string[]>(`axe.run(document, { runOnly: ${JSON.stringify(RULES)} })
    .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map((n) => id + ' ' + n.target)))`)
}

/** How far the page runs over the side of the screen. */
const overflow = async (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')

/** What README shows, by the pictures of the run that it is of. */
const SHOWN: Readonly<Record<string, string>> = {
  'en-1280-sign-in': 'web-start',
  'en-1280-receipt': 'web-receipt',
  'en-1280-case': 'web-case',
}

/**
 * Keeps what the page looks like as an artefact of the run. With `UPDATE_PICTURES=true` those of README are
 * made anew in docs/pictures, as much of them as a screen holds.
 */
async function picture(page: Page, name: string): Promise<void> {
  const folder = join(ROOT, '.artefacts/web-client')
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
  const shown = SHOWN[name]
  if (shown === undefined || process.env['UPDATE_PICTURES'] !== 'true') return
  const pictures = join(ROOT, 'docs/pictures')
  await mkdir(pictures, { recursive: true })
  await page.screenshot({
    path: join(pictures, `${shown}.png`),
    // From the top, wherever a keyboard has led to.
    fullPage: true,
    clip: { x: 0, y: 0, width: 1280, height: 760 },
  })
}

/**
 * Takes a picture; the screen has no barrier that axe knows, and nothing of it is beyond its edge, nor magnified
 * to 200 % or shown on the narrowest of screens.
 */
export async function withoutBarriers({ page }: Window, name: string): Promise<void> {
  await picture(page, name)
  expect(await barriers(page), name).to.deep.equal([])
  expect(await overflow(page), name).to.equal(0)
  expect(await squeezed(page), name).to.deep.equal([])
}
