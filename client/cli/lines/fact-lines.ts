import type { Attestor, Fact, Verdict } from '#crypto/proof/fact.js'

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

const kinds: Record<Attestor['kind'], string> = {
  operator: 'built in: the operator’s own clock',
  qualified: 'qualified by the trust list',
  listed: 'in the trust list',
}

function attestorLine({ authority, kind, at, validUntil, renewal, worth, renewedBy }: Attestor) {
  const notes = [
    renewedBy === undefined ? kinds[kind] : 'renewed by the operator alone: its own clock',
    ...(renewal === 0 ? [] : [`renewal ${renewal}`]),
    worth === 'good' ? `good until ${validUntil.slice(0, 10)}` : `${worth}: not relied on`,
  ]
  return `${' '.repeat(40)}${at}  ${authority} (${notes.join('; ')})`
}

/** One fact a line, and below it each clock apart from the others. */
export function factLines({ facts }: Verdict): readonly string[] {
  return facts.flatMap((fact) => [
    `${signs[fact.standing]} ${fact.fact.padEnd(24)} ${fact.text}`,
    ...clocks.flatMap(([clock, words]) =>
      fact.clocks[clock] === undefined ? [] : [`${' '.repeat(40)}${fact.clocks[clock]}  ${words}`],
    ),
    ...(fact.fact === 'time-stamped' ? (fact.attestors ?? []).map(attestorLine) : []),
  ])
}

export function verdictLine({ verdict, facts }: Verdict): string {
  const count = (standing: Fact['standing']) =>
    facts.filter((fact) => fact.standing === standing).length
  if (verdict === 'proved') {
    const kind = facts.find(({ fact }) => fact === 'time-stamped')?.data['kind']
    const whose = kind === 'operator' ? ' Its time is the operator’s own clock.' : ''
    return `PROVED: all ${facts.length} facts follow from the trust list.${whose}`
  }
  if (verdict === 'contradicted') {
    return `CONTRADICTED: ${count('contradicted')} fact(s) are false. Do not rely on this bundle.`
  }
  return `INCOMPLETE: nothing is contradicted, but ${facts.length - count('proved')} fact(s) are not proved.`
}
