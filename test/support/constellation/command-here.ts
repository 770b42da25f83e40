import { stdout } from 'node:process'
import { program } from '#client/cli/program.js'
import { exitCodeOf } from '#client/cli/exit-codes.js'
import { failureOf } from '#client/cli/report-failure.js'

/**
 * Runs `rogatory --json` in this process, from the sources: a second less than a process of its own. Only
 * one at a time: what a command says goes to the output of all.
 */
export async function commandHere(
  home: string,
  ...words: readonly string[]
): Promise<{ readonly code: number; readonly said: Record<string, unknown> }> {
  const write = stdout.write.bind(stdout)
  const lines: string[] = []
  stdout.write = (text: string | Uint8Array) => {
    lines.push(String(text))
    return true
  }
  try {
    await program().parseAsync(['node', 'rogatory', '--json', '--home', home, ...words])
    return { code: Number(process.exitCode ?? 0), said: readDocument(lines.join('')) }
  } catch (error) {
    return { code: exitCodeOf(error), said: { error: failureOf(error) } }
  } finally {
    stdout.write = write
    process.exitCode = undefined
  }
}

const readDocument = (text: string) => JSON.parse(text) as Record<string, unknown>
