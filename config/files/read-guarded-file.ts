import { readBoundedFile } from './read-bounded-file.js'

/**
 * Reads a file that holds something secret, as text.
 *
 * @param name - the variable that names the file.
 * @param longest - octets; nothing is taken of a file that is longer.
 * @throws `ConfigurationError` when it cannot be read, is too long, or may be read by others than
 *   its owner and group. The text never holds what is in it.
 */
export function readGuardedFile(name: string, path: string, longest: number): string {
  return readBoundedFile(name, path, longest, ({ mode }) =>
    (mode & 0o007) === 0 ? undefined : `can be read by others; run: chmod o= '${path}'`,
  )
}
