import { CryptoError } from '#crypto/errors.js'
import type { PackageId } from '#crypto/fields/fields.js'
import { ClientError } from '../client-error.js'
import type { DocumentProgress } from '../packages/draft.js'
import { RelayProblem } from '../relay-problem.js'
import type { Session } from '../session/session.js'
import { type Resealed, resealPackage } from './reseal-package.js'

/** One that stays as it is, and why. */
export type NotResealed = {
  readonly package: PackageId
  readonly error: RelayProblem | CryptoError | ClientError
}

type Watch = {
  /** Also what is sealed to the present key already. */
  readonly again?: boolean
  /** Before each: which, and the how manyth, from 1. */
  readonly onTurn?: (id: PackageId, turn: number) => void
  readonly onProgress?: DocumentProgress
}

/**
 * Seals copies anew, one package after the other. One that fails is told and keeps no other from its turn; whoever wants no more of it
 * leaves the loop after any of them.
 *
 * @throws ClientError `relay-unreachable`: without the relay none of the others has a better chance; whatever is not understood
 */
export async function* resealMany(
  session: Session,
  packages: readonly PackageId[],
  { again = false, onTurn, onProgress }: Watch = {},
): AsyncGenerator<Resealed | NotResealed> {
  for (const [i, id] of packages.entries()) {
    onTurn?.(id, i + 1)
    try {
      yield await resealPackage(session, id, { again, ...(onProgress && { onProgress }) })
    } catch (error) {
      if (!isUnderstood(error) || error.code === 'relay-unreachable') throw error
      yield { package: id, error }
    }
  }
}

const isUnderstood = (error: unknown): error is NotResealed['error'] =>
  error instanceof RelayProblem || error instanceof CryptoError || error instanceof ClientError
