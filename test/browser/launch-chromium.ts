import { type Browser, chromium } from 'playwright-core'

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Chromium as `npm test` provides it; undefined where it said that there is none, so that tests are skipped. */
export async function launchChromium(): Promise<Browser | undefined> {
  const executablePath = process.env['CHROMIUM_PATH']
  return executablePath === undefined ? undefined : chromium.launch({ executablePath, args: FLAGS })
}
