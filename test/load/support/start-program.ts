import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Ask, askChild } from './ask-child.js'

export type Program = {
  readonly pid: number
  /** Asks by name; resolves to the number that the program answers. */
  readonly ask: Ask
  end(): Promise<void>
}

/** Starts one of test/load/programs in a process of its own, compiled by tooling/bench.mjs. */
export function startProgram(
  name: string,
  env: NodeJS.ProcessEnv = {},
  flags: readonly string[] = [],
): Program {
  const child = fork(join('.bench', 'programs', `${name}.js`), {
    env: { ...process.env, ...env },
    execArgv: ['--enable-source-maps', ...flags],
  })
  return {
    pid: child.pid ?? 0,
    ask: askChild(child),
    async end() {
      if (child.exitCode !== null) return
      const gone = once(child, 'exit')
      child.kill()
      await gone
    },
  }
}

/** The most memory that a process has held so far (`VmHWM`), in MiB; undefined where /proc does not say. */
export function peakMiB(pid: number): number | undefined {
  try {
    const found = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return found === null ? undefined : Number(found[1]) / 1024
  } catch {
    return undefined
  }
}
