import { hasLoneSurrogate } from '../bytes/bytes.js'
import { CryptoError } from '../errors.js'

/** The names seen in an object so far, or nothing in an array. */
type Level = Set<string> | undefined

const NUMBER = /-?[0-9][0-9.eE+-]*/y

/**
 * Walks the tokens of a JSON text without building values, and refuses what {@link parseJson}
 * promises to refuse. Need only be right on texts that are JSON: `JSON.parse` judges the grammar.
 *
 * @throws {@link CryptoError} `canonical/malformed`, `canonical/too-deep`
 */
export function scanJson(text: string, maxDepth: number): void {
  const levels: Level[] = []
  let nameNext = false
  let at = 0
  while (at < text.length) {
    const character = text[at]
    if (character === '"') {
      const end = endOfString(text, at)
      const literal = text.slice(at, end)
      const names = nameNext ? levels.at(-1) : undefined
      const value = literal.includes('\\') ? unescape(literal) : literal.slice(1, -1)
      if (names) addName(names, value)
      nameNext = false
      at = end
    } else if (isNumberStart(character)) {
      at = endOfNumber(text, at)
    } else {
      if (character === '{' || character === '[') {
        if (levels.length === maxDepth) {
          throw new CryptoError('canonical/too-deep', 'nested too deep')
        }
        levels.push(character === '{' ? new Set() : undefined)
        nameNext = character === '{'
      } else if (character === '}' || character === ']') {
        levels.pop()
        nameNext = false
      } else if (character === ',') {
        nameNext = levels.at(-1) !== undefined
      }
      at++
    }
  }
}

// Quotes are found by indexOf rather than character by character: an envelope is one string of
// megabytes.
function endOfString(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let backslashes = 0
    while (text[quote - 1 - backslashes] === '\\') backslashes++
    if (backslashes % 2 === 0) return quote + 1
  }
  throw malformed('not JSON')
}

function addName(names: Set<string>, name: string): void {
  if (name === '__proto__') throw malformed('a member may not be named __proto__')
  if (names.has(name)) throw malformed('a member is named twice')
  names.add(name)
}

// The raw text holds no lone surrogate, so only an escape can make one.
function unescape(literal: string): string {
  let value: unknown
  try {
    value = JSON.parse(literal)
  } catch {
    throw malformed('not JSON')
  }
  if (hasLoneSurrogate(String(value))) throw malformed('a lone surrogate is no text')
  return String(value)
}

const isNumberStart = (character: string | undefined) =>
  character !== undefined && (character === '-' || (character >= '0' && character <= '9'))

function endOfNumber(text: string, start: number): number {
  NUMBER.lastIndex = start
  const literal = NUMBER.exec(text)?.[0]
  if (literal === undefined) throw malformed('not JSON')
  const value = Number(literal)
  const isInteger = /^-?\d+$/.test(literal)
  // RFC 7493 §2.2: beyond this, two readers may hold two values.
  if (!Number.isFinite(value) || (isInteger && !Number.isSafeInteger(value))) {
    throw malformed('a number that a double does not hold')
  }
  return start + literal.length
}

const malformed = (message: string) => new CryptoError('canonical/malformed', message)
