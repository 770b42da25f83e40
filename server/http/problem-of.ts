import type { Problem, RefusalCode } from '../contract/problems.js'
import { Refusal } from '../domain/errors.js'
import { type IsOutage, outageOf } from './outage.js'
import { problemTypes, type ProblemType } from './problem-types.js'

export type Answer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Problem
  /** Who must know: nobody, or the operator, of an outage or a bug. */
  readonly cause: 'refusal' | 'outage' | 'fault'
}

/**
 * What a caller is told of an error. Refusals are explained; everything else loses its text and is
 * found by its id in the operator's log.
 */
export function problemOf(error: unknown, request: string, isOutage: IsOutage): Answer {
  if (error instanceof Refusal) return refused(error, request)
  const outage = outageOf(error, isOutage)
  if (outage !== undefined) return explained(outage, 'outage', request)
  if (isUndecodable(error)) return explained('malformed-request', 'refusal', request)
  return {
    status: 500,
    headers: {},
    cause: 'fault',
    body: {
      type: 'about:blank',
      title: 'Internal error',
      status: 500,
      remedy: 'Tell the operator of the relay the id of this request.',
      request,
    },
  }
}

function refused({ code, message, securityKeys }: Refusal, request: string): Answer {
  const answer = explained(code, 'refusal', request, message)
  if (securityKeys === undefined) return answer
  return { ...answer, body: { ...answer.body, securityKeys: [...securityKeys] } }
}

function explained(
  code: RefusalCode,
  cause: Answer['cause'],
  request: string,
  detail?: string,
): Answer {
  const { status, title, remedy, retryAfter }: ProblemType = problemTypes[code]
  return {
    status,
    cause,
    headers: {
      ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
      ...(status === 401 ? { 'www-authenticate': challenge(code) } : {}),
    },
    body: {
      type: `urn:rogatory:problem:${code}`,
      title,
      status,
      ...(detail === undefined ? {} : { detail }),
      code,
      remedy,
      request,
    },
  }
}

/** RFC 9449 §7.1: what was wrong is either the token or the proof. */
function challenge(code: RefusalCode): string {
  const error = code.startsWith('proof-') ? 'invalid_dpop_proof' : 'invalid_token'
  return `DPoP error="${error}", algs="Ed25519 ES256 ES384"`
}

/** Express could not decode the path: `%zz`. */
const isUndecodable = (error: unknown): boolean =>
  error instanceof URIError || (error instanceof Error && 'status' in error && error.status === 400)
