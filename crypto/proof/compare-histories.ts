import { type Finding, findingOf, type Side } from './comparison.js'

type Link = { readonly digest: string; readonly code: string; readonly issuer: string }

/**
 * Compares what the relay stated about one package. A relay keeps one chain for a header, so of two that
 * hold one is the beginning of the other, or the relay signed both sides of a fork.
 */
export function compareHistories(a: Side, b: Side): readonly Finding[] {
  const [first, second] = [linksOf(a), linksOf(b)]
  const lengths = { first: String(first.size), second: String(second.size) }
  for (const [sequence, link] of first) {
    const other = second.get(sequence)
    if (!other || other.digest === link.digest) continue
    const text = `The relay ${link.issuer} signed two histories of this package: step ${sequence} is ${link.code} in the first bundle and ${other.code} in the second, another statement.`
    const data = { sequence: String(sequence), first: link.digest, second: other.digest }
    return [findingOf('evidence-forked', 'contradiction', text, { data, against: link.issuer })]
  }
  if (first.size === second.size) {
    const text = `Both hold the same ${first.size} pieces of evidence.`
    return [findingOf('evidence-agrees', 'both', text, { data: lengths })]
  }
  const longer = first.size > second.size ? 'first' : 'second'
  const more = Math.abs(first.size - second.size)
  const text = `The ${longer} bundle holds ${more} piece(s) of evidence more; the two tell the same as far as both go.`
  return [findingOf('evidence-longer', longer, text, { data: lengths })]
}

/** The evidence that holds, by its place in the chain. */
function linksOf({ history, verdict }: Side): ReadonlyMap<number, Link> {
  const links = new Map<number, Link>()
  for (const { piece, outcome } of history.judged) {
    const { claims, digest } = piece
    if (!outcome?.ok || claims.about !== 'package' || claims.header !== verdict.header) continue
    links.set(claims.sequence, { digest, code: claims.code, issuer: claims.issuer })
  }
  return links
}
