/**
 * Hash tiles as C2SP tlog-tiles publishes them: the tree cut into pieces 8 levels high and 256
 * hashes wide, each a static file that never changes.
 *
 * A tile at level `l` keeps the tree's hashes of level `8 * l`; the seven levels between are hashed
 * again by whoever reads it.
 *
 * @packageDocumentation
 */
import { concat } from '../bytes/bytes.js'
import { CryptoError } from '../errors.js'
import { isTreeSize, requireTreeSize } from './coordinates.js'
import { HASH_OCTETS } from './hash.js'

export const TILE_HEIGHT = 8
export const TILE_WIDTH = 256

/** A tile, whole (`width` 256) or partial: the hashes that a smaller tree had there. */
export type Tile = { readonly level: number; readonly index: number; readonly width: number }

/** How many hashes the tiles of one level hold for a tree of `treeSize` leaves. */
export const hashesAtTileLevel = (level: number, treeSize: number): number =>
  Math.floor(treeSize / TILE_WIDTH ** level)

/**
 * Where a tile is served, relative to the log's prefix (C2SP tlog-tiles, Merkle Tree).
 *
 * @throws {@link CryptoError} `transparency/tile` if no tree has such a tile.
 *
 * @example
 * ```ts
 * tilePath(0, 1234067, 8) // 'tile/0/x001/x234/067.p/8'
 * ```
 */
export function tilePath(level: number, index: number, width = TILE_WIDTH): string {
  if (!isTile({ level, index, width })) throw refused('no tree has such a tile')
  const digits = String(index)
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0')
  const folders = padded.slice(0, -3).replace(/.{3}/g, 'x$&/')
  const partial = width < TILE_WIDTH ? `.p/${width}` : ''
  return `tile/${level}/${folders}${padded.slice(-3)}${partial}`
}

const PATH = /^tile\/(\d{1,2})\/((?:x\d{3}\/){0,5}\d{3})(?:\.p\/(\d{1,3}))?$/

/**
 * Reads a tile's path, one spelling only.
 *
 * @throws {@link CryptoError} `transparency/tile`
 */
export function parseTilePath(path: string): Tile {
  const [, level, index, width] = PATH.exec(path) ?? []
  const tile = {
    level: Number(level),
    index: Number(index?.replace(/[x/]/g, '')),
    width: Number(width ?? TILE_WIDTH),
  }
  // The round trip refuses leading zeroes, and a whole tile spelt as a partial one.
  if (!isTile(tile) || tilePath(tile.level, tile.index, tile.width) !== path) {
    throw refused('not the path of a tile')
  }
  return tile
}

/**
 * The tiles to write when a tree grows: every one, whole or partial, that holds a hash which the
 * smaller tree did not have. Level by level, left to right.
 *
 * @throws {@link CryptoError} `transparency/proof-shape` if a size is none, or the tree shrinks.
 */
export function tilesFor(fromSize: number, toSize: number): Tile[] {
  requireTreeSize(fromSize)
  requireTreeSize(toSize)
  if (fromSize > toSize) {
    throw new CryptoError('transparency/proof-shape', 'a log never shrinks')
  }
  const tiles: Tile[] = []
  for (let level = 0; hashesAtTileLevel(level, toSize) > 0; level++) {
    const written = hashesAtTileLevel(level, fromSize)
    const hashes = hashesAtTileLevel(level, toSize)
    if (written === hashes) break // and no level above can have grown
    for (let index = Math.floor(written / TILE_WIDTH); index * TILE_WIDTH < hashes; index++) {
      tiles.push({ level, index, width: Math.min(TILE_WIDTH, hashes - index * TILE_WIDTH) })
    }
  }
  return tiles
}

/**
 * The octets of a tile: its hashes one after the other.
 *
 * @throws {@link CryptoError} `transparency/tile` on none or more than 256 hashes, or a hash that has
 *   not 32 octets.
 */
export function serializeTile(hashes: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  requireWidth(hashes.length)
  if (hashes.some((hash) => hash.length !== HASH_OCTETS)) {
    throw refused(`a hash of the tree has ${HASH_OCTETS} octets`)
  }
  return concat(...hashes)
}

/**
 * The hashes of a tile, as views on its octets.
 *
 * @throws {@link CryptoError} `transparency/tile` if the octets are not exactly `width` hashes.
 */
export function parseTile(octets: Uint8Array, width: number): Uint8Array[] {
  requireWidth(width)
  if (octets.length !== width * HASH_OCTETS) {
    throw refused(`a tile of ${width} hashes has ${width * HASH_OCTETS} octets`)
  }
  return Array.from({ length: width }, (_, i) =>
    octets.subarray(i * HASH_OCTETS, (i + 1) * HASH_OCTETS),
  )
}

/** Whether some tree of at most 2^53 - 1 leaves has this tile. */
function isTile({ level, index, width }: Tile): boolean {
  // The specification goes up to level 63; the first hash of level 7 would take 2^56 leaves.
  const available = hashesAtTileLevel(level, Number.MAX_SAFE_INTEGER)
  const whole = isTreeSize(level) && isTreeSize(index) && isWidth(width)
  return whole && index * TILE_WIDTH + width <= available
}

const isWidth = (width: number) => isTreeSize(width) && width >= 1 && width <= TILE_WIDTH

function requireWidth(width: number): void {
  if (!isWidth(width)) throw refused(`a tile holds 1 to ${TILE_WIDTH} hashes`)
}

const refused = (message: string) => new CryptoError('transparency/tile', message)
