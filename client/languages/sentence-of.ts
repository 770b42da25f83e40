import type { Fact } from '#crypto/proof/fact.js'
import { fillIfComplete } from './fill.js'
import type { Texts } from './texts.js'

/**
 * What a fact says, as a sentence of a language: made of its code, standing and data. Where the data do
 * not suffice for the fact's own sentence, the meaning of its standing is said.
 */
export function sentenceOf({ fact, standing, data }: Fact, { facts, standings }: Texts): string {
  const own = facts[fact][standing]
  const said = own === undefined ? undefined : fillIfComplete(own, data)
  return said ?? standings[standing].meaning
}
