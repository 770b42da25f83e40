import type { PackageId } from '#crypto/fields/fields.js'

/**
 * What a proof shows of a package that is passed on: itself, its sender's leave, or that its request was
 * redirected to whoever it is passed on to.
 */
export type ProofOf = 'original' | 'approval' | 'redirection'

/**
 * The name of a proof among the documents of the package that passes another one on.
 *
 * @param original - what is passed on, also for leave and redirection: what was passed on before brings its
 *   own proofs, and each is told from those of another.
 */
export const proofName = (of: ProofOf, original: PackageId): string =>
  `${of}-${original}.rogatory-proof`
