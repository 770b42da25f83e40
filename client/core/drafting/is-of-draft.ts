import { canonicalize } from '#crypto/canonical/canonicalize.js'
import type { DraftContent } from '#crypto/drafts/draft-version.js'
import type { Header } from '#crypto/package/header.js'
import type { Manifest } from '#crypto/package/manifest.js'

/**
 * Whether a package says all that a draft says, and nothing else: what is approved and sent is what was prepared. Of a
 * draft that names no case it may be any, since sealing began one.
 */
export function isOfDraft(header: Header, manifest: Manifest, content: DraftContent): boolean {
  const { form, template, marks, inReplyTo, case: thread } = manifest
  const { urgency, notBefore, expires } = header
  const documents = manifest.parts.map(({ name, mediaType, length, digest }) => ({
    name,
    mediaType,
    length,
    digest,
  }))
  const said: DraftContent = {
    // For those who work on the draft: a package has none.
    title: content.title,
    to: manifest.recipients.map(({ authority }) => authority),
    documents: documents.toSorted(byName),
    form,
    template,
    marks,
    inReplyTo,
    case: thread,
    urgency,
    notBefore,
    expires,
  }
  const drafted: DraftContent = {
    ...content,
    documents: content.documents.toSorted(byName),
    case: content.case ?? thread,
  }
  return canonicalize(said) === canonicalize(drafted)
}

const byName = (one: { readonly name: string }, other: { readonly name: string }) =>
  one.name < other.name ? -1 : 1
