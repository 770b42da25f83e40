import type { AuthorityId } from '#crypto/fields/fields.js'
import {
  areDistinct,
  hasDistinctRecipients,
  MAX_PARTS,
  MAX_RECIPIENTS,
} from '#crypto/package/header.js'
import { canonicalize } from '#crypto/canonical/canonicalize.js'
import { parseJson } from '#crypto/canonical/parse-json.js'
import { FileName, Manifest, ManifestPart } from '#crypto/package/manifest.js'
import { ClientError } from '../client-error.js'
import { foldedName } from '../directory/folded-name.js'
import type { Draft } from './draft.js'
import { isDeliverable } from './moments-of.js'

/**
 * Finds what would make a package of this draft impossible or confusing, before gigabytes are sealed.
 *
 * @throws {@link ClientError} `draft-invalid`
 */
export function checkDraft(draft: Draft, sender: AuthorityId, at: Date): void {
  const { to, documents } = draft
  demand(to.length > 0, 'a package needs a recipient', 'Name one.')
  demand(to.length <= MAX_RECIPIENTS, `at most ${MAX_RECIPIENTS} recipients`, 'Send it twice.')
  const recipients = to.map((authority) => ({ authority }))
  demand(
    hasDistinctRecipients({ sender, recipients }),
    'each recipient is named once, and the sender is none of them',
    'Correct the recipients.',
  )
  demand(
    documents.length <= MAX_PARTS,
    `at most ${MAX_PARTS} documents`,
    'Pack them into one file.',
  )
  for (const { name, mediaType } of documents) {
    requireFileName(name)
    demand(
      ManifestPart.shape.mediaType.safeParse(mediaType).success,
      `${name} has no media type of the form application/pdf`,
      'Correct its media type.',
    )
  }
  // Documents must not hide each other.
  demand(
    areDistinct(documents.map(({ name }) => foldedName(name))),
    'two documents have the same name',
    'Rename one: the recipient could not tell them apart.',
  )
  demand(
    Manifest.shape.template.safeParse(draft.template).success,
    'that is no template',
    'Name one such as mla-request, and its version.',
  )
  demand(
    Manifest.shape.marks.optional().safeParse(draft.marks).success,
    'those are no handling marks',
    'Correct them.',
  )
  demand(
    isForm(draft.form),
    'the form is too large, too deep or no JSON object',
    'Put long texts into a document.',
  )
  demand(
    isDeliverable(draft, at),
    'it would expire before it is delivered',
    'Choose a later expiry.',
  )
}

/** @throws {@link ClientError} `draft-invalid` for a name that not every system can keep. */
export function requireFileName(name: string): void {
  demand(
    FileName.safeParse(name).success,
    `“${printable(name)}” is no file name that every system can keep`,
    'Rename it: at most 200 characters, none of / \\ : * ? " < > |, no dot or space at the end.',
  )
}

function demand(holds: boolean, message: string, remedy: string): void {
  if (!holds) throw new ClientError('draft-invalid', message, remedy)
}

/** A manifest has room for a mebibyte, in which its parts are named too. */
const FORM = { maxBytes: 512 * 1024, maxDepth: 28 }

function isForm(form: unknown): boolean {
  try {
    return Manifest.shape.form.safeParse(parseJson(canonicalize(form), FORM)).success
  } catch {
    return false
  }
}

/** A name that is refused is not printed as it is: it may hold control characters. */
const printable = (name: string): string => name.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '�')
