import { CryptoError } from '#crypto/errors.js'
import { parseTilePath, type Tile } from '#crypto/transparency/tiles.js'
import { endpoints } from '../../contract/endpoints.js'
import { Refusal } from '../../domain/errors.js'
import { type Route, routeOf } from '../serve.js'

/**
 * A tile, by the one spelling of its path (C2SP tlog-tiles). Its octets never change, so any cache
 * may keep them for ever; a partial tile is only superseded.
 */
export const readTileRoute =
  (readTile: (tile: Tile) => Promise<Uint8Array>): Route =>
  () =>
    routeOf(endpoints.readTile, async (request, response) => {
      const octets = await readTile(tileOf(request.path.slice('/log/'.length)))
      response
        .set({ 'cache-control': 'public, max-age=31536000, immutable' })
        .type('application/octet-stream')
        .send(Buffer.from(octets))
    })

function tileOf(path: string): Tile {
  try {
    return parseTilePath(path)
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error
    throw new Refusal('tile-unknown', 'no tile has this path', { cause: error })
  }
}
