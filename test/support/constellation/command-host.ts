import { stderr, stdout } from 'node:process'
import { runCommand } from '#client/cli/run-command.js'
import type { CommandRun } from './command.js'

/** What this process answers. */
export type CommandAnswer = CommandRun & {
  /** The command has ended its process: there is no next one for this. */
  readonly isLast: boolean
}

/** What {@link residentCommand} asks of this process, one at a time. */
export type CommandWanted = {
  readonly words: readonly string[]
  readonly env: NodeJS.ProcessEnv
  readonly cwd: string
}

/**
 * A process that runs one command of `rogatory` after the other: what a command leaves in the
 * environment, the exit code or on the streams does not reach the next.
 */
const written = { stdout: '', stderr: '' }
stdout.write = (chunk: string | Uint8Array) => keep('stdout', chunk)
stderr.write = (chunk: string | Uint8Array) => keep('stderr', chunk)
const end = process.exit.bind(process)
let isLast = false
process.exit = (code) => {
  if (!isLast) {
    isLast = true
    tell(Number(code ?? exitCode()), () => end(0))
  }
  throw new Error('the process ends')
}
process.on('message', (wanted: CommandWanted) => void run(wanted))
process.on('disconnect', () => end(0))

async function run({ words, env, cwd }: CommandWanted): Promise<void> {
  for (const name of Object.keys(process.env))
    if (!(name in env)) Reflect.deleteProperty(process.env, name)
  Object.assign(process.env, env)
  process.chdir(cwd)
  Object.assign(written, { stdout: '', stderr: '' })
  process.exitCode = undefined
  const failed = await runCommand(words)
  // What ended the process has been answered already.
  if (!isLast) tell(failed ?? exitCode())
}

const exitCode = (): number => Number(process.exitCode ?? 0)

function tell(code: number, then: () => void = () => undefined): void {
  const ran: CommandAnswer = { code, ...written, isLast }
  process.send?.(ran, undefined, undefined, then)
}

function keep(stream: keyof typeof written, chunk: string | Uint8Array): true {
  written[stream] += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString()
  return true
}
