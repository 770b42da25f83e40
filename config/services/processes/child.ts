import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs'
import { createRequire } from 'node:module'
import { extname } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { ConfigurationError } from '../../configuration-error.js'
import { endLeftover, recordProcess } from './leftover.js'

const LOG_LIMIT_BYTES = 50 * 1024 * 1024

/** How to start one of our own modules as a child that serves. */
export interface ChildPlan {
  /** Named in messages, such as `MongoDB (embedded)`. */
  readonly name: string
  /** The module to run; it follows the child's side of the protocol in `serve-parent.ts`. */
  readonly module: URL
  /** Sent to the child when it listens. */
  readonly settings: object
  /** A program that starts Node, with its arguments, when Node is not to be started directly. */
  readonly loader?: readonly [string, ...string[]]
  readonly env: NodeJS.ProcessEnv
  readonly logFile: string
  readonly pidFile: string
  readonly readyWithinMs: number
}

/** A child that said it is ready. */
export interface Child {
  /** The process that matters: the service itself, even when a guardian stands between. */
  readonly pid: number
  /** What the child said about itself when it became ready. */
  readonly facts: Readonly<Record<string, unknown>>
  /** Settles when the process is gone. */
  readonly ended: Promise<void>
  stop(): Promise<void>
}

/**
 * Starts a child and waits until it says that it is ready.
 *
 * The child is in a process group of its own, so that Ctrl-C in a terminal reaches only the parent,
 * who ends its children in order. It dies with the parent all the same: it watches the channel.
 *
 * @throws {@link ConfigurationError} with the last lines of its log when it ends or stays silent.
 */
export async function startChild(plan: ChildPlan): Promise<Child> {
  await endLeftover(plan.pidFile)
  const log = openLog(plan.logFile)
  const own = [...argumentsFor(plan.module), '--supervised']
  const [program, ...before] = plan.loader ?? [process.execPath]
  const args = plan.loader === undefined ? own : [...before, process.execPath, ...own]
  const child = spawn(program, args, {
    detached: true,
    env: plan.env,
    stdio: ['ignore', log.fd, log.fd, 'ipc'],
  })
  closeSync(log.fd)
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  try {
    const facts = await readiness(child, plan, ended)
    const pid = typeof facts['pid'] === 'number' ? facts['pid'] : (child.pid ?? 0)
    recordProcess(plan.pidFile, pid)
    const stop = async (): Promise<void> => {
      await stopChild(child, ended)
      await endLeftover(plan.pidFile, 0)
    }
    return { pid, facts, ended, stop }
  } catch (error) {
    await stopChild(child, ended)
    throw new ConfigurationError(
      `${plan.name} did not start: ${error instanceof Error ? error.message : 'unknown reason'}`,
      linesSince(plan.logFile, log.start).slice(-8),
    )
  }
}

async function readiness(
  child: ChildProcess,
  plan: ChildPlan,
  ended: Promise<void>,
): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`no sign of readiness within ${plan.readyWithinMs / 1000} s`))
    }, plan.readyWithinMs)
    const settle = (act: () => void): void => {
      clearTimeout(timer)
      act()
    }
    child.on('error', (error) => settle(() => reject(error)))
    void ended.then(() => settle(() => reject(new Error('its process ended'))))
    child.once('message', (message: { ready?: Record<string, unknown>; failed?: string }) => {
      const { ready, failed } = message
      settle(() =>
        ready === undefined ? reject(new Error(failed ?? 'it failed')) : resolve(ready),
      )
    })
    child.send(plan.settings, () => undefined)
  })
}

/** Closing the channel is the request to end; a child that does not comply in time is killed. */
async function stopChild(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.connected) child.disconnect()
  const kill = setTimeout(() => child.kill('SIGKILL'), 15_000)
  await ended
  clearTimeout(kill)
}

/** Under tsx the module is TypeScript, and the child needs the same loader to run it. */
function argumentsFor(module: URL): string[] {
  const path = fileURLToPath(module)
  if (extname(path) !== '.ts') return [path]
  const tsx = pathToFileURL(createRequire(module).resolve('tsx')).href
  return ['--import', tsx, '--conditions=source', path]
}

function openLog(path: string): { fd: number; start: number } {
  const fd = openSync(path, 'a', 0o600)
  if (statSync(path).size > LOG_LIMIT_BYTES) truncateSync(path)
  return { fd, start: statSync(path).size }
}

function linesSince(path: string, start: number): string[] {
  return readFileSync(path)
    .subarray(start)
    .toString('utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
}
