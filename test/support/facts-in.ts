import type { Fact, FactCode, Verdict } from '#crypto/proof/fact.js'

/** The facts of one code, in their order. */
export const factsIn = ({ facts }: Pick<Verdict, 'facts'>, code: FactCode): readonly Fact[] =>
  facts.filter(({ fact }) => fact === code)
