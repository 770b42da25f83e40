import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect } from 'chai'
import { providePoppler } from '#config/services/poppler/provide-poppler.js'
import { checkout } from '../support/run-module.js'

const report = (): void => undefined

describe('the poppler that is provided', () => {
  it('is in the folder POPPLER_PATH names', async () => {
    const env = { POPPLER_PATH: '/opt/poppler', PATH: '/usr/bin' }
    expect(await providePoppler({ root: checkout, env, report })).to.equal('/opt/poppler')
  })

  it('starts', async function () {
    this.timeout(300_000)
    const folder = await providePoppler({ root: checkout, env: process.env, report })
    expect(() => execFileSync(join(folder, 'pdftotext'), ['-v'], { stdio: 'pipe' })).not.to.throw()
  })
})
