import { spawn } from 'node:child_process'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { endLeftover, recordProcess } from '../dist/config/services/processes/leftover.js'
import { root } from './root.mjs'

const preload = new URL('exit-with-parent.mjs', import.meta.url).href
const GIVE_UP_AFTER = 5
const QUICK_MS = 60_000
const LOG_LIMIT_BYTES = 50 * 1024 * 1024

/**
 * Runs one of the product's processes and starts it again when it ends by itself: later each time,
 * and no more after five ends within a minute.
 *
 * The process is in a group of its own, so that Ctrl-C reaches the supervisor only. It ends when the
 * supervisor is gone, because it watches the IPC channel (config/parent-watch.ts).
 *
 * @param {{ name: string, script: string, env: NodeJS.ProcessEnv, folder: string,
 *   report: (line: string) => void }} plan - `folder` holds `logs/NAME.log` and `NAME.pid`.
 */
export async function keepProcess({ name, script, env, folder, report }) {
  const logFile = join(folder, 'logs', `${name}.log`)
  const pidFile = join(folder, 'logs', `${name}.pid`)
  mkdirSync(dirname(logFile), { recursive: true, mode: 0o700 })
  if (existsSync(logFile) && statSync(logFile).size > LOG_LIMIT_BYTES) truncateSync(logFile)
  await endLeftover(pidFile)

  const stopping = new AbortController()
  const ends = []
  let child
  let logStart = 0
  const launch = () => {
    const log = openSync(logFile, 'a', 0o600)
    logStart = statSync(logFile).size
    child = spawn(
      process.execPath,
      ['--enable-source-maps', '--import', preload, script, '--supervised'],
      {
        cwd: root,
        env,
        detached: true,
        stdio: ['ignore', log, log, 'ipc'],
      },
    )
    closeSync(log)
    if (child.pid !== undefined) recordProcess(pidFile, child.pid)
    return new Promise((resolve) => {
      child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
      child.once('error', (error) => resolve(error.message))
    })
  }
  const watch = async () => {
    for (;;) {
      const reason = await launch()
      if (stopping.signal.aborted) return rmSync(pidFile, { force: true })
      ends.push(performance.now())
      const quick = ends.filter((at) => performance.now() - at < QUICK_MS).length
      if (quick >= GIVE_UP_AFTER) {
        const lines = lastLines(logFile, logStart).map((line) => `  ${line}`)
        throw new Error(
          [
            `${name} ended ${quick} times within a minute (${reason}). Its last lines:`,
            ...lines,
          ].join('\n'),
        )
      }
      report(`${name} ended unexpectedly (${reason}); starting it again. Its log: ${logFile}`)
      await sleep(100 * 2 ** quick, undefined, { signal: stopping.signal }).catch(() => undefined)
      if (stopping.signal.aborted) return
    }
  }
  const watching = watch()
  return {
    /** Rejects when the process is not started any more; resolves once it was stopped. */
    ended: watching,
    pid: () => child.pid,
    async stop(graceMs) {
      stopping.abort()
      child.kill('SIGTERM')
      const kill = setTimeout(() => child.kill('SIGKILL'), graceMs)
      await watching.catch(() => undefined)
      clearTimeout(kill)
    },
    kill() {
      stopping.abort()
      child.kill('SIGKILL')
    },
  }
}

function lastLines(file, start) {
  const lines = readFileSync(file).subarray(start).toString('utf8').split('\n')
  return lines.filter((line) => line.trim() !== '').slice(-8)
}
