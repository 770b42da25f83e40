import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { identityOf } from '#config/services/processes/identity.js'

/** The checkout: modules run from here find the packages and the `imports` of package.json. */
export const checkout = join(import.meta.dirname, '..', '..', '..', '..')

/** A TypeScript module that runs in a process of its own, and the lines it prints. */
export interface RunningModule {
  readonly process: ChildProcess
  /** Resolves to the first JSON line it prints; rejects with its errors when it ends before. */
  readonly firstLine: Promise<Record<string, unknown>>
}

/** Runs the text of a module under tsx. It is deleted when the process ends. */
export async function runModule(source: string, env: NodeJS.ProcessEnv): Promise<RunningModule> {
  const folder = await mkdtemp(join(checkout, 'test', 'config', '.run-'))
  const file = join(folder, 'module.mts')
  await writeFile(file, source)
  const child = spawn(process.execPath, ['--import', 'tsx', '--conditions=source', file], {
    cwd: checkout,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const firstLine = new Promise<Record<string, unknown>>((resolve, reject) => {
    let [printed, said] = ['', '']
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      const line = /^\{.*\}$/m.exec(printed)?.[0]
      if (line !== undefined) resolve(JSON.parse(line) as Record<string, unknown>)
    })
    child.on('exit', () => {
      void rm(folder, { recursive: true, force: true })
      reject(new Error(`it ended: ${said}`))
    })
  })
  firstLine.catch(() => undefined)
  return { process: child, firstLine }
}

/** Polls until none of these processes is left, or the time is over; answers which are. */
export async function survivors(pids: readonly number[], withinMs: number): Promise<number[]> {
  const until = performance.now() + withinMs
  const alive = () => pids.filter((pid) => identityOf(pid) !== undefined)
  while (alive().length > 0 && performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return alive()
}
