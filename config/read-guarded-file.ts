import { readFileSync, type Stats, statSync } from 'node:fs'
import { ConfigurationError } from './configuration-error.js'

/**
 * Reads a file that holds something secret, as text.
 *
 * @param name - the variable that names the file.
 * @param longest - octets; nothing is read of a file that is longer.
 * @throws {@link ConfigurationError} when it cannot be read, is too long, or may be read by others than
 *   its owner and group. The text never holds what is in it.
 */
export function readGuardedFile(name: string, path: string, longest: number): string {
  const problem = (text: string) => new ConfigurationError(`${name}: ${path} ${text}`)
  const unreadable = problem('is not a file that can be read')
  const { mode, size } = attempted((): Pick<Stats, 'mode' | 'size'> => {
    const seen = statSync(path)
    if (!seen.isFile()) throw unreadable
    return seen
  }, unreadable)
  if ((mode & 0o007) !== 0) throw problem(`can be read by others; run: chmod o= '${path}'`)
  if (size > longest) throw problem(`is longer than ${longest} octets`)
  return attempted(() => readFileSync(path, 'utf8'), unreadable)
}

function attempted<T>(read: () => T, unreadable: ConfigurationError): T {
  try {
    return read()
  } catch {
    throw unreadable
  }
}
