import { Refusal } from '../domain/errors.js'

export const hasCode = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code))

/** A full disk is something the caller is told of; every other failure of the disk is an outage. */
export function diskRefusal(error: unknown): unknown {
  return hasCode(error, 'ENOSPC', 'EDQUOT', 'EFBIG')
    ? new Refusal('storage-full', 'the relay has no room for this at the moment', { cause: error })
    : error
}

/** `undefined` in place of an error that says the file is not there. */
export async function unlessAbsent<T>(result: Promise<T>): Promise<T | undefined> {
  try {
    return await result
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}
