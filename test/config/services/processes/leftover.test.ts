import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { identityOf } from '#config/services/processes/identity.js'
import { endLeftover, recordProcess } from '#config/services/processes/leftover.js'

describe('a process left over by an earlier start', () => {
  let folder = ''
  let child: ChildProcess
  const pidFile = () => join(folder, 'service.pid')
  const begin = (script: string): number => {
    child = spawn('sh', ['-c', script], { stdio: 'ignore' })
    return child.pid ?? 0
  }
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'rogatory-leftover-'))))
  afterEach(() => {
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true })
  })

  it('is ended, and its file removed', async () => {
    const pid = begin('exec sleep 60')
    recordProcess(pidFile(), pid)
    await endLeftover(pidFile(), 50)
    expect(identityOf(pid)).to.equal(undefined)
    expect(existsSync(pidFile())).to.equal(false)
  })

  it('is killed when it does not listen', async () => {
    const pid = begin("trap '' TERM; while :; do sleep 0.1; done")
    recordProcess(pidFile(), pid)
    await endLeftover(pidFile(), 100)
    expect(identityOf(pid)).to.equal(undefined)
  })

  it('is not another process that got the same id', async () => {
    const pid = begin('exec sleep 60')
    writeFileSync(pidFile(), JSON.stringify({ pid, identity: 'another start' }))
    await endLeftover(pidFile(), 50)
    expect(identityOf(pid)).not.to.equal(undefined)
  })

  it('may have left a file that means nothing', async () => {
    begin('exec sleep 60')
    for (const text of ['', '{', '{"pid":"1"}', 'null']) {
      writeFileSync(pidFile(), text)
      await endLeftover(pidFile(), 50)
      expect(existsSync(pidFile()), text).to.equal(false)
    }
  })
})
