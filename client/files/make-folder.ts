import { mkdir } from 'node:fs/promises'
import { unwritable } from './unwritable.js'

/**
 * A folder that is its owner's alone, with those above it; one that is there stays as it is.
 *
 * @throws ClientError `file-unwritable`
 */
export async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 }).catch((cause: unknown) => {
    throw unwritable(path, cause)
  })
}
