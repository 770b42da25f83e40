import { RelayProblem } from '../../core/relay-problem.js'
import { problemWords } from '../components/problem-words.js'

/** What a page of a package shows. */
export type PackagePage = 'opening' | 'opened' | 'deleted' | 'distrusted' | 'failed'

/**
 * What is shown of a package by its last reading: what was verified before is shown on when a reading comes to
 * nothing, but not when one says that it is not genuine, or that its content is no more.
 */
export function pageOf({
  data,
  error,
}: {
  readonly data: unknown
  readonly error: unknown
}): PackagePage {
  const hasFailed = error !== null && error !== undefined
  if (error instanceof RelayProblem && error.code === 'content-deleted') return 'deleted'
  if (hasFailed && problemWords(error).isDistrust) return 'distrusted'
  if (data !== undefined) return 'opened'
  return hasFailed ? 'failed' : 'opening'
}
