import { existsSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect } from 'chai'
import { survivors } from '../config/services/support/run-module.js'
import { pidsIn, startSupervised, type Supervised } from './support/start-supervised.js'

describe('the supervisor', function () {
  this.timeout(300_000)
  const started: Supervised[] = []
  const start = (env?: NodeJS.ProcessEnv, args: string[] = []): Supervised => {
    const supervised = startSupervised(env, args)
    started.push(supervised)
    return supervised
  }
  const all = (supervised: Supervised): number[] => {
    const trace = supervised.trace()
    return [...pidsIn(trace, 'relay'), ...pidsIn(trace, 'workers')]
  }
  /** Being ready is the relay's; the workers may still be on their way. */
  const both = async (supervised: Supervised): Promise<number[]> => {
    while (all(supervised).length < 2) await new Promise((resolve) => setTimeout(resolve, 20))
    return all(supervised)
  }
  afterEach(() => {
    for (const { process, folder } of started.splice(0)) {
      process.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    }
  })

  it('initialises, starts relay and workers, waits until ready, and ends all on SIGINT with 0', async () => {
    const supervised = start()
    await supervised.says('Ready.')
    expect(supervised.trace()[0]).to.match(/^init http:\/\/127\.0\.0\.1:\d+$/)
    expect(supervised.printed()).not.to.contain('played against').and.not.contain('Queues:')
    const pids = await both(supervised)
    supervised.process.kill('SIGINT')
    // npm hands the same Ctrl-C on; it is no second one.
    supervised.process.kill('SIGINT')
    expect(await supervised.exitCode).to.equal(0)
    expect(await survivors(pids, 0)).to.deep.equal([])
    expect(supervised.trace()).to.include('relay ends: asked')
  })

  it('plays the example when asked to, and says nothing when quiet', async () => {
    const supervised = start({}, ['--example'])
    await supervised.says('Ready.')
    expect(supervised.printed()).to.match(/played against http:\/\/127\.0\.0\.1:\d+\n/)
    const quiet = start({}, ['--quiet'])
    while (!existsSync(join(quiet.folder, 'trace')) || all(quiet).length < 2) {
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    quiet.process.kill('SIGTERM')
    expect(await quiet.exitCode).to.equal(0)
    expect(quiet.printed()).to.equal('')
  })

  it('starts the board of queues where it is wanted, says how to open it, and ends it with the rest', async () => {
    const supervised = start({ BOARD_PORT: '9' })
    await supervised.says('Ready.')
    expect(supervised.printed()).to.match(
      /^Queues: npx rogatory operator board --board http:\/\/127\.0\.0\.1:9 --operator-key '\/\S+'$/m,
    )
    while (pidsIn(supervised.trace(), 'board').length < 1) {
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    const pids = pidsIn(supervised.trace(), 'board')
    supervised.process.kill('SIGTERM')
    expect(await supervised.exitCode).to.equal(0)
    expect(await survivors(pids, 0)).to.deep.equal([])
  })

  it('leaves no orphan when it is killed, not even of a child that does not watch', async () => {
    const supervised = start()
    await supervised.says('Ready.')
    const pids = await both(supervised)
    supervised.process.kill('SIGKILL')
    expect(await survivors(pids, 15_000)).to.deep.equal([])
    expect(supervised.trace()).to.include('relay ends: parent gone')
  })

  it('kills a child that ignores SIGTERM when its grace is over', async () => {
    const supervised = start({ TEST_WORKERS: 'stubborn' })
    await supervised.says('Ready.')
    const pids = await both(supervised)
    supervised.process.kill('SIGTERM')
    expect(await supervised.exitCode).to.equal(0)
    expect(await survivors(pids, 0)).to.deep.equal([])
  })

  it('kills everything at the second Ctrl-C', async () => {
    const supervised = start({ TEST_WORKERS: 'stubborn', SHUTDOWN_GRACE_SECONDS: '60' })
    await supervised.says('Ready.')
    const pids = await both(supervised)
    supervised.process.kill('SIGINT')
    await new Promise((resolve) => setTimeout(resolve, 1000))
    supervised.process.kill('SIGINT')
    expect(await supervised.exitCode).to.equal(130)
    expect(await survivors(pids, 5000)).to.deep.equal([])
  })

  it('starts a crashed relay again and says so', async () => {
    const supervised = start()
    await supervised.says('Ready.')
    const [first = 0] = pidsIn(supervised.trace(), 'relay')
    process.kill(first, 'SIGKILL')
    await supervised.says('relay ended unexpectedly (SIGKILL); starting it again')
    while (pidsIn(supervised.trace(), 'relay').length < 2) {
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  })

  it('gives up after five quick ends, with the last lines of the log, and ends the rest', async () => {
    const supervised = start({ TEST_RELAY: 'crashes' })
    expect(await supervised.exitCode).to.equal(1)
    expect(supervised.printed()).to.contain('relay ended 5 times within a minute (exit code 3)')
    expect(supervised.printed()).to.contain('the disk is full')
    expect(await survivors(pidsIn(supervised.trace(), 'workers'), 0)).to.deep.equal([])
  })

  it('stops with what the initialisation said when that fails', async () => {
    const supervised = start({ TEST_INIT: 'fails' })
    expect(await supervised.exitCode).to.equal(1)
    expect(supervised.printed()).to.contain('the folder cannot be written')
    expect(supervised.trace()).to.have.length(1)
  })

  it('keeps its port from start to start, and says when it is taken', async () => {
    const supervised = start()
    await supervised.says('Ready.')
    const port = readFileSync(join(supervised.folder, 'port'), 'utf8').trim()
    expect(supervised.printed()).to.contain(`http://127.0.0.1:${port}`)
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const taken = (other.address() as { port: number }).port
    const blocked = start({}, ['--port', String(taken)])
    expect(await blocked.exitCode).to.equal(1)
    expect(blocked.printed()).to.contain(`port ${taken} on 127.0.0.1 is taken`)
    other.close()
  })
})
