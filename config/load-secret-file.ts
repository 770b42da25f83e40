import { readFile, stat } from 'node:fs/promises'
import { ConfigurationError } from './configuration-error.js'

/** Longer than any secret, and short enough to read whatever the file is. */
const LONGEST = 4096

/**
 * Reads a file that holds one secret, such as an orchestrator mounts; a final line break is not part of it.
 *
 * @param name - the variable that names the file.
 * @throws {@link ConfigurationError} when it cannot be read, is empty, or may be read by others than its
 *   owner and group. The text never holds what is in it.
 */
export async function loadSecretFile(name: string, path: string): Promise<string> {
  const problem = (text: string) => new ConfigurationError(`${name}: ${path} ${text}`)
  const seen = await stat(path).catch(() => undefined)
  if (seen?.isFile() !== true) throw problem('is not a file that can be read')
  if ((seen.mode & 0o007) !== 0) throw problem(`can be read by others; run: chmod 600 '${path}'`)
  if (seen.size > LONGEST) throw problem('is too long for a secret')
  const text = await readFile(path, 'utf8').catch(() => {
    throw problem('is not a file that can be read')
  })
  const secret = text.replace(/\r?\n$/, '')
  if (!/^[\x21-\x7e]+$/.test(secret)) throw problem('does not hold one secret on one line')
  return secret
}
