import type { LeakedPasswords } from './leaked-passwords.js'
import { spellings, unguessablePart } from './unguessable-part.js'

/** Shorter ones stand in whatever is written. */
const SHORTEST = 5
/** The longest that a list has. */
const LONGEST = 39
/** Of those in it, so many that cover most of it are looked at: enough, and quick for the longest passphrase. */
const LOOKED_AT = 16

/**
 * The least that is left of a passphrase when one password that was stolen is taken out, wherever and however often it
 * stands, also with digits for letters: of what is left counts what is not guessed first
 * ({@link unguessablePart}), and of digits in a row two, since years and numbers are what passwords are padded with.
 *
 * @param leaked - in small letters.
 * @returns undefined where there is none in it.
 */
export function besideLeaked(passphrase: string, leaked: LeakedPasswords): string | undefined {
  const all = spellings(passphrase)
  const [plain] = all
  const left = mostCovering(all, leaked).map((places) => {
    const others = Array.from(plain.split('').entries(), ([at, unit]) =>
      places.has(at) ? ' ' : unit,
    )
    return unguessablePart(others.join('')).replace(/\d{3,}/g, (digits) => digits.slice(0, 2))
  })
  return left.sort((one, other) => one.length - other.length)[0]
}

/** For each password that stands in one of the spellings, the places that it takes. */
function mostCovering(
  all: readonly string[],
  leaked: LeakedPasswords,
): readonly ReadonlySet<number>[] {
  const covered = new Map<string, Set<number>>()
  for (const text of all) {
    for (let start = 0; start + SHORTEST <= text.length; start += 1) {
      for (let length = SHORTEST; length <= LONGEST && start + length <= text.length; length += 1) {
        const part = text.slice(start, start + length)
        if (!leaked.has(part)) continue
        const places = covered.get(part) ?? new Set()
        covered.set(part, places)
        for (let at = start; at < start + length; at += 1) places.add(at)
      }
    }
  }
  return [...covered.values()].sort((one, other) => other.size - one.size).slice(0, LOOKED_AT)
}
