import type { Finding } from '#crypto/proof/compare/comparison.js'

const ORDER = [
  'contradiction',
  'unshown',
  'both',
  'first',
  'second',
] as const satisfies readonly Finding['standing'][]

/** Contradictions first, then what is open, then what both prove, then what only one does. */
export const inOrder = (findings: readonly Finding[]): readonly Finding[] =>
  ORDER.flatMap((standing) => findings.filter((finding) => finding.standing === standing))
