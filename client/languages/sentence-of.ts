import type { Fact } from '#crypto/proof/fact.js'
import { fillIfComplete } from './fill.js'
import type { Texts } from './texts.js'

/**
 * What a fact says, as a sentence of a language: made of its code, standing and data. Where the data do
 * not suffice for the fact's own sentence, the meaning of its standing is said. Where it is only claimed for a
 * reason that is known, the reason follows.
 */
export function sentenceOf({ fact, standing, data }: Fact, texts: Texts): string {
  const { facts, standings } = texts
  const own = facts[fact][standing]
  const said = own === undefined ? undefined : fillIfComplete(own, data)
  const sentence = said ?? standings[standing].meaning
  const doubt = standing === 'claimed' ? doubtOf(data['doubt'], texts) : undefined
  return doubt === undefined ? sentence : `${sentence} ${doubt}`
}

function doubtOf(code: string | undefined, { doubts }: Texts): string | undefined {
  return Object.entries(doubts).find(([name]) => name === code)?.[1]
}
