import { ClientError } from '../core/client-error.js'

/** What a person is told when the system will not write there, such as on a full disk. */
export function unwritable(path: string, cause: unknown): ClientError {
  const code = systemCode(cause)
  const full = code === 'ENOSPC' || code === 'EDQUOT'
  return new ClientError(
    'file-unwritable',
    full ? `no room on the disk for ${path}` : `cannot write ${path} (${code})`,
    full ? 'Make room, then run the same command again.' : 'Check the folder and its permissions.',
    { cause },
  )
}

/** The system's name of an error, such as `ENOENT`; `-` for what is none of the system's. */
export const systemCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '-'
