import { parseJson } from '../canonical/parse-json.js'

const BOUNDS = { maxBytes: 256 * 1024, maxDepth: 8 }

/** JSON of a file or of what was sealed in it. Undefined for what is no JSON: no schema takes that. */
export function parseFile(text: () => string): unknown {
  try {
    return parseJson(text(), BOUNDS)
  } catch {
    return undefined
  }
}
