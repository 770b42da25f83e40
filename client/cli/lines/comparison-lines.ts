import type { Comparison, Finding } from '#crypto/proof/compare/comparison.js'
import { verdictLine } from './fact-lines.js'

const signs: Record<Finding['standing'], string> = {
  both: '= both         ',
  first: '< first only   ',
  second: '> second only  ',
  unshown: '? not shown    ',
  contradiction: '✗ CONTRADICTION',
}
const outcomes: Record<Comparison['outcome'], string> = {
  agree: 'AGREE: both bundles prove the same.',
  differ: 'DIFFER: the bundles do not contradict each other, but do not prove all the same.',
  contradict: 'CONTRADICTION: not all of what the two bundles say can be true.',
}

/** Contradictions first, each with whom it speaks against; then what both prove, then what only one does. */
export function comparisonLines({ outcome, findings, first, second }: Comparison): string[] {
  const order = ['contradiction', 'unshown', 'both', 'first', 'second'] as const
  const lines = order.flatMap((standing) =>
    findings
      .filter((finding) => finding.standing === standing)
      .flatMap(({ finding, text, data, against }) => [
        `${signs[standing]} ${(data['fact'] ?? finding).padEnd(24)} ${text}`,
        ...(against === undefined ? [] : [`${' '.repeat(41)}against ${against}`]),
      ]),
  )
  return [
    `first   ${verdictLine(first)}`,
    `second  ${verdictLine(second)}`,
    ...['', ...lines, '', outcomes[outcome]],
  ]
}
