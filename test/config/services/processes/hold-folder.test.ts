import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { ConfigurationError } from '#config/configuration-error.js'
import { holdFolder } from '#config/services/processes/hold-folder.js'
import { runModule } from '../support/run-module.js'

describe('the claim on a data folder', () => {
  let folder = ''
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'rogatory-hold-'))))
  afterEach(() => rmSync(folder, { recursive: true }))
  const refused = () => holdFolder(folder).catch((error: unknown) => error)

  it('is exclusive until it is released', async () => {
    const held = await holdFolder(folder)
    expect(await refused()).to.be.instanceOf(ConfigurationError)
    held.release()
    const again = await holdFolder(folder)
    again.release()
  })

  it('is taken by one of many who ask at once', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => holdFolder(folder)))
    const taken = outcomes.filter((outcome) => outcome.status === 'fulfilled')
    expect(taken).to.have.length(1)
    taken[0]?.value.release()
  })

  it('ends with its holder, even by kill -9, and names the holder before', async () => {
    const holder = await runModule(
      `import { holdFolder } from '#config/services/processes/hold-folder.js'
       await holdFolder(${JSON.stringify(folder)})
       console.log('{"held":true}')
       setInterval(() => undefined, 1000)`,
      process.env,
    )
    await holder.firstLine
    expect(String(await refused())).to.contain(`process ${String(holder.process.pid)} already uses`)
    const gone = new Promise((resolve) => holder.process.once('exit', resolve))
    holder.process.kill('SIGKILL')
    await gone
    const held = await holdFolder(folder)
    held.release()
  })
})
