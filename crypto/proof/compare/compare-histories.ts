import { type Finding, findingOf, type Side } from './comparison.js'

type Link = { readonly digest: string; readonly code: string; readonly issuer: string }

/**
 * Compares what the relay stated about one package. A relay keeps one chain for a header, so of two that
 * hold one is the beginning of the other, or the relay signed both sides of a fork. Two relays have two
 * chains, and neither is accused of what the other signed.
 */
export function compareHistories(a: Side, b: Side): readonly Finding[] {
  const [first, second] = [linksOf(a), linksOf(b)]
  const [one] = first.values()
  const [another] = second.values()
  if (one && another && one.issuer !== another.issuer) {
    const text = `The evidence is of ${one.issuer} in the first bundle and of ${another.issuer} in the second: neither shows what the other stated.`
    const data = { first: one.issuer, second: another.issuer }
    return [findingOf('relays-differ', 'unshown', text, { data })]
  }
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

/** The evidence of the bundle's relay that holds, by its place in the chain. */
function linksOf({ history, verdict }: Side): ReadonlyMap<number, Link> {
  const links = new Map<number, Link>()
  for (const { piece, outcome } of history.judged) {
    const { claims, digest } = piece
    if (!outcome?.ok || claims.about !== 'package' || claims.header !== verdict.header) continue
    if (history.relay?.ok && claims.issuer !== history.relay.value.entry.payload.authority) continue
    links.set(claims.sequence, { digest, code: claims.code, issuer: claims.issuer })
  }
  return links
}
