import type { DraftDocument } from '#crypto/drafts/draft-version.js'
import type { PreparedPackage } from '../../core/drafting/inspect-prepared.js'

/** Documents by name, length and digest. */
export const documentLines = (documents: readonly DraftDocument[]): readonly string[] =>
  documents.flatMap(({ name, length, digest }) => [
    `document  ${name}, ${length.toLocaleString('en')} octets`,
    `          SHA-256 ${digest}`,
  ])

/** What waits, and who stands behind it. */
export const approvalLines = ({ opened, approvals, needed, valid }: PreparedPackage) => [
  '',
  `prepared  by ${opened.credential.payload.name}, package ${opened.header.payload.package}`,
  `header    SHA-256 ${opened.header.digest}`,
  `approvals ${valid} of ${needed}`,
  ...approvals.map(({ officer, problem }) =>
    problem === undefined
      ? `  ✓ ${officer?.name ?? ''}`
      : `  ✗ ${officer?.name ?? 'somebody'}: does not count (${problem})`,
  ),
]
