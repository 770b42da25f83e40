import type { ProofBundle } from '#crypto/proof/bundle.js'

/** What is done to a bundle before somebody verifies it. */
export type Change = (bundle: ProofBundle) => unknown

/** Another character of the same part of a statement. */
export function changed(statement: string, part: 1 | 2): string {
  const parts = statement.split('.')
  const text = parts[part] ?? ''
  const at = Math.floor(text.length / 2)
  parts[part] = `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`
  return parts.join('.')
}
