import { CryptoError } from '#crypto/errors.js'
import { ClientError, type ClientErrorCode } from '../core/client-error.js'
import { RelayProblem } from '../core/relay-problem.js'

/** What a script learns from the exit code alone. Documented in the command's help. */
export const EXIT = {
  done: 0,
  bug: 1,
  usage: 2,
  refused: 3,
  contradicted: 4,
  unreachable: 5,
  keys: 6,
  incomplete: 7,
} as const

const byCode: Partial<Record<ClientErrorCode, number>> = {
  usage: EXIT.usage,
  'file-exists': EXIT.usage,
  'file-unreadable': EXIT.usage,
  'relay-unreachable': EXIT.unreachable,
  'keystore-passphrase': EXIT.keys,
  'keystore-malformed': EXIT.keys,
  'keystore-exists': EXIT.keys,
  'credential-missing': EXIT.keys,
  'vault-closed': EXIT.keys,
  'proof-pending': EXIT.incomplete,
  'part-digest': EXIT.contradicted,
  'part-length': EXIT.contradicted,
  'package-untrusted': EXIT.contradicted,
  'directory-untrusted': EXIT.contradicted,
  'evidence-untrusted': EXIT.contradicted,
}

/** The exit code for whatever ended a command. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof RelayProblem) return error.status >= 500 ? EXIT.unreachable : EXIT.refused
  if (error instanceof CryptoError) return EXIT.contradicted
  if (error instanceof ClientError) return byCode[error.code] ?? EXIT.refused
  return EXIT.bug
}
