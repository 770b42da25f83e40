import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'chai'
import type { Request } from 'playwright-core'
import { z } from 'zod'
import { freePort } from '#config/services/processes/free-port.js'
import { launchChromium } from '../browser/launch-chromium.js'
import { rogatory } from '#test/support/constellation/command.js'
import { type Constellation, constellation } from '#test/support/constellation/constellation.js'
import { type ProductProcess, startProcess } from '#test/support/constellation/product-process.js'

/** The board of queues over the queues of a real exchange, opened as the operator opens it. */
describe('the board of queues', function () {
  this.timeout(300_000)
  let all: Constellation
  let board: ProductProcess
  let origin: string
  let keys: string
  before(async () => {
    all = await constellation({ from: 'sources' })
    const port = await freePort()
    origin = `http://127.0.0.1:${port}`
    // None of the relay's keys: the entry and the trust list are all it is given.
    keys = await mkdtemp(join(tmpdir(), 'rogatory-board-'))
    await copyFile(join(all.data, 'relay/current/entry.jws'), join(keys, 'entry.jws'))
    await copyFile(join(all.data, 'trust.json'), join(keys, 'trust.json'))
    const env = { ...all.env, BOARD_PORT: String(port), RELAY_KEYS_DIR: keys }
    board = startProcess('server/board', 'sources', env)
    await board.said('board.listening')
    // Nobody is there to do what is asked for: it waits, for everybody to see.
    await all.kill('workers')
    const words = ['selftest', '--with', all.home('xb'), '--wait', '1']
    expect((await rogatory(['--home', all.home('xa'), ...words])).code).to.equal(5)
  })
  after(async () => {
    expect(await board.stop()).to.equal(0)
    await all.close()
    await rm(keys, { recursive: true })
  })

  const operatorKey = () => join(all.data, 'operator', 'operator-key.json')
  const make = (...words: string[]) =>
    rogatory([...words, 'operator', 'board', '--board', origin, '--operator-key', operatorKey()])

  it('opens by the link that the command prints, once', async () => {
    const { code, stdout, stderr } = await make()
    expect(code, stderr).to.equal(0)
    expect(stderr).to.contain('Good once, for a minute')
    const link = stdout.trim()
    const opened = await fetch(link, { redirect: 'manual' })
    expect(opened.status).to.equal(303)
    const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const queues = async () =>
      (await fetch(`${origin}/api/queues?activeQueue=receipts`, { headers: { cookie } })).text()
    // On its way to Redis when its package was acknowledged already.
    let text = await queues()
    while (!/"id":"receipts\.consign\/[0-9a-f]{64}"/.test(text)) {
      await sleep(100)
      text = await queues()
    }
    expect(text).to.not.match(/withheld|self-test|rogatory-header/)
    expect((await fetch(link, { redirect: 'manual' })).status).to.equal(401)
    const retry = `${origin}/api/queues/receipts/retry/failed`
    expect((await fetch(retry, { method: 'PUT', headers: { cookie } })).status).to.equal(403)
    await board.said('board.opened')
    expect(board.lines.join('\n')).to.not.contain('link=').and.not.contain(cookie.split('=')[1])
  })

  it('opens to no other key, and the command names what it cannot read or do', async () => {
    const folder = join(all.data, 'relay', 'current')
    const evidence = join(folder, 'evidence-key.json')
    const words = ['operator', 'board', '--operator-key', evidence, '--board']
    const { stdout: link } = await rogatory([...words, origin])
    expect((await fetch(link.trim(), { redirect: 'manual' })).status).to.equal(401)
    const plain = await rogatory([...words, 'http://board.example'])
    expect(plain).to.include({ code: 2, stdout: '' })
    expect(plain.stderr).to.contain('could be read on its way')
    const missing = await rogatory(['operator', 'board', '--operator-key', join(folder, 'none')])
    expect(missing).to.include({ code: 2, stdout: '' })
  })

  it('shows in Chromium what waits, and asks nothing of anybody else', async function () {
    const browser = await launchChromium()
    if (browser === undefined) return this.skip()
    try {
      const { link } = z
        .object({ link: z.string() })
        .parse(JSON.parse((await make('--json')).stdout))
      const tab = await browser.newPage()
      const elsewhere: string[] = []
      const broken: string[] = []
      // The fonts that its page names are refused before anybody is asked.
      const note = (request: Request) => {
        const isOurs = request.url().startsWith(`${origin}/`)
        if (!isOurs && request.failure()?.errorText !== 'csp') elsewhere.push(request.url())
      }
      tab.on('requestfinished', note).on('requestfailed', note)
      tab.on('pageerror', (error) => broken.push(error.message))
      await tab.goto(link)
      await tab.getByText('receipts').first().waitFor()
      expect(new URL(tab.url()).pathname).to.equal('/')
      await tab.goto(`${origin}/queue/receipts?status=waiting`)
      await tab.getByText('receipts.consign').first().waitFor()
      expect(
        await tab.getByRole('button', { name: /retry|promote|clean|remove/i }).count(),
      ).to.equal(0)
      const [cookie, ...others] = await tab.context().cookies()
      expect(others).to.deep.equal([])
      expect(cookie).to.include({ httpOnly: true, secure: true, sameSite: 'Strict' })
      expect(broken).to.deep.equal([])
      expect(elsewhere).to.deep.equal([])
      await tab.goto(`${origin}/end`)
      expect(await tab.context().cookies()).to.deep.equal([])
      await tab.goto(origin)
      expect(await tab.locator('body').innerText()).to.contain('shown to the operator alone')
    } finally {
      await browser.close()
    }
  })

  it('is not begun where nobody wants it', async () => {
    const none = startProcess('server/board', 'sources', { ...all.env, BOARD_PORT: '' })
    await new Promise((resolve) => none.child.once('close', resolve))
    expect(none.child.exitCode).to.equal(1)
    expect(none.lines.join()).to.contain('BOARD_PORT is not set')
  })
})
