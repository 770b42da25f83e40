import { type Finding, findingOf } from './comparison.js'
import type { Fact, Standing, Verdict } from '../fact.js'

/**
 * Each fact that either proves or claims, and which of the two does. What the other side is worth there is
 * told: that it only claims what the first one proves is more than silence. Of several facts about one
 * thing, the best counts: evidence of one event may stand beside a forgery of it, which is told elsewhere.
 */
export function compareFacts(a: Verdict, b: Verdict): readonly Finding[] {
  const [first, second] = [bestOf(a), bestOf(b)]
  const keys = [...new Set([...first.keys(), ...second.keys()])]
  return keys.flatMap((key) => {
    const pair = [first.get(key), second.get(key)] as const
    const shown = (['proved', 'claimed'] as const).find((one) =>
      pair.some((fact) => fact?.standing === one),
    )
    return shown === undefined ? [] : [compared(pair, shown)]
  })
}

type Pair = readonly [Fact | undefined, Fact | undefined]

function compared(pair: Pair, shown: 'proved' | 'claimed'): Finding {
  const [isFirst, isSecond] = pair.map((fact) => fact?.standing === shown)
  const standing = isFirst && isSecond ? 'both' : isFirst ? 'first' : 'second'
  const fact = standing === 'second' ? pair[1] : pair[0]
  if (!fact) throw new TypeError('a fact that neither has')
  const other = (standing === 'second' ? pair[0] : pair[1])?.standing ?? 'unproved'
  const which = standing === 'second' ? 'first' : 'second'
  const isLess = shown === 'proved' && other === 'claimed'
  const text = `${fact.text}${isLess ? ` The ${which} bundle only claims it.` : ''}`
  const about = aboutOf(fact)
  const data = {
    fact: fact.fact,
    ...(about !== '' && { about }),
    ...(standing !== 'both' && { other }),
  }
  return findingOf(shown === 'proved' ? 'fact' : 'claim', standing, text, { data })
}

const RANKS = { proved: 3, claimed: 2, unproved: 1, contradicted: 0 } as const satisfies Record<
  Standing,
  number
>

function bestOf({ facts }: Verdict): ReadonlyMap<string, Fact> {
  const best = new Map<string, Fact>()
  for (const fact of facts) {
    const known = best.get(keyOf(fact))
    if (!known || RANKS[known.standing] < RANKS[fact.standing]) best.set(keyOf(fact), fact)
  }
  return best
}

/** Whom or what a fact is about. */
const aboutOf = ({ fact, data }: Fact): string => {
  if (fact === 'document-matches') return data['digest'] ?? ''
  const party = fact.endsWith('-identified') ? data['authority'] : undefined
  return data['recipient'] ?? party ?? data['part'] ?? data['act'] ?? ''
}

/** Failures to deliver differ by their event. */
const keyOf = (fact: Fact): string =>
  [fact.fact, aboutOf(fact), fact.fact === 'undelivered' ? fact.data['code'] : ''].join(' ')
