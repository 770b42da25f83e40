import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { rogatory } from '#test/support/constellation/command.js'
import { inChromium } from './in-chromium.js'
import { enter, openWebClient, withoutBarriers } from './open-web-client.js'
import { virtualSecurityKeys } from './virtual-security-keys.js'

const SECRET = 'lantern orchard gravel nine'
const NAME = 'Dilek Aydin'

type Sessions = {
  readonly sessions: readonly { kid: string; kind: string; isLive: boolean }[]
}

/** An authority demands a security key at sign-in, and the relay holds the officer to it. */
describe('a demanded security key in the web client', function () {
  this.timeout(600_000)
  const here = inChromium()
  const home = () => here.product.home('demanded')
  const run = (at: string, ...words: string[]) =>
    rogatory(['--json', '--home', here.product.home(at), ...words])
  const withKeys = () => [
    ...['--authority-keys', join(here.product.data, 'xb.pgo')],
    ...['--authority-passphrase-file', join(here.product.data, 'xb.pgo', 'passphrase')],
  ]
  async function done(at: string, ...words: string[]): Promise<Record<string, unknown>> {
    const { code, stdout } = await run(at, ...words)
    expect(code, stdout).to.equal(0)
    return JSON.parse(stdout) as Record<string, unknown>
  }
  const act = (page: Page, name: string) => page.locator(`[data-action="${name}"]`).click()
  const told = (page: Page, code: string) =>
    page.locator('.problem', { hasText: code }).first().waitFor()

  async function bringIn(page: Page): Promise<void> {
    await page.setInputFiles('#keystore', `${home()}/officer.keystore`)
    await page.setInputFiles('#trust', `${here.product.data}/trust.json`)
    await page.fill('#passphrase', SECRET)
    await page.locator('form button[type=submit]').last().click()
  }
  async function unlock(page: Page): Promise<void> {
    await page.locator('input[type=password]').first().fill(SECRET)
    await page.keyboard.press('Enter')
  }
  async function lock(page: Page): Promise<void> {
    await page.locator('.views').waitFor()
    await page.locator('.top-tools button').first().click()
    await page.locator('[data-action="security-keys"]').waitFor()
  }
  /** Sends the smallest form that there is. */
  async function send(page: Page): Promise<void> {
    const { origin } = here.product
    await page.goto(`${origin}/#/compose/sounding`)
    await page.selectOption('#recipient', 'xa.moj')
    await page.check('#field-informal')
    await page.fill('#field-subject', 'Would it be of use?')
    await page.fill('#field-questions-0-question', 'Would you be asked in vain?')
    await page.locator('form button[type=submit]').click()
    await act(page, 'send')
    await page.locator('.done-good').waitFor()
    await page.goto(`${origin}/#/packages`)
    await page.locator('.views').waitFor()
  }
  /** Binds what is kept to the key that is touched; what the officer hands over is saved under that name. */
  async function bind(page: Page, as: string): Promise<string> {
    await act(page, 'security-keys')
    await page.locator('[id^="passphrase-security-key-"][type=password]').fill(SECRET)
    await act(page, 'bind-security-key')
    await page.locator('[data-security-key="bound"]').waitFor()
    const [download] = await Promise.all([page.waitForEvent('download'), act(page, 'save-claim')])
    expect(download.suggestedFilename()).to.equal('officer.security-key')
    const path = join(home(), `${as}.security-key`)
    await download.saveAs(path)
    return path
  }

  /** An administrator opens the authority's keys, and what can be changed of the officer. */
  async function showOfficer(page: Page): Promise<void> {
    const { origin, data } = here.product
    await enter(page, 'xb')
    await page.goto(`${origin}/#/authority`)
    await page.locator('[data-standing="active"]').first().waitFor()
    await page.setInputFiles('#operational', join(data, 'xb.pgo/operational.keystore'))
    await page.setInputFiles('#identity', join(data, 'xb.pgo/identity.p12'))
    const secret = (await readFile(join(data, 'xb.pgo/passphrase'), 'utf8')).trim()
    await page.fill('#authority-passphrase', secret)
    await act(page, 'open-keys')
    await page.locator(`[data-officer="${NAME}"]`).click()
  }

  before(async () => {
    await mkdir(home(), { recursive: true })
    await writeFile(join(home(), 'passphrase'), `${SECRET}\n`)
    const env = { ROGATORY_PASSPHRASE_FILE: join(home(), 'passphrase') }
    await rogatory(['--home', home(), 'keys', 'create', '--authority', 'xb.pgo'], { env })
    const profile = await readFile(join(here.product.home('xb'), 'profile.json'), 'utf8')
    await writeFile(join(home(), 'profile.json'), profile)
    const keys = join(home(), 'officer.public.json')
    const words = ['officer', 'add', '--keys', keys, '--name', NAME, '--roles', 'case', 'registrar']
    await done('xb', ...words, ...withKeys())
    await done('demanded', 'inbox')
  })

  it('is entered by an administrator, and begins every session of its officer from then on', async () => {
    const { origin } = here.product
    const narrow = { language: 'ar', width: 375 }
    const window = await openWebClient(here.browser, origin, { ...narrow, example: false })
    const { page, troubles } = window
    const keys = await virtualSecurityKeys(page)
    await keys.plug('main')
    await bringIn(page)
    await lock(page)
    keys.touch('main')
    const claim = await bind(page, 'main')
    await withoutBarriers(window, 'ar-375-security-key-claim')

    // The administrator enters it in the web client; a stranger's is refused.
    const boss = await openWebClient(here.browser, origin)
    await showOfficer(boss.page)
    await act(boss.page, 'demand-key')
    await boss.page.locator('#security-key-claim-error').waitFor()
    const text = await readFile(claim, 'utf8')
    const [header = '', payload = ''] = text.split('.')
    const forged = Buffer.from(`${header}.${payload}.${'A'.repeat(86)}`)
    const file = { name: 'officer.security-key', mimeType: 'text/plain' }
    await boss.page.setInputFiles('#security-key-claim', { ...file, buffer: forged })
    await act(boss.page, 'demand-key')
    await boss.page.locator('.problem').first().waitFor()
    await boss.page.setInputFiles('#security-key-claim', claim)
    await act(boss.page, 'demand-key')
    await boss.page.locator('[data-key-demanded]').waitFor()
    await boss.page.locator('[data-demanded-key]').waitFor()
    await withoutBarriers(boss, 'en-1280-demanded-key')
    expect(boss.troubles).to.deep.equal([])
    await boss.close()
    const slim = await openWebClient(here.browser, origin, narrow)
    await showOfficer(slim.page)
    await slim.page.locator('[data-demanded-key]').waitFor()
    await withoutBarriers(slim, 'ar-375-demanded-key')
    await slim.close()

    // The command line is told what to do, though it has key and passphrase; a colleague goes on as before.
    const { code, stdout } = await run('demanded', 'inbox')
    expect(code).to.equal(3)
    expect(stdout).to.include('security-key-required').and.to.include('web client')
    await done('xb', 'inbox')

    // One touch unlocks and begins the session; a second tab, and a page loaded anew, go on with it.
    await page.reload()
    const before = keys.asked()
    await unlock(page)
    await page.locator('.views').waitFor()
    expect(keys.asked()).to.equal(before + 1)
    await page.reload()
    await unlock(page)
    await page.locator('.views').waitFor()
    expect(keys.asked()).to.equal(before + 2)
    const { sessions } = (await done('xb', 'sessions', 'list', '--authority')) as Sessions
    const kid = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { kid: string }
    const live = sessions.filter((one) => one.kind === 'browser' && one.isLive)
    expect(live.filter((one) => one.kid === kid.kid)).to.have.length(1)

    // So does the worker that seals and sends, in which nobody could touch anything.
    await send(page)
    const after = (await done('xb', 'sessions', 'list', '--authority')) as Sessions
    expect(after.sessions.filter((one) => one.kid === kid.kid)).to.have.length(
      sessions.filter((one) => one.kid === kid.kid).length,
    )
    expect(keys.asked()).to.equal(before + 2)

    // The file elsewhere opens to the passphrase, and begins nothing.
    const other = await openWebClient(here.browser, origin, { example: false })
    const others = await virtualSecurityKeys(other.page)
    await others.plug('another')
    others.touch('another')
    await bringIn(other.page)
    await told(other.page, 'security-key-unanswered')
    await other.close()

    // Another key is entered on the command line, and the first is lost: what it began has ended, and it begins no more.
    await lock(page)
    await keys.plug('spare')
    keys.touch('main', 'spare')
    const spare = await bind(page, 'spare')
    await done('xb', 'officer', 'security-keys', 'add', spare, ...withKeys())
    const { securityKeys } = await done('xb', 'officer', 'security-keys', 'list', NAME)
    const [first, second] = (securityKeys as { credential: string }[]).map((one) => one.credential)
    keys.touch('main')
    await page.reload()
    await unlock(page)
    await page.locator('.views').waitFor()
    const remove = ['officer', 'security-keys', 'remove', NAME]
    await done('xb', ...remove, (first ?? '').slice(0, 12), ...withKeys())
    await page.locator('[data-action="security-keys"]').waitFor()
    await unlock(page)
    await told(page, 'security-key-unanswered')
    keys.touch('spare')
    await page.reload()
    await unlock(page)
    await lock(page)

    // The last one is not removed unless that is meant.
    expect((await run('xb', ...remove, second ?? '', ...withKeys())).code).to.equal(2)
    expect((await run('demanded', 'inbox')).code).to.equal(3)
    // Nor does it take a colleague, where the authority's own keys are at hand.
    await done('demanded', 'officer', 'security-keys', 'recover', NAME, ...withKeys())
    await done('demanded', 'inbox')
    // What a page is told of a refusal it logs as an error, rightly.
    expect(troubles.filter((one) => !one.includes('401'))).to.deep.equal([])
    await window.close()
  })
})
