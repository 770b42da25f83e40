import type { ReceivedForward } from '../../core/forwarding/received-forward.js'

/** What a recipient is told of the chain of a forwarded package. */
export function forwardLines(found: ReceivedForward): readonly string[] {
  if (!found.verified) return [`✗ the chain to the original is broken: ${found.problem}`]
  const { original, approval, redirected } = found
  const { package: id, sender, template, parts } = original
  return [
    `✓ forwarded from ${sender}: ${template.id}@${template.version}, ${id}`,
    `  its proof bundle verifies, and its ${parts.length} document(s) came unaltered`,
    `  onward transfer: ${approval === 'given' ? `${sender} has given leave` : 'no leave needed'}`,
    redirected
      ? `  redirected to you: answer ${sender} with “rogatory register”, “accept” … and the id of this package`
      : `  for your information: it was not redirected to you, so ${sender} expects no answer`,
  ]
}
