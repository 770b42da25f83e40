import { stderr, stdout } from 'node:process'
import { CryptoError, type CryptoErrorCode } from '#crypto/errors.js'
import { ClientError } from '../core/client-error.js'
import { RelayProblem } from '../core/relay-problem.js'
import { exitCodeOf } from './exit-codes.js'
import { Undelivered } from './lines/undelivered.js'

type Failure = {
  readonly code: string
  readonly message: string
  readonly remedy?: string | undefined
  readonly request?: string | undefined
}

/** Says what happened, its code, and what to do; returns the exit code. */
export function reportFailure(error: unknown, json: boolean): number {
  const failure = failureOf(error)
  if (json) {
    stdout.write(`${JSON.stringify({ error: failure })}\n`)
  } else {
    stderr.write(`\n✗ ${failure.message}\n  code    ${failure.code}\n`)
    if (failure.remedy !== undefined) stderr.write(`  do      ${failure.remedy}\n`)
    if (failure.request !== undefined) stderr.write(`  request ${failure.request}\n`)
  }
  return exitCodeOf(error)
}

/** What a person or a script is told of whatever ended a piece of work. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Undelivered) {
    return {
      ...failureOf(error.cause),
      remedy: `Package ${error.package} is sealed and waits; do not send it a second time. Try again with: rogatory outgoing --deliver`,
    }
  }
  if (error instanceof ClientError) {
    return { code: error.code, message: error.message, remedy: error.remedy }
  }
  if (error instanceof RelayProblem) {
    return {
      code: error.code,
      message: error.message,
      remedy: error.remedy,
      request: error.request,
    }
  }
  if (error instanceof CryptoError) {
    return {
      code: error.code,
      message: error.message,
      remedy: remedies[error.code] ?? UNTRUE,
    }
  }
  return {
    code: 'bug',
    message: error instanceof Error ? `unexpected: ${error.message}` : 'unexpected failure',
    remedy: 'Please report this with the command you ran.',
  }
}

const UNTRUE =
  'Nothing was accepted. What was checked is not what it claims to be; keep it as evidence.'

/** Where whoever called can do better than to keep evidence. */
const remedies: Partial<Record<CryptoErrorCode, string>> = {
  'keystore/passphrase': 'Type it again, or correct the file that --passphrase-file names.',
  'keystore/malformed': 'Name the right keystore in profile.json, or take it from your backup.',
  'pki/passphrase': 'Type it again, or correct the file that --passphrase-file names.',
  'directory/trust': 'Ask the operator of your network for trust.json, and name it with --trust.',
  'proof/malformed': 'Ask whoever gave you the file for the original; it may have been cut off.',
}
