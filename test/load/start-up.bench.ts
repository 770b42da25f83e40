import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { freePort } from '#config/services/processes/free-port.js'
import { alternate, timed } from './support/alternate.js'
import { preparedRelay, start, stop, untilAnswering } from './support/relay-under-load.js'
import { report } from './support/report.js'
import { sizeOf } from './support/size-of.js'

/** Row 13: from starting a process to its first answer. */
const ROUNDS = sizeOf('BENCH_STARTS', 5)

const { env, folder, dropDatabase } = await preparedRelay()
const helloPort = await freePort()

async function first(script: string, origin: string, variables: NodeJS.ProcessEnv) {
  let child: ChildProcess | undefined
  const took = await timed(async () => {
    child = start(script, variables)
    await untilAnswering(origin, [child])
  })
  if (child !== undefined) await stop(child)
  return took
}

/** Services are there already, as they are the second time, and so are keys and build. */
async function npmStart(): Promise<number> {
  const child = spawn('npm', ['start', '--silent', '--', '--no-example'], {
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const took = await timed(async () => {
    for await (const line of createInterface(child.stdout)) if (line.startsWith('Ready.')) break
  })
  child.stdout.resume()
  const gone = once(child, 'exit')
  // As Ctrl-C does: to npm, its shell and the supervisor alike.
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT')
  await gone
  return took
}

const { relay, hello, all } = await alternate(
  {
    relay: () => first('dist/server/main.js', env['RELAY_ORIGIN'] ?? '', env),
    hello: () =>
      first('.bench/programs/hello.js', `http://127.0.0.1:${helloPort}`, {
        ...env,
        HELLO_PORT: String(helloPort),
      }),
    all: npmStart,
  },
  { rounds: ROUNDS },
)
report([
  {
    row: 13,
    work: 'relay process to its first answer',
    unit: 'ms',
    own: relay,
    peer: { name: 'Express 5 hello', samples: hello },
    reach: { atMost: 3 },
  },
  {
    row: 13,
    work: 'npm start the second time, services running, until ready',
    unit: 'ms',
    own: all,
    peer: { name: 'limit', samples: [3000] },
    reach: { atMost: 1 },
  },
])
await dropDatabase()
rmSync(folder, { recursive: true, force: true })
