import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { start, stop } from './relay-under-load.js'
import { peakMiB } from './start-program.js'

export type StartedWorker = { readonly child: ChildProcess; readonly took: number }

/** Starts the workers; their log says when they are ready. `took` is in milliseconds. */
export async function startWorker(env: NodeJS.ProcessEnv): Promise<StartedWorker> {
  const log = join(env['DATA_DIR'] ?? '.', 'bench.log')
  const started = () => readFileSync(log, 'utf8').split('worker.started').length
  const began = performance.now()
  const child = start('dist/workers/main.js', env)
  const before = started()
  while (started() === before) {
    if (child.exitCode !== null) throw new Error('the worker has ended; bench.log says why')
    await sleep(10)
  }
  return { child, took: performance.now() - began }
}

/** A worker with nothing to do, for ten seconds: how long it took to start, and the most memory it held. */
export async function idleWorker(env: NodeJS.ProcessEnv) {
  const { child, took } = await startWorker(env)
  await sleep(10_000)
  const peak = peakMiB(child.pid ?? 0) ?? 0
  await stop(child)
  return { took, peakMiB: peak }
}
