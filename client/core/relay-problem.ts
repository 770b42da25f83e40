import type { Problem } from '#server/contract/problems.js'

/** The relay understood and refused, or cannot serve now: an RFC 9457 problem document as an error. */
export class RelayProblem extends Error {
  override readonly name = 'RelayProblem'
  readonly code: string
  readonly status: number
  readonly remedy: string | undefined
  /** Finds the request in the relay operator's log. */
  readonly request: string | undefined
  /** Credentials of WebAuthn, any of which would have done. */
  readonly securityKeys: readonly string[]
  /** Seconds to wait, when the relay named them. */
  readonly retryAfter: number | undefined

  constructor(problem: Problem, retryAfter?: number) {
    super(problem.detail ?? problem.title)
    this.code = problem.code ?? 'unknown'
    this.status = problem.status
    this.remedy = problem.remedy
    this.request = problem.request
    this.securityKeys = problem.securityKeys ?? []
    this.retryAfter = retryAfter
  }
}
