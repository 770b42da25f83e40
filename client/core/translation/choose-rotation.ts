import type { LinguistProfile } from '#crypto/directory/linguist-profile.js'
import type { Handoff } from '#crypto/translation/handoff.js'
import { isLanguageIn } from '../../templates/pre-flight/accepted-languages.js'
import { ClientError } from '../client-error.js'
import type { OfferedTranslator } from './offered-translators.js'

/**
 * Who is asked, in which order, where the officer names nobody: those who serve the pair, have given an
 * undertaking of confidentiality, take on more at the moment, and have not breached a hand-off; first who is accredited, then
 * who has least to do.
 *
 * @param count - so many at most.
 * @throws ClientError `officer-unknown` if nobody fits
 */
export function chooseRotation(
  offered: readonly OfferedTranslator[],
  pair: Handoff['pair'],
  count: number,
): readonly OfferedTranslator[] {
  const fit = offered.filter(
    ({ profile, isFull, breached }) =>
      servesPair(profile, pair) && profile.confidentialitySince !== null && !isFull && !breached,
  )
  if (fit.length === 0) {
    throw new ClientError(
      'officer-unknown',
      `no translator from ${pair.from} to ${pair.to} is offered who can take it on now`,
      'See who there is: rogatory translation translators. Name one with --translator.',
    )
  }
  const rank = ({ profile }: OfferedTranslator) => (profile.accreditation === null ? 1 : 0)
  return fit.toSorted((a, b) => rank(a) - rank(b) || a.open - b.open).slice(0, count)
}

/** As `isLanguageIn`: who translates from `ar` translates from `ar-EG`. */
export const servesPair = ({ pairs }: LinguistProfile, { from, to }: Handoff['pair']): boolean =>
  pairs.some((one) => isLanguageIn(from, [one.from]) && isLanguageIn(to, [one.to]))
