import { ConfigurationError } from '../configuration-error.js'
import { readGuardedFile } from './read-guarded-file.js'

/** Longer than any secret, and short enough to read whatever the file is. */
const LONGEST = 4096

/**
 * Reads a file that holds one secret, such as an orchestrator mounts; a final line break is not part of it.
 *
 * @param name - the variable that names the file.
 * @throws {@link ConfigurationError} when it cannot be read, is empty, or may be read by others than its
 *   owner and group. The text never holds what is in it.
 */
export function loadSecretFile(name: string, path: string): string {
  const secret = readGuardedFile(name, path, LONGEST).replace(/\r?\n$/, '')
  if (/^[\x21-\x7e]+$/.test(secret)) return secret
  throw new ConfigurationError(`${name}: ${path} does not hold one secret on one line`)
}
