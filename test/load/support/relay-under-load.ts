import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { exampleAuthorities } from '#client/example/authorities.js'
import { enrolExample } from '#client/example/enrol-example.js'
import { officerAt } from '#client/keystore/officer-at.js'
import type { Session } from '#client/core/session/session.js'
import { freePort } from '#config/services/processes/free-port.js'
import { openTestDatabase, testMongodbUri, testRedisUrl } from '#test/support/test-services.js'
import { type Ask, askChild } from './ask-child.js'

export type RelayUnderLoad = {
  readonly origin: string
  readonly folder: string
  readonly env: NodeJS.ProcessEnv
  readonly relayPid: number
  /** Asks the relay what a program that was loaded before it answers. */
  readonly askRelay: Ask
  /** Where the relay tells its metrics. */
  readonly metricsUrl: string
  /** Officers of the two example authorities. */
  readonly alma: Session
  readonly yusuf: Session
  end(): Promise<void>
}

/**
 * A relay as `npm start` runs it, in processes of its own and over a database of its own, with the two
 * example authorities enrolled.
 */
export async function relayUnderLoad({
  workers,
  flags = [],
}: {
  readonly workers: boolean
  /** Of Node, for the relay. */
  readonly flags?: readonly string[]
}): Promise<RelayUnderLoad> {
  const { env, folder, dropDatabase } = await preparedRelay()
  const origin = env['RELAY_ORIGIN'] ?? ''
  const metricsPort = String(await freePort())
  const server = start('dist/server/main.js', { ...env, METRICS_PORT: metricsPort }, flags)
  const children = [server, ...(workers ? [start('dist/workers/main.js', env)] : [])]
  await untilAnswering(origin, children)
  for (const authority of exampleAuthorities) {
    await enrolExample(authority, { data: folder, origin, relayId: env['RELAY_ID'] ?? '' })
  }
  return {
    origin,
    folder,
    env,
    relayPid: server.pid ?? 0,
    askRelay: askChild(server),
    metricsUrl: `http://127.0.0.1:${metricsPort}/metrics`,
    alma: await officerAt(join(folder, 'xa')),
    yusuf: await officerAt(join(folder, 'xb')),
    async end() {
      await Promise.all(children.map(stop))
      await dropDatabase()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Keys and an empty database, and the environment in which relay and workers find them. */
export async function preparedRelay() {
  const folder = mkdtempSync(join(tmpdir(), 'rogatory-bench-'))
  const database = `b${randomBytes(8).toString('hex')}`
  const uri = new URL(testMongodbUri())
  uri.pathname = `/${database}`
  const port = await freePort()
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    RELAY_ID: 'zz.relay',
    RELAY_ORIGIN: `http://127.0.0.1:${port}`,
    RELAY_PORT: String(port),
    DATA_DIR: folder,
    MONGODB_URI: uri.href,
    REDIS_URL: testRedisUrl(),
    PROOF_LIFETIME_SECONDS: '300',
  }
  execFileSync(process.execPath, ['dist/server/init.js'], { env })
  const dropDatabase = async () => {
    const connection = await openTestDatabase(database)
    await connection.dropDatabase()
    await connection.close()
  }
  return { env, folder, dropDatabase }
}

/** Its log goes to the folder of its data, as under `npm start`. */
export function start(
  script: string,
  env: NodeJS.ProcessEnv,
  flags: readonly string[] = [],
): ChildProcess {
  const log = openSync(join(env['DATA_DIR'] ?? '.', 'bench.log'), 'a')
  const child = spawn(process.execPath, ['--enable-source-maps', ...flags, script], {
    env,
    stdio: ['ignore', log, log, 'ipc'],
  })
  closeSync(log)
  return child
}

export async function stop(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}

/** Resolves with the first answer. @throws Error if one of the processes has ended. */
export async function untilAnswering(
  origin: string,
  children: readonly ChildProcess[],
): Promise<void> {
  for (;;) {
    const answer = await fetch(`${origin}/health/live`).catch(() => undefined)
    await answer?.body?.cancel()
    if (answer?.ok === true) return
    if (children.some(hasEnded)) throw new Error('a process has ended; bench.log says why')
    await sleep(5)
  }
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null
