import type { ReceivedDowngrade } from '../../core/downgrade/received-downgrade.js'

/** What a recipient is told of a downgrade. */
export function downgradeLines(found: ReceivedDowngrade): readonly string[] {
  if (!found.verified) return [`✗ the downgrade that came with it is not genuine: ${found.problem}`]
  const { downgrade, officer, redactions, marked } = found
  const { authority, by, basis, decided, from, to, documents } = downgrade
  const counted = redactions.documents.flatMap((document) => document.redactions)
  const reasons = [...new Set(counted.map(({ reason }) => reason))].join(', ')
  return [
    `✓ ${documents.length} document(s) released from ${from} as ${to}`,
    `  by ${by} on ${decided}, by authority of ${basis}`,
    `  signed by ${officer} of ${authority}; the original stays sealed there`,
    `  ${counted.length} redaction(s)${reasons === '' ? '' : `: ${reasons}`}, manifest SHA-256 ${downgrade.redactions}`,
    ...(marked ? [] : [`! the package is not marked ${to}, as what it was released as`]),
  ]
}
