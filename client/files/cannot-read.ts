import { ClientError } from '../core/client-error.js'

/**
 * What becomes of a file that somebody named and that cannot be read: `await readFile(path).catch(cannotRead(path))`.
 *
 * @param remedy - what its reader can do, such as the option that names it.
 * @returns a function that throws a {@link ClientError} `file-unreadable`.
 */
export function cannotRead(path: string, remedy = 'Check the path.'): () => never {
  return () => {
    throw new ClientError('file-unreadable', `cannot read ${path}`, remedy)
  }
}
