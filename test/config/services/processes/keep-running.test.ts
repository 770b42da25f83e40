import { expect } from 'chai'
import type { Child } from '#config/services/processes/child.js'
import { keepRunning } from '#config/services/processes/keep-running.js'

/** A child without a process: it ends when told to. */
function fakeChild(pid: number): Child & { end(): void; stopped: boolean } {
  let end = (): void => undefined
  const ended = new Promise<void>((resolve) => (end = resolve))
  const child = {
    pid,
    facts: {},
    ended,
    end,
    stopped: false,
    stop() {
      child.stopped = true
      end()
      return ended
    },
  }
  return child
}

const tick = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('a service that is kept running', () => {
  it('is started again when it ends by itself, and both are said', async () => {
    const said: string[] = []
    const [first, second] = [fakeChild(1), fakeChild(2)]
    const kept = keepRunning(
      'Redis',
      first,
      () => Promise.resolve(second),
      (line) => said.push(line),
    )
    first.end()
    await tick(300)
    expect(kept.pid()).to.equal(2)
    expect(said).to.deep.equal(['Redis ended unexpectedly; starting it again', 'Redis runs again'])
    await kept.stop()
    expect(second.stopped).to.equal(true)
  })

  it('is not started again when it was stopped', async () => {
    const first = fakeChild(1)
    let starts = 0
    const again = () => Promise.resolve(fakeChild(++starts))
    const kept = keepRunning('Redis', first, again, () => undefined)
    await kept.stop()
    await tick(300)
    expect(starts).to.equal(0)
  })

  it('is stopped also when the stop comes while it is being started again', async () => {
    const [first, second] = [fakeChild(1), fakeChild(2)]
    const again = () => tick(200).then(() => second)
    const kept = keepRunning('Redis', first, again, () => undefined)
    first.end()
    await tick(300)
    await kept.stop()
    expect(second.stopped).to.equal(true)
  })

  it('is given up after five ends within a minute', async () => {
    const said: string[] = []
    const first = fakeChild(0)
    let starts = 0
    const dying = () => {
      const child = fakeChild(++starts)
      child.end()
      return Promise.resolve(child)
    }
    keepRunning('Redis', first, dying, (line) => said.push(line))
    first.end()
    await tick(4_000)
    expect(starts).to.equal(4)
    expect(said.at(-1)).to.equal('Redis ended 5 times within a minute and is not started again')
  })

  it('says why it could not be started again, and tries once more', async () => {
    const said: string[] = []
    const first = fakeChild(1)
    const kept = keepRunning(
      'Redis',
      first,
      () => Promise.reject(new Error('no port')),
      (line) => said.push(line),
    )
    first.end()
    await tick(300)
    expect(said).to.include('Redis: no port')
    await kept.stop()
  })
})
