import { spawn } from 'node:child_process'
import { type CodeFrom, scriptArguments } from './product-process.js'
import { residentCommand } from './resident-command.js'

export type CommandRun = {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/**
 * Runs `rogatory` as a person or a script would. Standard input is no terminal.
 *
 * @param from - `dist` and `sources` start a process for the command; `resident` takes one that has run
 *   other commands before, which spares a second of loading.
 * @param env - Nothing else of the environment is passed on but what coverage needs.
 */
export async function rogatory(
  words: readonly string[],
  {
    from = 'resident',
    env = {},
    cwd,
  }: {
    readonly from?: CodeFrom | 'resident'
    readonly env?: NodeJS.ProcessEnv
    readonly cwd?: string
  } = {},
): Promise<CommandRun> {
  const { PATH, HOME, NODE_V8_COVERAGE } = process.env
  const given = { PATH, HOME, NODE_V8_COVERAGE, TZ: 'UTC', ...env }
  if (from === 'resident') {
    return residentCommand({ words, env: given, cwd: cwd ?? process.cwd() })
  }
  const child = spawn(process.execPath, [...scriptArguments('client/cli/main', from), ...words], {
    ...(cwd !== undefined && { cwd }),
    env: given,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, stdout, stderr }
}
