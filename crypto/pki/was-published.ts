import type { CertificateSyntax } from './certificate-syntax.js'
import { entriesFor } from './listed-entries.js'
import type { OcspAnswer } from './ocsp-response.js'
import type { RevocationList } from './revocation-list.js'

/** A certificate and what its issuer says of those that it issued; signatures verified. */
export type Link = {
  readonly certificate: CertificateSyntax
  readonly lists: readonly RevocationList[]
  readonly answers: readonly OcspAnswer[]
}

/**
 * Whether the issuer had published by a moment that the certificate was revoked at it.
 *
 * invalidityDate may reach back before everything that the issuer published until then; revocationDate should not
 * (RFC 5280 §5.3.2). Whether it does, the issuer's own statements tell: one counts as published at its thisUpdate,
 * and as dated back where another of them, not before the moment, does not know of the revocation. A hold may have
 * been lifted in between.
 */
export function wasPublished(link: Link, at: Date): boolean {
  const { certificate, lists, answers } = link
  const isDenied = isUnknownSince(link, at)
  const byThen = ({ thisUpdate }: Pick<OcspAnswer, 'thisUpdate'>) => thisUpdate <= at
  const inLists = lists
    .filter(byThen)
    .some((list) =>
      entriesFor(list, certificate).some(
        ({ at: since, declared, reason }) =>
          since <= at && declared <= at && (!isDenied || reason === 'certificateHold'),
      ),
    )
  const inAnswers = answers
    .filter(byThen)
    .some(
      ({ status }) =>
        typeof status === 'object' && status.at <= at && status.declared <= at && !isDenied,
    )
  return inLists || inAnswers
}

/** A list, or an answer, of the moment or later, while the certificate had not expired, that does not name it. */
function isUnknownSince({ certificate, lists, answers }: Link, at: Date): boolean {
  const speaks = ({ thisUpdate }: Pick<OcspAnswer, 'thisUpdate'>) =>
    thisUpdate >= at && thisUpdate <= certificate.notAfter
  return (
    lists.some((list) => speaks(list) && entriesFor(list, certificate).length === 0) ||
    answers.some((answer) => speaks(answer) && answer.status === 'good')
  )
}
