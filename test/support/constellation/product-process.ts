import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export const checkout = join(import.meta.dirname, '..', '..', '..')

const shiftedClock = new URL('shifted-clock.mjs', import.meta.url).href

/**
 * Code as it is served, or the sources, whose coverage counts; these take two seconds longer to load. Or code of
 * another version, as it is served: the folder that holds its `dist`.
 */
export type CodeFrom = 'dist' | 'sources' | { readonly at: string }

/** What Node is told to run one of the product's scripts, such as `server/main`. */
export const scriptArguments = (script: string, from: CodeFrom): readonly string[] =>
  from === 'sources'
    ? ['--import', 'tsx', '--conditions=source', join(checkout, `${script}.ts`)]
    : [join(from === 'dist' ? checkout : from.at, 'dist', `${script}.js`)]

/** A process of the product and what it logged; it dies with the test process, whatever kills that. */
export type ProductProcess = {
  readonly child: ChildProcess
  readonly lines: readonly string[]
  /** Resolves when it logged this event. @throws when it ends before */
  said(event: string): Promise<void>
  /** SIGKILL, and gone when it resolves. */
  kill(): Promise<void>
  /** SIGTERM; resolves to its exit code. */
  stop(): Promise<number | null>
  /** From now on its clock is ahead by so much, or behind; until it is started again. */
  shiftClock(ms: number): void
}

export function startProcess(
  script: string,
  from: CodeFrom,
  env: NodeJS.ProcessEnv,
  words: readonly string[] = [],
): ProductProcess {
  const given = ['--import', shiftedClock, ...scriptArguments(script, from), ...words]
  const child = spawn(process.execPath, given, {
    cwd: checkout,
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    let rest = ''
    stream?.on('data', (chunk: Buffer) => {
      const parts = (rest + chunk.toString()).split('\n')
      rest = parts.pop() ?? ''
      lines.push(...parts)
    })
  }
  const ended = once(child, 'close')
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null
  return {
    child,
    lines,
    async said(event) {
      const isSaid = () => lines.some((line) => line.includes(`"event":"${event}"`))
      while (!isSaid()) {
        if (hasEnded()) throw new Error(`${script} ended without ${event}:\n${lines.join('\n')}`)
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
    async stop() {
      child.kill('SIGTERM')
      await ended
      return child.exitCode
    },
    shiftClock(shiftMs) {
      child.send({ shiftMs })
    },
  }
}
