import type { Verdict } from '#crypto/proof/fact.js'

/** Whether a bundle states that something is not there: what that cannot show is to be said. */
export const isOfAbsence = ({ facts }: Pick<Verdict, 'facts'>): boolean =>
  facts.some(({ fact }) => fact === 'absence-stated')
