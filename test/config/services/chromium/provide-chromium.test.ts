import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { provideChromium } from '#config/services/chromium/provide-chromium.js'
import { checkout } from '../support/run-module.js'

const report = (): void => undefined

describe('the Chromium that is provided', () => {
  it('is the one CHROMIUM_PATH names', async () => {
    const env = { CHROMIUM_PATH: '/opt/browser', PATH: '/usr/bin' }
    expect(await provideChromium({ root: checkout, env, report })).to.equal('/opt/browser')
  })

  it('is the first on PATH otherwise', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rogatory-chromium-'))
    const program = join(folder, 'chromium')
    writeFileSync(program, '#!/bin/sh\n')
    expect(await provideChromium({ root: checkout, env: { PATH: folder }, report })).not.to.equal(
      program,
    )
    chmodSync(program, 0o755)
    expect(await provideChromium({ root: checkout, env: { PATH: folder }, report })).to.equal(
      program,
    )
    rmSync(folder, { recursive: true })
  })

  it('renders a page', async function () {
    this.timeout(300_000)
    const program = await provideChromium({ root: checkout, env: process.env, report })
    const profile = mkdtempSync(join(tmpdir(), 'rogatory-profile-'))
    const page =
      'data:text/html,<p></p><script>document.querySelector("p").textContent=6*7</script>'
    const flags = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--user-data-dir=${profile}`,
    ]
    const options = { encoding: 'utf8' as const, timeout: 100_000, stdio: 'pipe' as const }
    expect(execFileSync(program, [...flags, '--dump-dom', page], options)).to.contain('<p>42</p>')
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  })
})
