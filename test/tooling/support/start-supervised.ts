import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const checkout = join(import.meta.dirname, '..', '..', '..')

/** A supervisor that runs on stand-ins, and what can be seen of it. */
export interface Supervised {
  readonly process: ChildProcess
  readonly folder: string
  /** All it printed so far. */
  printed(): string
  /** What the stand-ins noted, line by line. */
  trace(): string[]
  /** Resolves when it printed this; rejects when it ends before. */
  says(text: string): Promise<void>
  readonly exitCode: Promise<number | null>
}

/** Builds dist/ and starts the supervisor with services that are only named. */
export function startSupervised(env: NodeJS.ProcessEnv = {}, args: string[] = []): Supervised {
  execFileSync(process.execPath, ['tooling/build.mjs'], { cwd: checkout })
  const folder = mkdtempSync(join(tmpdir(), 'rogatory-supervised-'))
  const child = spawn(process.execPath, ['test/tooling/support/supervised.mjs', ...args], {
    cwd: checkout,
    env: {
      PATH: process.env['PATH'],
      MONGODB_URI: 'mongodb://db.invalid/x',
      REDIS_URL: 'redis://cache.invalid',
      DATA_DIR: folder,
      SHUTDOWN_GRACE_SECONDS: '1',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const exitCode = new Promise<number | null>((resolve) => child.once('close', resolve))
  return {
    process: child,
    folder,
    exitCode,
    printed: () => output,
    trace: () => readFileSync(join(folder, 'trace'), 'utf8').trim().split('\n'),
    async says(text) {
      while (!output.includes(text)) {
        if (child.exitCode !== null) throw new Error(`it ended without «${text}»: ${output}`)
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    },
  }
}

/** The process ids that stand-ins of this name noted, in order. */
export function pidsIn(trace: readonly string[], name: string): number[] {
  return trace
    .filter((line) => new RegExp(`^${name} \\d+$`).test(line))
    .map((line) => Number(line.split(' ')[1]))
}
