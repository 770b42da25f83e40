/** What is wrong with a pack, as a closed set. Only `chain-missing` leaves it open whether something is false. */
export type PackFindingCode =
  | 'file-missing'
  | 'file-changed'
  | 'file-unlisted'
  | 'sums-differ'
  | 'bundle-unreadable'
  | 'bundle-contradicted'
  | 'package-other'
  | 'document-unproved'
  | 'form-other'
  | 'chain-missing'

export type PackFinding = {
  readonly code: PackFindingCode
  /** The path or the package that it is about. */
  readonly about: string
  readonly text: string
}
