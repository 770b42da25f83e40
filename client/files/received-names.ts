import { foldedName } from '../core/directory/folded-name.js'

const MOST_OCTETS = 200

/**
 * The names under which received documents are kept in one folder: the sender's own where that can be,
 * numbered where two differ in capitals or composition only (some systems keep one file of the two),
 * shortened where a file system would not hold them. A name never leads out of the folder and
 * never hides the file.
 *
 * @param taken - names that are not free, such as that of the form.
 */
export function receivedNames(
  names: readonly string[],
  taken: readonly string[] = [],
): readonly string[] {
  const used = new Set(taken.map(foldedName))
  return names.map((name) => {
    const plain = shortened(visible(name))
    for (let number = 1; ; number += 1) {
      const candidate = number === 1 ? plain : numbered(plain, number)
      if (used.has(foldedName(candidate))) continue
      used.add(foldedName(candidate))
      return candidate
    }
  })
}

/** The schema of a manifest refuses most of it already; what reaches a disk is checked where it does. */
const visible = (name: string): string => {
  const plain = name
    .replace(/[/\\:*?"<>|]|\p{Cc}|\p{Cs}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '_')
    .replace(/^\.|^$/, '_$&')
    .replace(/[. ]+$/, '_')
  return DEVICE.test(plain) ? `_${plain}` : plain
}

/** Names of devices on some systems, whatever extension they bear. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

function shortened(name: string): string {
  const [stem, extension] = parts(name)
  let kept = Array.from(stem)
  while (kept.length > 1 && octets(kept.join('') + extension) > MOST_OCTETS) {
    kept = kept.slice(0, -1)
  }
  return kept.join('') + extension
}

function numbered(name: string, number: number): string {
  const [stem, extension] = parts(name)
  return `${stem} (${number})${extension}`
}

/** What follows the last dot belongs together, unless it is too long to be an extension. */
function parts(name: string): readonly [string, string] {
  const dot = name.lastIndexOf('.')
  return dot > 0 && name.length - dot <= 12 ? [name.slice(0, dot), name.slice(dot)] : [name, '']
}

const octets = (text: string): number => new TextEncoder().encode(text).length
