import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** The file of it. */
export const PROGRAM = fileURLToPath(
  new URL('../../conformance/second_verifier.py', import.meta.url),
)

export type Opinion = {
  readonly verdict: string
  readonly facts: readonly (readonly [string, string])[]
}

export type Asked = { readonly bundle: string; readonly trust: string }

/** What the second verifier, in Python, says of the texts of bundles, in one process: in their order. */
export async function secondOpinions(
  folder: string,
  asked: readonly Asked[],
): Promise<readonly Opinion[]> {
  const files = await Promise.all(
    asked.map(async ({ bundle, trust }, i) => {
      const pair = [join(folder, `${i}.trust.json`), join(folder, `${i}.rogatory-proof`)] as const
      await writeFile(pair[0], trust)
      await writeFile(pair[1], bundle)
      return pair
    }),
  )
  const { stdout } = await promisify(execFile)('python3', [PROGRAM, ...files.flat()])
  const opinions = stdout.trimEnd().split('\n')
  if (opinions.length !== asked.length) throw new TypeError(`${opinions.length} opinions`)
  return opinions.map((line) => JSON.parse(line) as Opinion)
}
