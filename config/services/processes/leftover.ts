import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { identityOf } from './identity.js'

/** Notes which process serves a data folder, so that a later start can end it if it is left over. */
export function recordProcess(pidFile: string, pid: number): void {
  writeFileSync(pidFile, JSON.stringify({ pid, identity: identityOf(pid) }), { mode: 0o600 })
}

/**
 * Makes sure that the process noted in a pid file is gone.
 *
 * It normally is, or is about to be, having seen its parent die; so it is given `patienceMs` to
 * finish its writes, then asked, then killed. A process that merely got the same id is left alone.
 */
export async function endLeftover(pidFile: string, patienceMs = 5_000): Promise<void> {
  const noted = readPidFile(pidFile)
  if (noted !== undefined) {
    const gone = async (): Promise<boolean> => waitUntilGone(noted.pid, noted.identity, patienceMs)
    if (!(await gone())) {
      signal(noted.pid, 'SIGTERM')
      if (!(await gone())) {
        signal(noted.pid, 'SIGKILL')
        await gone()
      }
    }
  }
  rmSync(pidFile, { force: true })
}

/** Whether the process with this id and identity ended within the time. */
export async function waitUntilGone(
  pid: number,
  identity: string | undefined,
  timeoutMs: number,
): Promise<boolean> {
  const until = performance.now() + timeoutMs
  while (identity !== undefined && identityOf(pid) === identity) {
    if (performance.now() > until) return false
    await sleep(20)
  }
  return true
}

function readPidFile(path: string): { pid: number; identity: string } | undefined {
  try {
    const { pid, identity } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
    return typeof pid === 'number' && typeof identity === 'string' ? { pid, identity } : undefined
  } catch {
    return undefined
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It ended in the meantime, which is what was wanted.
  }
}
