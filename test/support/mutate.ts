/** Whole numbers from 0 to before a bound, the same for the same seed (mulberry32). */
export type Chance = (bound: number) => number

export function chance(seed: number): Chance {
  let state = seed
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound)
  }
}

/** What parsers have stumbled over before: ends of ranges, structure, spaces, halves of characters. */
const TELLING = [0x00, 0x01, 0x0a, 0x0d, 0x20, 0x22, 0x2c, 0x2e, 0x30, 0x3a, 0x3d, 0x5b, 0x5c, 0x5d]
const ALSO = [0x7b, 0x7d, 0x7f, 0x80, 0x81, 0x82, 0x83, 0x84, 0xbf, 0xc0, 0xe2, 0xed, 0xf4, 0xff]
const OCTETS = [...TELLING, ...ALSO]
const LONGEST = 64 * 1024

/** One to four changes: turned bits, other octets, pieces left out, doubled, moved, repeated, cut off. */
export function mutate(octets: Uint8Array, next: Chance): Uint8Array<ArrayBuffer> {
  let changed = Array.from(octets)
  for (let rounds = 1 + next(4); rounds > 0; rounds--) changed = once(changed, next)
  return Uint8Array.from(changed.slice(0, LONGEST))
}

function once(octets: readonly number[], next: Chance): number[] {
  const at = next(octets.length + 1)
  const end = Math.min(octets.length, at + 1 + next(32))
  const [before, piece, after] = [octets.slice(0, at), octets.slice(at, end), octets.slice(end)]
  const telling = () => OCTETS[next(OCTETS.length)] ?? 0
  switch (next(8)) {
    case 0:
      return [...before, ...piece.map((octet) => octet ^ (1 << next(8))), ...after]
    case 1:
      return [...before, telling(), ...piece.slice(1), ...after]
    case 2:
      return [...before, ...after]
    case 3:
      return [...before, ...piece, ...piece, ...after]
    case 4:
      return [...after, ...piece, ...before]
    case 5:
      return [...before, ...Array<number>(1 + next(2048)).fill(telling()), ...after]
    case 6:
      return before
    default:
      return [...before, next(256), ...piece, ...after]
  }
}
