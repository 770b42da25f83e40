import { z } from 'zod'
import { AuthorityId, CaseId, Digest, PackageId, Timestamp } from '#crypto/fields/fields.js'
import type { DraftContent } from '#crypto/drafts/draft-version.js'
import type { Manifest } from '#crypto/package/manifest.js'

/** What of one package can be searched. `template` is null for one that could not be opened. */
export const IndexEntry = z.strictObject({
  package: PackageId,
  case: CaseId,
  box: z.enum(['inbox', 'sent']),
  sender: AuthorityId,
  recipients: z.array(AuthorityId),
  submitted: Timestamp,
  officer: z.string(),
  template: z.string().nullable(),
  inReplyTo: PackageId.nullable(),
  /** Of its header, and once it was opened of its manifest and of each document: what a certificate or `sha256sum` shows. */
  digests: z.array(Digest),
  /** Where in the form, and what; the names of documents stand under `documents`. */
  texts: z.array(z.tuple([z.string(), z.string()])),
})
export type IndexEntry = z.infer<typeof IndexEntry>

/** Of one text, and of all texts of one package: an index is no archive. */
const MAX_TEXT = 2_000
const MAX_TEXTS = 16_000

/** The texts of a manifest, in its order, as far as there is room. */
export const textsOf = ({ form, parts }: Manifest): [string, string][] => textsIn(form, parts)

function textsIn(
  form: Manifest['form'],
  documents: readonly { readonly name: string }[],
): [string, string][] {
  const texts: [string, string][] = []
  let room = MAX_TEXTS
  const put = (at: string, text: string): void => {
    const kept = text.slice(0, Math.min(MAX_TEXT, room))
    room -= kept.length + at.length
    if (kept !== '') texts.push([at.slice(0, 200), kept])
  }
  // Names first: they are short, and what people remember.
  for (const { name } of documents) if (room > 0) put('documents', name)
  const walk = (value: unknown, path: string): void => {
    if (room <= 0) return
    if (typeof value === 'string') put(path, value)
    else if (typeof value === 'number') put(path, String(value))
    else if (typeof value === 'object' && value !== null) {
      for (const [name, one] of Object.entries(value))
        walk(one, path === '' ? name : `${path}.${name}`)
    }
  }
  walk(form, '')
  return texts
}

/** The same of a draft, which is searched as it is now and stands in no index. */
export const textsOfContent = ({ title, to, form, documents }: DraftContent): string[] => [
  title,
  ...to,
  ...textsIn(form, documents).map(([, text]) => text),
]
