import { areForked } from '../are-forked.js'
import { type Finding, findingOf, type Side } from './comparison.js'

/**
 * Holds the directory entries of two bundles against each other: a relay that shows two parties two versions of one
 * number, be it of a third one's entry, is found out by nobody who has only one of them.
 *
 * Both may be signed by the authority itself. Where other keys signed them, one of the two certificates may have been
 * issued to somebody else under a root that is trusted, and nobody is named.
 */
export function compareEntries(a: Side, b: Side): readonly Finding[] {
  const told = new Set<string>()
  return a.entries.flatMap((one) => {
    const { authority } = one.claims
    const other = b.entries.find((entry) => areForked(one, entry))
    if (!other || told.has(authority)) return []
    told.add(authority)
    const numbers = [...new Set([one.claims.version, other.claims.version])].join(' and ')
    const text = `The two bundles hold entries of ${authority} that are not of one history (version ${numbers}): each party was shown another.`
    const data = { authority, first: one.digest, second: other.digest }
    const isOwn = one.kid === other.kid
    return [
      findingOf('entries-forked', 'contradiction', text, {
        data,
        ...(isOwn && { against: authority }),
      }),
    ]
  })
}
