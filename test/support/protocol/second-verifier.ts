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

/** What the second verifier, in Python, says of the text of a bundle. */
export async function secondOpinion(
  folder: string,
  bundle: string,
  trust: string,
): Promise<Opinion> {
  const [trustFile, bundleFile] = [join(folder, 'trust.json'), join(folder, 'a.rogatory-proof')]
  await writeFile(trustFile, trust)
  await writeFile(bundleFile, bundle)
  const { stdout } = await promisify(execFile)('python3', [PROGRAM, trustFile, bundleFile])
  return JSON.parse(stdout) as Opinion
}
