import { type Connection, mongo, Schema } from 'mongoose'
import { HASH_OCTETS } from '#crypto/transparency/hash.js'
import type { Tile } from '#crypto/transparency/tiles.js'
import type { LogStore, StoredTile } from '../../domain/log/ports.js'
import { DURABLE, isDuplicateKey } from '../durable.js'

/**
 * `tiles`: one document per hash tile (C2SP tlog-tiles), at the greatest width it has had. It only
 * ever widens; a partial tile that was published is the head of its octets.
 */
type TileDocument = {
  /** `level/index`. */
  _id: string
  width: number
  octets: mongo.Binary
}

const schema = new Schema<TileDocument>(
  {
    _id: { type: String, required: true },
    width: { type: Number, required: true },
    octets: { type: Schema.Types.Buffer, required: true },
  },
  { collection: 'tiles', strict: 'throw', versionKey: false, autoIndex: false },
)

type Tiles = Pick<LogStore, 'keepTiles' | 'tiles'>

/** The only code that knows tiles live in MongoDB. Promises: `server/domain/log/ports.ts`. */
export function mongoTiles(connection: Connection): Tiles {
  const tiles = connection.model('Tile', schema)
    .collection as unknown as mongo.Collection<TileDocument>

  const widen = async (kept: readonly StoredTile[], upsert: boolean): Promise<void> => {
    await tiles.bulkWrite(
      kept.map((tile) => ({
        updateOne: {
          filter: { _id: idOf(tile), width: { $lt: tile.width } },
          update: { $set: { width: tile.width, octets: new mongo.Binary(tile.octets) } },
          upsert,
        },
      })),
      { ...DURABLE, ordered: false },
    )
  }

  return {
    async keepTiles(kept) {
      if (kept.length === 0) return
      try {
        await widen(kept, true)
      } catch (error) {
        // Such a tile is there: as wide or wider, or written this moment by another, narrower.
        if (!isDuplicateKey(error)) throw error
        await widen(kept, false)
      }
    },
    async tiles(asked) {
      if (asked.length === 0) return []
      const found = await tiles.find({ _id: { $in: asked.map(idOf) } }).toArray()
      const byId = new Map(found.map((document) => [document._id, document]))
      return asked.map((tile) => {
        const document = byId.get(idOf(tile))
        if (document === undefined || document.width < tile.width) return undefined
        return document.octets.value().slice(0, tile.width * HASH_OCTETS)
      })
    },
  }
}

const idOf = ({ level, index }: Tile): string => `${level}/${index}`
