import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Package managers install servers where an ordinary user's PATH does not always look. */
const USUAL = ['/usr/local/bin', '/usr/bin', '/usr/sbin', '/opt/homebrew/bin', '/opt/local/bin']

/** The first of these programs that is installed, as an absolute path. */
export function onPath(env: NodeJS.ProcessEnv, ...names: readonly string[]): string | undefined {
  const folders = [
    ...(env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== ''),
    ...USUAL,
  ]
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
