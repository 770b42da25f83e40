import type { Header } from './header.js'
import type { Manifest } from './manifest.js'

/** What header and manifest both say, and must say alike. */
export type SharedField = 'package' | 'case' | 'sender' | 'recipients' | 'created' | 'parts'

/**
 * The fields in which a manifest disagrees with the header it came under. Recipients and parts are
 * compared in order: an officer who put the manifest of one package under the header of another, or sent it
 * on to somebody else (surreptitious forwarding), disagrees in at least one.
 */
export function disagreements(header: Header, manifest: Manifest): readonly SharedField[] {
  const same: Record<SharedField, boolean> = {
    package: header.package === manifest.package,
    case: header.case === manifest.case,
    sender: header.sender === manifest.sender,
    recipients: sameInOrder(header.recipients, manifest.recipients, isSameRecipient),
    created: header.created === manifest.created,
    parts: sameInOrder(header.parts, manifest.parts, (a, b) => a.part === b.part),
  }
  return (Object.keys(same) as SharedField[]).filter((field) => !same[field])
}

type Recipient = Header['recipients'][number]

const isSameRecipient = (a: Recipient, b: Recipient) =>
  a.authority === b.authority && a.entry === b.entry

function sameInOrder<A, B>(as: readonly A[], bs: readonly B[], same: (a: A, b: B) => boolean) {
  return as.length === bs.length && as.every((a, i) => bs.slice(i, i + 1).some((b) => same(a, b)))
}
