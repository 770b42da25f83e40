import { runCommand } from '#client/cli/run-command.js'
import type { CommandRun } from './command.js'

/**
 * Runs `rogatory` within this process, at a tenth of what a started one costs. One at a time: what it
 * prints is caught on its way to the terminal.
 */
export async function typed(words: readonly string[]): Promise<CommandRun> {
  const said = { stdout: '', stderr: '' }
  const streams = ['stdout', 'stderr'] as const
  const writes = streams.map((name) => process[name].write.bind(process[name]))
  const before = process.exitCode
  process.exitCode = undefined
  for (const name of streams) {
    process[name].write = (chunk: Uint8Array | string) => {
      said[name] += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString()
      return true
    }
  }
  try {
    const code = await runCommand(words)
    return { code: code ?? exitCode(), ...said }
  } finally {
    for (const [i, name] of streams.entries()) {
      const write = writes[i]
      if (write !== undefined) process[name].write = write
    }
    process.exitCode = before
  }
}

/** What the command has set meanwhile. */
const exitCode = (): number => Number(process.exitCode) || 0
