import { toUtf8 } from '#crypto/bytes/bytes.js'
import { readTrustList } from '#crypto/directory/trust-list.js'
import { parseBundle } from '#crypto/proof/parse-bundle.js'
import { verifyBundle } from '#crypto/proof/verify-bundle.js'

/** What our verifier says of a bundle: the verdict, and the standing of each fact in order. */
export async function factsOf(bundle: unknown, trust: string) {
  const parsed = parseBundle(toUtf8(JSON.stringify(bundle)))
  const { verdict, facts } = await verifyBundle(parsed, readTrustList(trust))
  return { verdict, facts: facts.map(({ fact, standing }) => [fact, standing] as const) }
}

/** The same for the bundle of the kept examples, whose statements stand for themselves as `«name»`. */
export function exampleFacts(examples: Record<string, unknown>) {
  const filled = JSON.stringify(examples['bundle']).replace(/"«([\w-]+)»"/g, (_, name: string) =>
    JSON.stringify(examples[name]),
  )
  return factsOf(JSON.parse(filled), String(examples['trust']))
}
