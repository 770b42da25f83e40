import type { Fact, Verdict } from '#crypto/proof/fact.js'

const signs: Record<Fact['standing'], string> = {
  proved: '✓ proved      ',
  claimed: '? claimed     ',
  unproved: '– unproved    ',
  contradicted: '✗ CONTRADICTED',
}
const clocks = [
  ['declared', 'declared by the signer'],
  ['observed', 'observed by the relay'],
  ['attested', 'attested by a time-stamp, not after'],
  ['witnessed', 'witnessed'],
] as const

/** One fact a line, and below it each clock apart from the others. */
export function factLines({ facts }: Verdict): readonly string[] {
  return facts.flatMap((fact) => [
    `${signs[fact.standing]} ${fact.fact.padEnd(24)} ${fact.text}`,
    ...clocks.flatMap(([clock, words]) =>
      fact.clocks[clock] === undefined ? [] : [`${' '.repeat(40)}${fact.clocks[clock]}  ${words}`],
    ),
  ])
}

export function verdictLine({ verdict, facts }: Verdict): string {
  const count = (standing: Fact['standing']) =>
    facts.filter((fact) => fact.standing === standing).length
  if (verdict === 'proved') return `PROVED: all ${facts.length} facts follow from the trust list.`
  if (verdict === 'contradicted') {
    return `CONTRADICTED: ${count('contradicted')} fact(s) are false. Do not rely on this bundle.`
  }
  return `INCOMPLETE: nothing is contradicted, but ${facts.length - count('proved')} fact(s) are not proved.`
}
