import type { AuthorityId } from '#crypto/fields/fields.js'
import {
  areDistinct,
  hasDistinctRecipients,
  MAX_PARTS,
  MAX_RECIPIENTS,
} from '#crypto/package/header.js'
import { FileName, ManifestPart } from '#crypto/package/manifest.js'
import { ClientError } from './client-error.js'
import type { Draft } from './draft.js'

/**
 * Finds what would make a package of this draft impossible or confusing, before gigabytes are sealed.
 *
 * @throws {@link ClientError} `draft-invalid`
 */
export function checkDraft(draft: Draft, sender: AuthorityId, at: Date): void {
  const { to, documents, expires, notBefore } = draft
  require(to.length > 0, 'a package needs a recipient', 'Name one.')
  require(to.length <= MAX_RECIPIENTS, `at most ${MAX_RECIPIENTS} recipients`, 'Send it twice.')
  const recipients = to.map((authority) => ({ authority }))
  require(hasDistinctRecipients({
    sender,
    recipients,
  }), 'each recipient is named once, and the sender is none of them', 'Correct the recipients.')
  require(documents.length <=
    MAX_PARTS, `at most ${MAX_PARTS} documents`, 'Pack them into one file.')
  for (const { name, mediaType } of documents) {
    require(FileName.safeParse(name)
      .success, `“${printable(name)}” is no file name that every system can keep`, 'Rename it: at most 200 characters, none of / \\ : * ? " < > |, no dot or space at the end.')
    require(ManifestPart.shape.mediaType.safeParse(mediaType)
      .success, `${name} has no media type of the form application/pdf`, 'Correct its media type.')
  }
  // Some systems keep one file where names differ in capitals only: documents must not hide each other.
  require(areDistinct(
    documents.map(({ name }) => name.normalize('NFC').toLowerCase()),
  ), 'two documents have the same name', 'Rename one: the recipient could not tell them apart.')
  require(expires === undefined ||
    expires > (notBefore ?? at), 'it would expire before it is delivered', 'Choose a later expiry.')
}

function require(holds: boolean, message: string, remedy: string): void {
  if (!holds) throw new ClientError('draft-invalid', message, remedy)
}

/** A name that is refused is not printed as it is: it may hold control characters. */
const printable = (name: string): string => name.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '�')
