import { spawn } from 'node:child_process'
import { type CodeFrom, scriptArguments } from './product-process.js'

export type CommandRun = {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/**
 * Runs `rogatory` as a person or a script would. Standard input is no terminal.
 *
 * @param env - Nothing else of the environment is passed on but what coverage needs.
 */
export async function rogatory(
  words: readonly string[],
  {
    from = 'dist',
    env = {},
    cwd,
  }: { readonly from?: CodeFrom; readonly env?: NodeJS.ProcessEnv; readonly cwd?: string } = {},
): Promise<CommandRun> {
  const { PATH, HOME, NODE_V8_COVERAGE } = process.env
  const child = spawn(process.execPath, [...scriptArguments('client/cli/main', from), ...words], {
    ...(cwd !== undefined && { cwd }),
    env: { PATH, HOME, NODE_V8_COVERAGE, TZ: 'UTC', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, stdout, stderr }
}
