import type { Tile } from '#crypto/transparency/tiles.js'
import { Refusal } from '../errors.js'
import type { LogStore } from './ports.js'

/**
 * The octets of a tile, whole or partial (C2SP tlog-tiles). A partial tile stays readable after it
 * has grown: it is the head of what it became.
 *
 * @returns a use-case that throws {@link Refusal} `tile-unknown` if the log is not that large.
 */
export const readTile =
  ({ log }: { readonly log: Pick<LogStore, 'tiles'> }) =>
  async (tile: Tile): Promise<Uint8Array> => {
    const [octets] = await log.tiles([tile])
    if (octets === undefined) throw new Refusal('tile-unknown', 'the log has no such tile')
    return octets
  }
