import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Where the worked examples are kept: by name, a text octet for octet, or JSON. */
export const EXAMPLES = fileURLToPath(
  new URL('../../vectors/protocol/examples.json', import.meta.url),
)

export const keptExamples = (): Record<string, unknown> =>
  JSON.parse(readFileSync(EXAMPLES, 'utf8')) as Record<string, unknown>
