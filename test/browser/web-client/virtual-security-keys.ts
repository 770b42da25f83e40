import type { Page } from 'playwright-core'

type Wanted = {
  /** Whether it has a pseudo-random function. */
  readonly hasPrf?: boolean
  /** Whether its credentials may be copied, as those of an account are. */
  readonly defaultBackupEligibility?: boolean
}

/**
 * Security keys of Chromium's own making (WebAuthn in the DevTools protocol), by USB. Which of those that are plugged
 * in is touched when the page asks is for the test to say, since to unplug one is to lose its credentials. One that
 * is asked five times in a row and not touched verifies nobody any more: they are plugged in late.
 */
export async function virtualSecurityKeys(page: Page) {
  const tools = await page.context().newCDPSession(page)
  await tools.send('WebAuthn.enable')
  const keys = new Map<string, string>()
  let touched: string | undefined
  let forNew: string | undefined
  let asked = 0
  await page.exposeFunction('hand', async (act: 'create' | 'get') => {
    asked += 1
    if (act === 'create') touched = forNew
    for (const [name, authenticatorId] of keys) {
      const enabled = touched === name
      await tools.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled })
    }
    return touched === undefined
  })
  await page.evaluate(HANDED)
  await page.addInitScript(HANDED)
  return {
    /** One that nobody has used, by a name of the test's own. */
    async plug(name: string, wanted: Wanted = {}) {
      const { authenticatorId } = await tools.send('WebAuthn.addVirtualAuthenticator', {
        options: {
          protocol: 'ctap2',
          ctap2Version: 'ctap2_1',
          transport: 'usb',
          hasUserVerification: true,
          isUserVerified: true,
          hasPrf: true,
          automaticPresenceSimulation: false,
          ...wanted,
        },
      })
      keys.set(name, authenticatorId)
    },
    async unplug(name: string) {
      await tools.send('WebAuthn.removeVirtualAuthenticator', {
        authenticatorId: keys.get(name) ?? '',
      })
      keys.delete(name)
    },
    /** How often the page has asked for one. */
    asked: () => asked,
    /** Which one is touched from now on, and which from the next new credential on; none, for a second. */
    touch(name: string | undefined, next = name) {
      touched = name
      forNew = next
    },
  }
}

// As text: typed for Node, tests know no navigator. Whoever touches nothing need not be waited for.
const HANDED = `for (const act of ['create', 'get']) {
  const asked = navigator.credentials[act].bind(navigator.credentials)
  navigator.credentials[act] = async (options) => {
    if (await hand(act)) options.publicKey.timeout = 1000
    return asked(options)
  }
}`
